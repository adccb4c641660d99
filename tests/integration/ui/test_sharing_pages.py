"""A trip is shared by a link, and read by somebody else."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.integration.ui.pages import ask, buttons, labels, plan_page, texts
from travelbot.web.owner import COOKIE, new_token, owner_of
from travelbot.web.wiring import assistant

ANN, BOB = new_token(), new_token()
PROMPT = "Roman holiday, at Grandma's"


@pytest.fixture(autouse=True)
def ann(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser is hers until it is another's."""
    be(monkeypatch, ANN)


def be(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setattr(type(st.context), "cookies", {COOKIE: token})


@pytest.fixture
def saved(plan: AppTest) -> AppTest:
    """Ann's page with a saved trip and its link opened."""
    ask(plan.run(), PROMPT)
    ask(plan, "3 days in Rome and Florence")
    plan.text_input[0].set_value("Italy").run()
    plan.button(key="save").click().run()
    plan.session_state["share"] = True
    return plan.run()


def link(app: AppTest) -> str:
    """The one that is shown."""
    return next(each.value for each in app.code if "/shared" in each.value)


def token(app: AppTest) -> str:
    return link(app).split("=")[1]


def shared(token: str) -> AppTest:
    """The page that a link leads to."""
    page = plan_page().switch_page("shared.py")
    page.query_params["trip"] = token
    return page.run()


def chat_is_shared(app: AppTest) -> bool:
    return any(expander.label == "The conversation" for expander in app.expander)


def test_a_link_is_made_and_shows_the_trip_to_others(
    saved: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved.button(key="share-now").click().run()
    assert link(saved).startswith("/shared?trip=")
    be(monkeypatch, BOB)
    page = shared(token(saved))
    assert not page.exception
    assert page.title[0].value == "Italy"
    assert "Colosseum" in labels(page)
    [days] = [each.proto.body for each in page.get("html") if "<section" in each.proto.body]
    assert "Day 3: Florence" in days
    assert "on foot" in days
    assert not chat_is_shared(page)


def test_who_reads_a_shared_trip_stays_where_they_were(
    saved: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved.button(key="share-now").click().run()
    conversation = saved.query_params["conversation"]
    be(monkeypatch, BOB)
    before = assistant().current(owner_of(BOB))
    page = shared(token(saved))
    assert assistant().current(owner_of(BOB)) == before
    assert not any(key.startswith("load-") or key == "save" for key in buttons(page))
    told = f"{page.session_state['tab']} {texts(page)} {page.query_params}"
    assert all(hidden not in told for hidden in (ANN, owner_of(ANN), conversation, PROMPT))


def test_the_chat_is_shared_where_its_owner_wants_it(
    saved: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    [box] = saved.checkbox
    box.check().run()
    saved.button(key="share-now").click().run()
    be(monkeypatch, BOB)
    assert chat_is_shared(shared(token(saved)))
    be(monkeypatch, ANN)
    saved.checkbox[0].uncheck().run()
    assert not chat_is_shared(shared(token(saved)))


def test_files_of_a_trip_without_its_chat_have_no_chat(saved: AppTest) -> None:
    saved.button(key="share-now").click().run()
    page = shared(token(saved))
    page.session_state["take-shared"] = True
    found = " ".join(each.proto.id for each in page.run().get("download_button"))
    assert "file-gpx-shared" in found
    assert "file-json-shared" not in found


def test_a_link_that_is_revoked_leads_nowhere(saved: AppTest) -> None:
    saved.button(key="share-now").click().run()
    revoked = token(saved)
    saved.button(key="stop-sharing").click().run()
    assert "share-now" in buttons(saved)
    for each in (revoked, "unknown", ""):
        page = shared(each)
        assert "leads nowhere" in page.warning[0].value
        assert not page.get("deck_gl_json_chart")


def test_a_draft_has_to_be_saved_first(plan: AppTest) -> None:
    plan.session_state["share"] = True
    ask(plan.run(), "Rome").run()
    assert any("Save the trip first" in caption.value for caption in plan.sidebar.caption)
    assert "share-now" not in buttons(plan)
