"""The owner's side of sharing: a link to the trip, and its end."""

import streamlit as st

from travelbot.errors import TravelbotError
from travelbot.models.trips import Share
from travelbot.web.links import SHARED, SHARED_TRIP, app_link
from travelbot.web.prose import plain
from travelbot.web.reported import reported
from travelbot.web.session import Session
from travelbot.web.state import ticked
from travelbot.web.wiring import assistant

CHAT = "With the conversation"


class Link:
    """The link to the open conversation; its methods are the callbacks of the widgets."""

    def __init__(self, session: Session) -> None:
        self.tab = session.tab
        self._owner = session.owner
        self._conversation_id = session.conversation.id
        self._sharing = assistant().sharing
        self.with_chat_key = f"with-chat-{session.conversation.id}"
        """Of the checkbox."""

    def now(self) -> Share | None:
        """The link, None where there is none; raises NotFound and StoreError."""
        return self._sharing.shared(self._owner, self._conversation_id)

    @reported
    def share(self) -> None:
        """Let there be a link, with the chat or without it as the reader has ticked."""
        with_chat = ticked(self.with_chat_key)
        self._sharing.share(self._owner, self._conversation_id, with_chat=with_chat)

    @reported
    def revoke(self) -> None:
        """Let the link lead nowhere from now on."""
        self._sharing.revoke(self._owner, self._conversation_id)


def draw_share(session: Session) -> None:
    """A button that opens the link, which only a saved trip has."""
    popover = st.popover("Share", key="share", icon=":material/share:", on_change="rerun")
    if popover.open:
        with popover, st.container(key="link"):
            _draw_open(session)


def _draw_open(session: Session) -> None:
    if not session.conversation.saved:
        st.caption("Save the trip first: the link leads to what is saved.")
        return
    link = Link(session)
    try:
        _draw_link(link, link.now())
    except TravelbotError as error:
        st.warning(plain(error.message))


def _draw_link(link: Link, shared: Share | None) -> None:
    if shared is None:
        st.caption("Whoever has the link can read the trip, and nothing else of yours.")
        st.checkbox(CHAT, key=link.with_chat_key)
        st.button("Create a link", key="share-now", type="primary", on_click=link.share)
        return
    st.code(app_link(SHARED, **{SHARED_TRIP: shared.token}), language=None, wrap_lines=True)
    st.caption("Whoever has this link can read the trip, as it is and as it will be.")
    st.checkbox(CHAT, shared.with_chat, key=link.with_chat_key, on_change=link.share)
    st.button("Stop sharing", key="stop-sharing", icon=":material/link_off:", on_click=link.revoke)
