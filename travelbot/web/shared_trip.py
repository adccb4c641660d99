"""A shared trip as its readers see it: they aren't asked who they are, and change nothing."""

from datetime import UTC, datetime

import streamlit as st

from travelbot.errors import TravelbotError
from travelbot.models.messages import Conversation
from travelbot.models.trip import Trip
from travelbot.models.trips import Said, SharedTrip
from travelbot.service.exports.export import Export
from travelbot.service.exports.formats import FORMATS
from travelbot.service.exports.printed import sections
from travelbot.service.exports.shared import shared_conversation
from travelbot.web.downloads import draw_downloads
from travelbot.web.map_view import MapView
from travelbot.web.prose import plain, plain_line, prose
from travelbot.web.replies import AVATARS
from travelbot.web.state import tab
from travelbot.web.tab import Tab
from travelbot.web.wiring import assistant

WITHOUT_CHAT = tuple(each for each in FORMATS if each.extension != "json")


def draw_shared_trip(token: str) -> None:
    """The trip that the link with this token leads to, or the sentence that says it's gone."""
    tab().camera = None
    try:
        trip = assistant().sharing.open_share(token)
    except TravelbotError as error:
        st.warning(plain(error.message), icon=":material/link_off:")
        return
    conversation = shared_conversation(trip, token)
    with st.container(key="shared"):
        days, map_column = st.columns([5, 7])
    with days:
        _draw_head(trip, conversation)
        export = Export(conversation, datetime.now(UTC))
        st.container(key="shared-days").html(sections(export))
        if trip.messages is not None:
            _draw_chat(trip.messages)
    with map_column, st.container(key="shared-map"):
        theme = st.context.theme.type or "light"
        MapView(theme, Tab()).show(Trip(map=trip.map, itinerary=trip.itinerary))


def _draw_head(trip: SharedTrip, conversation: Conversation) -> None:
    st.title(plain_line(trip.title), anchor=False)
    st.caption("A trip that was shared with you, to read and to take along.")
    formats = WITHOUT_CHAT if trip.messages is None else FORMATS
    draw_downloads(conversation, "shared", formats=formats)


def _draw_chat(messages: tuple[Said, ...]) -> None:
    chat = st.expander("The conversation", icon=":material/forum:", on_change="rerun")
    with chat:
        for message in messages if chat.open else ():
            _draw_message(message)


def _draw_message(message: Said) -> None:
    with st.chat_message(message.role, avatar=AVATARS[message.role]):
        if message.role == "user":
            st.markdown(plain(message.text))
            return
        for block in prose(message.text):
            st.markdown(block)
