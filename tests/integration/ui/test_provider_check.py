"""The check of the provider in the sidebar."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.moods import KEY, broken, provider_in
from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, says
from tests.integration.ui.pages import PATIENCE, ask, labels, texts
from travelbot.service.provider.check.probes import PROBES


@pytest.fixture
def plan(plan: AppTest) -> AppTest:
    """The page Plan with the model's form open."""
    plan.session_state["model-choice"] = True
    return plan


def checked(plan: AppTest) -> AppTest:
    """The page when the check that was asked for is over."""
    plan.button(key="check").click().run()
    assert plan.session_state["tab"].check.wait(PATIENCE)
    return plan.run()


def test_the_guide_is_checked_beside_the_conversation(plan: AppTest) -> None:
    ask(plan.run(), "Let's visit Tokyo Japan")
    page = texts(checked(plan))
    assert not plan.exception
    assert all(f"**{probe}** works" in page for probe in PROBES)
    assert "Tokyo" in labels(plan)
    assert not plan.button(key="check").disabled


def test_failures_are_sentences_without_the_key(
    plan: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with provider_in(broken) as provider:
        monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("TRAVELBOT_TIMEOUT", "1")
        page = texts(checked(plan.run()))
    assert "**text stream** fails  \nThe model's provider failed" in page
    assert KEY not in page


def test_what_was_found_of_another_provider_is_not_shown(plan: AppTest) -> None:
    checked(plan.run())
    plan.selectbox(key="provider").select("Ollama (on this computer)").run()
    plan.button(key="FormSubmitter:endpoint-Use this model").click().run()
    assert "**text stream**" not in texts(plan)


def test_a_limit_is_told(plan: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAVELBOT_TURNS_PER_MINUTE", "1")
    checked(plan.run())
    assert "a lot in a short time" in plan.sidebar.warning[0].value


def test_a_running_check_shows_what_it_has_found(
    plan: AppTest, provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    provider.script(says("Paris ", "it is."), Answer([gate, *says("Yes.").pieces]))
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    plan.run().button(key="check").click().run()
    assert gate.reached.wait(PATIENCE)
    page = texts(plan.run())
    assert "**text stream** worked around  \nNo usage" in page
    assert "Checking…" in page
    assert plan.button(key="check").disabled
    gate.opened.set()
    assert plan.session_state["tab"].check.wait(PATIENCE)
    assert "Checking…" not in texts(plan.run())
    assert not plan.button(key="check").disabled
