"""What a page has in hand when things change under it."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, event, says
from travelbot.models.messages import Status

DELETED_ELSEWHERE = """
import streamlit as st

from travelbot.web.session import Session
from travelbot.web.wiring import assistant

Session().ask("Rome")
session = Session()
st.session_state["before"] = session.turn, session.conversation.id
assistant().trips.delete(session.owner, session.conversation.id)
session.reopen()
st.session_state["after"] = session.turn, session.conversation.id
"""

ENDED_BETWEEN_RUNS = """
import streamlit as st

from travelbot.web.session import Session

Session().ask("Rome")
session = Session()
session.stop()
list(session.turn.log.follow(10))
ended = Session().take_ended(), Session().take_ended()
st.session_state["ended"] = [reply and reply.status for reply in ended]
"""


def test_the_end_of_a_reply_is_told_once_though_no_run_saw_it(
    provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    provider.script(Answer([event({"content": "One "}), Gate(), *says("two").pieces]))
    page = AppTest.from_string(ENDED_BETWEEN_RUNS).run()
    assert not page.exception
    assert page.session_state["ended"] == [Status.STOPPED, None]


def test_a_conversation_deleted_in_the_middle_of_its_reply_leaves_no_turn_behind(
    provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    provider.script(Answer([event({"content": "One "}), Gate(), *says("two").pieces]))
    page = AppTest.from_string(DELETED_ELSEWHERE).run()
    assert not page.exception
    (turn, deleted), (left, opened) = page.session_state["before"], page.session_state["after"]
    assert turn is not None
    assert left is None
    assert opened != deleted
