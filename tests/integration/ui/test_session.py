"""What a page has in hand when things change under it."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, event, says

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
