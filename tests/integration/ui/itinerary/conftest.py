"""The page Plan with an itinerary."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.openai_server import FakeOpenAI, calls, says
from tests.integration.ui.itinerary.page import ROME, TOOL, opened
from tests.integration.ui.pages import ask, plan_page


@pytest.fixture
def plan(provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page Plan with two days in Rome, its itinerary open."""
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    provider.script(calls(TOOL, ROME), says("There."))
    return opened(ask(plan_page().run(), "Two days in Rome"))
