"""The API on an assistant with the fake provider, and callers of it."""

from collections.abc import Iterator

import httpx2
import pytest

from tests.integration.api.server import client, served
from travelbot.service.assistant import Assistant


@pytest.fixture
def url(assistant: Assistant) -> Iterator[str]:
    """Where the API is served."""
    with served(assistant) as address:
        yield address


@pytest.fixture
def ann(url: str) -> Iterator[httpx2.Client]:
    """A caller."""
    with client(url) as caller:
        yield caller


@pytest.fixture
def bob(url: str) -> Iterator[httpx2.Client]:
    """Another caller."""
    with client(url) as caller:
        yield caller
