"""Bob's page has Ann's conversation, by its address or in hand, and does all that a page can."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.fakes.openai_server import FakeOpenAI
from tests.integration.two_owners import HALF, TRIP, World, public_methods, unlisted
from tests.integration.ui.pages import ask, labels, plan_page
from tests.integration.ui.two_owners_page import ACTIONS, TOLD, TRIP_ACTIONS
from travelbot.service import answering
from travelbot.web.account import TIED_TO_TAB
from travelbot.web.itinerary.hand_edits import HandEdits
from travelbot.web.owner import COOKIE, new_token, owner_of
from travelbot.web.session import Session
from travelbot.web.share import Link
from travelbot.web.trip_actions import TripActions
from travelbot.web.wiring import assistant

ANN, BOB = new_token(), new_token()


@pytest.fixture
def world(provider: FakeOpenAI, database: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    monkeypatch.setattr(answering, "CHECKPOINT_SECONDS", 0.02)
    be(monkeypatch, BOB)
    return World(assistant(), provider, database)


def be(monkeypatch: pytest.MonkeyPatch, token: str | None) -> None:
    """Whose browser it is that has the page."""
    monkeypatch.setattr(type(st.context), "cookies", {COOKIE: token} if token else {})


def script() -> None:
    from tests.integration.ui.two_owners_page import act  # noqa: PLC0415

    act()


def is_shown(page: AppTest) -> bool:
    """Whether anything of Ann's conversation has come to the page."""
    return any(text in page.session_state[TOLD] for text in (TRIP, HALF))


def page_that(action: str, conversation: str, in_hand: bool, editing: bool) -> AppTest:
    """Has run."""
    page = AppTest.from_function(script)
    page.session_state["action"], page.session_state["editing"] = action, editing
    page.session_state["conversation"], page.session_state["in_hand"] = conversation, in_hand
    if not in_hand:
        page.query_params["conversation"] = conversation
    return page.run()


def test_every_action_is_in_the_matrix() -> None:
    found = set().union(*map(public_methods, (Session, HandEdits, Link)))
    assert not unlisted(found, ACTIONS)
    assert not unlisted(public_methods(TripActions), TRIP_ACTIONS)


@pytest.mark.parametrize("editing", [False, True], ids=["", "editing"])
@pytest.mark.parametrize("in_hand", [False, True], ids=["by address", "in hand"])
@pytest.mark.parametrize("action", [*ACTIONS, *TRIP_ACTIONS])
def test_an_action_shows_bob_nothing_and_changes_nothing(
    world: World, action: str, in_hand: bool, editing: bool
) -> None:
    owner = owner_of(ANN)
    conversation = world.begun(owner)
    turn = world.halted(owner, conversation)
    before, asked = world.rows(conversation), len(world.provider.requests)
    page = page_that(action, conversation, in_hand, editing)
    assert not page.exception
    assert not is_shown(page)
    assert world.rows(conversation) == before
    assert not turn.log.finished
    assert world.assistant.current(owner) == conversation
    assert world.assistant.current(owner_of(BOB)) != conversation
    assert all(TRIP not in str(sent) for sent in world.provider.requests[asked:])


@pytest.mark.parametrize("in_hand", [False, True], ids=["by address", "in hand"])
def test_the_same_page_shows_it_to_ann(
    world: World, monkeypatch: pytest.MonkeyPatch, in_hand: bool
) -> None:
    conversation = world.begun(owner_of(ANN))
    be(monkeypatch, ANN)
    assert is_shown(page_that("load", conversation, in_hand, editing=False))


def test_the_page_finds_the_trips_of_its_own_cookie(
    plan: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, ANN)
    ask(plan.run(), "Rome")
    conversation = plan.query_params["conversation"]
    for token, pins in ((ANN, True), (BOB, False)):
        be(monkeypatch, token)
        other = plan_page()
        other.query_params["conversation"] = conversation
        assert bool(labels(other.run())) == pins
        assert bool(other.warning) != pins


@pytest.mark.parametrize("token", [None, "short", ANN], ids=["none", "short", "a cookie"])
def test_trips_that_are_tied_to_the_tab_are_told_so(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, token: str | None
) -> None:
    be(monkeypatch, token)
    app.run()
    is_told = TIED_TO_TAB in [caption.value for caption in app.sidebar.caption]
    assert is_told == (token != ANN)
