"""Assistants on real files, with a provider over real HTTP."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.fakes.openai_server import FakeOpenAI
from tests.integration.two_owners import World
from travelbot.service import answering
from travelbot.service.assistant import Assistant
from travelbot.service.bootstrap import build_assistant
from travelbot.settings import Settings


class Build(Protocol):
    """Makes an assistant with these settings."""

    def __call__(self, **settings: str) -> Assistant: ...


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where this test's conversations are kept."""
    return tmp_path / "chats.db"


@pytest.fixture
def build(database: Path) -> Iterator[Build]:
    """Builds assistants, each as another process would have on the same file."""
    with ExitStack() as closing:

        def build_one(**settings: str) -> Assistant:
            given = {"TRAVELBOT_DB": str(database), "TRAVELBOT_GUIDE_PACE": "0", **settings}
            built = build_assistant(Settings.read(given))
            closing.callback(built.close)
            return built

        yield build_one


@pytest.fixture
def assistant(build: Build, provider: FakeOpenAI) -> Assistant:
    """An assistant whose host has configured the fake provider."""
    return build(
        OPENAI_BASE_URL=provider.url,
        OPENAI_API_KEY="sk-host",
        TRAVELBOT_MODEL="big",
        TRAVELBOT_TIMEOUT="5",
    )


@pytest.fixture
def guided(build: Build) -> Assistant:
    """An assistant with the built-in guide, as fast as it can."""
    return build()


@pytest.fixture
def world(
    assistant: Assistant, provider: FakeOpenAI, database: Path, monkeypatch: pytest.MonkeyPatch
) -> World:
    """That of two owners, in which what is said is kept soon."""
    monkeypatch.setattr(answering, "CHECKPOINT_SECONDS", 0.02)
    return World(assistant, provider, database)
