"""A page that does one thing with the conversation in `st.session_state`, as a click would."""

from collections.abc import Callable, Mapping

import pytest
import streamlit as st

from tests.integration.two_owners import TRIP, Attempt
from travelbot.errors import NotFound
from travelbot.models.itinerary import Stop
from travelbot.models.messages import Conversation
from travelbot.service.itinerary.edits import add_day
from travelbot.web.itinerary.hand_edits import HandEdits
from travelbot.web.session import Session
from travelbot.web.share import Link
from travelbot.web.state import PROMPT, tab
from travelbot.web.tab import Deletion
from travelbot.web.trip_actions import TripActions

TITLE, NO_FILE = "typed-title", "no-file"
TOLD = "told"
FIRST_ROW = 1
"""Of the messages."""


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
    "take_ended": lambda it, _: it.take_ended(),
    "ask_typed": lambda it, _: it.ask_typed(),
    "ask": lambda it, _: it.ask("Hi"),
    "retry": lambda it, _: it.retry(),
    "edit": lambda it, _: it.edit(0),
    "choose_branch": lambda it, _: it.choose_branch(FIRST_ROW),
    "stop_editing": lambda it, _: it.stop_editing(),
    "stop": lambda it, _: it.stop(),
    "save_under": lambda it, _: it.save_under(TITLE),
    "delete": lambda it, ann: it.delete(ann),
    "restore": lambda it, ann: it.restore(Deletion((ann,), open_one=ann)),
    "begin": lambda it, _: it.begin(),
    "load": lambda it, ann: it.load(ann),
    "ask_or_put_back": lambda it, _: it.ask_or_put_back("Hi"),
    "title": lambda it, _: it.title(),
    "share": lambda it, _: Link(it).share(),
    "revoke": lambda it, _: Link(it).revoke(),
    "now": lambda it, _: no_link(Link(it)),
    "apply": lambda it, _: HandEdits(it).apply(add_day),
    "keep": lambda it, _: HandEdits(it).keep(lambda: add_day),
    "undo": lambda it, _: HandEdits(it).undo(),
    "find": lambda it, _: HandEdits(it).find("Samarkand", 0),
    "find_again": lambda it, _: HandEdits(it).find_again("Samarkand", Stop(place="There"), 0),
}
TRIP_ACTIONS: Mapping[str, Attempt] = {
    "found": lambda it, _: it.found(TRIP),
    "read": lambda it, ann: _refused(it.read, ann),
    "rename": lambda it, ann: it.rename(ann, TITLE),
    "duplicate": lambda it, ann: it.duplicate(ann),
    "take_in": lambda it, _: it.take_in(NO_FILE),
    "begin_picking": lambda it, _: it.begin_picking(),
    "end_picking": lambda it, _: it.end_picking(),
    "pick": lambda it, ann: it.pick(ann),
    "toggle": lambda it, ann: it.toggle(ann),
    "delete_picked": lambda it, ann: it.delete_picked(ann),
}


def _refused(read: Callable[[str], Conversation], conversation_id: str) -> None:
    with pytest.raises(NotFound):
        read(conversation_id)


def act() -> None:
    """Take the conversation in hand if the tab shall have it, act, and tell what there is."""
    conversation_id = st.session_state["conversation"]
    if st.session_state["in_hand"]:
        tab().conversation_id = conversation_id
    tab().editing = 0 if st.session_state["editing"] else None
    st.session_state[PROMPT], st.session_state[TITLE] = "Hi", "Mine"
    st.session_state[NO_FILE] = None
    session, action = Session(), st.session_state["action"]
    st.session_state[Link(session).with_chat_key] = True
    if action in ACTIONS:
        told = ACTIONS[action](session, conversation_id)
    else:
        told = TRIP_ACTIONS[action](TripActions(session), conversation_id)
    session.reopen()
    st.session_state[TOLD] = (
        f"{told} {session.conversation} {session.trip} {session.turn} {session.saved()}"
    )
