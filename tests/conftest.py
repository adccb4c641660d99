"""What all tests share: a home of their own, and a fake provider."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.fakes.openai_server import FakeOpenAI
from travelbot.settings import Settings

NAMES = [str(field.alias) for field in Settings.model_fields.values()]
KINDS = ("unit", "integration", "e2e")

settings.register_profile("steady", derandomize=True, database=None, deadline=None, max_examples=40)
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The fast ones first."""
    items.sort(key=lambda item: KINDS.index(item.path.relative_to(Path(__file__).parent).parts[0]))


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def provider() -> Iterator[FakeOpenAI]:
    """A provider that is told what to answer."""
    with FakeOpenAI().running() as fake:
        yield fake
