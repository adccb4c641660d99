"""Prompts of the history are asked in another way, and their versions chosen from."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.integration.ui.pages import ask, buttons, labels, texts, view_of
from travelbot.models.trip_map import Viewport

EARLY, LATE = "edit-0", "edit-2"


@pytest.fixture
def asked(plan: AppTest) -> AppTest:
    """The page after two prompts."""
    ask(plan.run(), "Let's visit Tokyo Japan")
    return ask(plan, "Rome")


def keys(app: AppTest, beginning: str) -> list[str]:
    """Of the buttons with keys that begin so."""
    return [key for key in buttons(app) if key.startswith(f"{beginning}-")]


def step(app: AppTest, which: str) -> AppTest:
    """Go to the next version of the one prompt that has some, or to the previous one."""
    [key] = keys(app, which)
    return app.button(key=key).click().run()


def test_an_edited_prompt_begins_a_branch_and_the_old_one_stays(asked: AppTest) -> None:
    assert not keys(asked, "next")
    asked.button(key=EARLY).click().run()
    assert asked.chat_input[0].value == "Let's visit Tokyo Japan"
    assert "starts a branch" in "".join(caption.value for caption in asked.caption)
    ask(asked, "Paris")
    assert labels(asked)[0] == "Paris"
    assert "Tokyo" not in texts(asked)
    assert "2 / 2" in [caption.value for caption in asked.caption]
    step(asked, "previous")
    assert "**Tokyo** is the capital" in texts(asked)
    assert labels(asked)[0] == "Rome"
    assert "1 / 2" in [caption.value for caption in asked.caption]
    step(asked, "next")
    assert labels(asked)[0] == "Paris"


def test_the_ends_of_the_versions_lead_nowhere(asked: AppTest) -> None:
    asked.button(key=LATE).click().run()
    ask(asked, "Paris")
    [before], [after] = keys(asked, "previous"), keys(asked, "next")
    assert [asked.button(key=key).disabled for key in (before, after)] == [False, True]
    assert asked.button(key=before).label == "Previous version of: Paris"


def test_the_camera_goes_along_even_where_the_reader_had_looked_elsewhere(asked: AppTest) -> None:
    asked.button(key=LATE).click().run()
    ask(asked, "Paris")
    tab = asked.session_state["tab"]
    tab.look_at(Viewport(latitude=0, longitude=0, zoom=2), 2)
    elsewhere = view_of(asked.run())
    rome = view_of(step(asked, "previous"))
    assert rome["latitude"] == pytest.approx(41.9, abs=0.2)
    paris = view_of(step(asked, "next"))
    assert paris["latitude"] == pytest.approx(48.9, abs=0.2)
    views = (elsewhere, rome, paris)
    assert all(len({view[name] for view in views}) == 3 for name in ("latitude", "zoom"))


def test_keeping_a_prompt_empties_the_input(asked: AppTest) -> None:
    asked.button(key=EARLY).click().run()
    asked.button(key="stop-editing").click().run()
    assert not asked.chat_input[0].value
    ask(asked, "Paris")
    assert "**Tokyo** is the capital" in texts(asked)


def test_another_conversation_is_not_edited(asked: AppTest) -> None:
    asked.button(key=EARLY).click().run()
    asked.button(key="new").click().run()
    ask(asked, "Paris")
    assert "2 / 2" not in [caption.value for caption in asked.caption]
