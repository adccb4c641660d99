"""A page that does one thing with the conversation in `st.session_state`, as a click would."""

from collections.abc import Mapping

import streamlit as st

from tests.integration.two_owners import Attempt
from travelbot.errors import NotFound
from travelbot.models.trip_map import Marker
from travelbot.web.session import Session
from travelbot.web.share import Link
from travelbot.web.state import PROMPT, tab

TITLE = "typed-title"
TOLD = "told"
FIRST_ROW = 1
"""Of the messages."""
PIN = Marker(latitude=0, longitude=0, label="Samarkand")


def no_link(link: Link) -> bool:
    """Whether there is no such conversation, as far as the page is told."""
    try:
        return link.now() is None
    except NotFound:
        return True


ACTIONS: Mapping[str, Attempt] = {
    "reopen": lambda it, _: it.reopen(),
    "saved": lambda it, _: it.saved(),
    "take_choice": lambda it, _: it.take_choice(),
    "take_notice": lambda it, _: it.take_notice(),
    "ask_typed": lambda it, _: it.ask_typed(),
    "ask": lambda it, _: it.ask("Hi"),
    "retry": lambda it, _: it.retry(),
    "edit": lambda it, _: it.edit(0),
    "choose_branch": lambda it, _: it.choose_branch(FIRST_ROW),
    "stop_editing": lambda it, _: it.stop_editing(),
    "stop": lambda it, _: it.stop(),
    "save_under": lambda it, _: it.save_under(TITLE),
    "delete": lambda it, ann: it.delete(ann),
    "ask_to_delete": lambda it, ann: it.ask_to_delete(ann),
    "begin": lambda it, _: it.begin(),
    "load": lambda it, ann: it.load(ann),
    "use": lambda it, _: it.use(None),
    "ask_about": lambda it, _: it.ask_about(PIN),
    "title": lambda it, _: it.title(),
    "share": lambda it, _: Link(it).share(),
    "revoke": lambda it, _: Link(it).revoke(),
    "now": lambda it, _: no_link(Link(it)),
}


def act() -> None:
    """Take the conversation in hand if the tab shall have it, act, and tell what there is."""
    conversation_id = st.session_state["conversation"]
    if st.session_state["in_hand"]:
        tab().conversation_id = conversation_id
    tab().editing = 0 if st.session_state["editing"] else None
    st.session_state[PROMPT], st.session_state[TITLE] = "Hi", "Mine"
    session = Session()
    st.session_state[Link(session).with_chat_key] = True
    told = ACTIONS[st.session_state["action"]](session, conversation_id)
    session.reopen()
    st.session_state[TOLD] = (
        f"{told} {session.conversation} {session.trip} {session.turn} {session.saved()}"
    )
