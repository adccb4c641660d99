"""What the page offers to take along."""

import datetime as dt

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.integration.ui.pages import ask
from travelbot.service.exports.formats import FORMATS
from travelbot.web.downloads import USES
from travelbot.web.owner import COOKIE, new_token

OPEN = "take-current"


@pytest.fixture
def opened(plan: AppTest) -> AppTest:
    """The page after a prompt, with the files shown."""
    plan.session_state[OPEN] = True
    return ask(plan.run(), "3 days in Rome and Florence")


def files(app: AppTest) -> dict[str, bool]:
    """Whether there is a file, by extension."""
    found = [each.proto for each in app.get("download_button")]
    return {each.id.split("file-")[1].split("-")[0]: not each.disabled for each in found}


def notes(app: AppTest) -> str:
    return "\n".join(caption.value for caption in app.sidebar.caption)


def test_every_format_says_what_it_is_for() -> None:
    assert set(USES) == {each.extension for each in FORMATS}


def test_a_draft_is_taken_along_in_every_format(opened: AppTest) -> None:
    opened.run()
    assert not opened.exception
    assert list(files(opened)) == [each.extension for each in FORMATS]
    assert [name for name, there in files(opened).items() if not there] == ["ics"]
    assert "choose the day on which it starts" in notes(opened)


def test_a_calendar_begins_on_the_chosen_day(opened: AppTest) -> None:
    opened.run().date_input(key="start-current").set_value(dt.date(2027, 5, 1)).run()
    assert all(files(opened).values())
    assert "choose the day" not in notes(opened)


def test_without_days_no_date_is_asked_for(plan: AppTest) -> None:
    plan.session_state[OPEN] = True
    ask(plan.run(), "Let's visit Tokyo Japan").run()
    assert not plan.date_input
    assert "No days are planned yet" in notes(plan)


def test_nothing_is_written_while_it_is_closed(plan: AppTest) -> None:
    ask(plan.run(), "Rome").run()
    assert not files(plan)


@pytest.mark.parametrize("has_cookie", [True, False])
def test_the_page_to_print_opens_where_its_route_knows_the_reader(
    plan: AppTest, monkeypatch: pytest.MonkeyPatch, has_cookie: bool
) -> None:
    cookies = {COOKIE: new_token()} if has_cookie else {}
    monkeypatch.setattr(type(st.context), "cookies", cookies)
    plan.session_state[OPEN] = True
    ask(plan.run(), "Rome").run()
    assert len(plan.get("link_button")) == has_cookie
