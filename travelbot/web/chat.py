"""The conversation beside the map: messages, input, and what to do with the last reply."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from travelbot.models.messages import Reply, Status
from travelbot.models.usage import Usage
from travelbot.service.retelling import INTERRUPTED
from travelbot.web.announcing import Announcer
from travelbot.web.itinerary.forms import draw_form
from travelbot.web.itinerary.panel import ItineraryPanel
from travelbot.web.map_panel import MapPanel
from travelbot.web.prompts import draw_prompt
from travelbot.web.prose import plain, plain_line
from travelbot.web.replies import draw_reply, stream_reply
from travelbot.web.session import Session
from travelbot.web.state import CHAT, ITINERARY, PROMPT, VIEW
from travelbot.web.tokens import tokens

SUGGESTIONS = {
    ":material/temple_buddhist: Let's visit Tokyo, Japan": "Let's visit Tokyo, Japan",
    ":material/route: From Lisbon to Madrid to Paris": "From Lisbon to Madrid to Paris",
    ":material/calendar_month: 3 days in Rome and Florence": "3 days in Rome and Florence",
    ":material/compare_arrows: Compare Cairo and Nairobi": "Compare Cairo and Nairobi",
}
LATEST, STEP = 20, 10
"""Messages that are drawn, and by how many fewer there may be."""
GREETING = """\
### Where to?

Say where you would like to go. The map follows while I answer.\
"""
LEAVE = "Esc"
"""The key that ends what is going on."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def draw_chat(session: Session, map_panel: MapPanel) -> None:
    """Messages or itinerary, actions and input; then the running reply, to its end."""
    session.take_choice()
    chat, itinerary = st.tabs([CHAT, ITINERARY], key=VIEW, on_change="rerun")
    messages = chat.container(key="messages", height=500, border=False, autoscroll=True)
    itinerary_panel = ItineraryPanel(session, itinerary)
    notice = st.container(key="notice")
    actions = st.empty()
    st.chat_input(
        "Where would you like to go?",
        key=PROMPT,
        on_submit=session.ask_typed,
        submit_mode="disable",
    )
    with st.container(key="who"):
        who = st.empty()
        announcer = Announcer(st.empty())
    who.caption(_who_answers(session))
    with messages:
        _draw_history(session)
    with notice:
        _draw_notice(session)
    draw_form(session)
    if session.turn:
        announcer.answering()
        _draw_stop(session, actions)
        with messages:
            stream_reply(session.turn, session.seen_events, map_panel, itinerary_panel)
        session.reopen()
        itinerary_panel.settle()
        who.caption(_who_answers(session))
    announcer.ended(session.take_ended())
    _draw_actions(session, actions)
    map_panel.settle()


def hidden_messages(count: int, earlier_shown: int) -> int:
    """How many of the first of `count` messages aren't drawn.

    It grows in steps: for as long as it stays, no message moves to another place in the page.
    """
    beyond = count - LATEST - earlier_shown
    return max(0, -(-beyond // STEP) * STEP)


def _draw_history(session: Session) -> None:
    if not session.conversation.messages:
        _draw_welcome(session)
    messages = session.conversation.messages
    hidden = hidden_messages(len(messages), session.tab.earlier_shown)
    if hidden:
        _draw_earlier(session, hidden)
    for position, message in enumerate(messages[hidden:], hidden):
        if isinstance(message, Reply):
            draw_reply(message)
        else:
            draw_prompt(session, position)
    if session.is_unanswered:
        st.error(INTERRUPTED.message, icon=":material/error:")


def _draw_notice(session: Session) -> None:
    if notice := session.take_notice():
        st.warning(plain(notice), icon=":material/info:")


def _draw_earlier(session: Session, hidden: int) -> None:
    st.button(
        f"Show earlier messages ({hidden:,})",
        key="earlier",
        on_click=session.tab.show_earlier,
        icon=":material/expand_less:",
        type="tertiary",
        width="stretch",
    )


def _draw_welcome(session: Session) -> None:
    st.markdown(GREETING)
    with st.container(key="suggestions"):
        for label, prompt in SUGGESTIONS.items():
            st.button(label, key=prompt, on_click=session.ask, args=(prompt,), width="stretch")


def _draw_stop(session: Session, actions: DeltaGenerator) -> None:
    with actions.container(horizontal=True, key="running"):
        st.button(
            "Stop",
            key="stop",
            icon=":material/stop_circle:",
            shortcut=LEAVE,
            on_click=session.stop,
        )


def _draw_actions(session: Session, actions: DeltaGenerator) -> None:
    if session.tab.editing is not None:
        with actions.container(horizontal=True, key="editing", vertical_alignment="center"):
            st.caption("Your next message starts a branch from here.", width="stretch")
            st.button("Keep it", key="stop-editing", shortcut=LEAVE, on_click=session.stop_editing)
    elif session.conversation.last_prompt:
        with actions.container(horizontal=True, key="again"):
            st.button(
                _retry_label(session),
                on_click=session.retry,
                key="retry",
                icon=":material/refresh:",
                type="tertiary",
            )
    else:
        actions.empty()


def _retry_label(session: Session) -> str:
    last = session.conversation.messages[-1]
    went_well = isinstance(last, Reply) and last.status in (Status.COMPLETE, Status.STOPPED)
    return "Regenerate" if went_well else "Retry"


def _who_answers(session: Session) -> str:
    so_far = _so_far(session.conversation.usage)
    if session.endpoint is None:
        return f"The **built-in guide** answers: it knows places, but is no language model.{so_far}"
    model = plain_line(session.endpoint.model)
    return f"**{model}** answers. Models err: check what matters.{so_far}"


def _so_far(usage: Usage) -> str:
    """The tokens of the conversation, on one line even where there is little room."""
    if not usage.total:
        return ""
    return f"{NO_BREAK}· " + f"{tokens(usage)} so far".replace(" ", NO_BREAK)
