"""Who reads a page: the owner of all that they see."""

from dataclasses import dataclass

import streamlit as st

from travelbot.errors import StoreError
from travelbot.service.assistant import Assistant
from travelbot.web.owner import COOKIE, is_token, owner_of
from travelbot.web.sign_in import owner_in_page
from travelbot.web.tab import Tab


@dataclass(frozen=True)
class Reader:
    """The owner, and where the browser is."""

    owner: str
    address: str
    """Of the network; empty for this machine."""
    is_tied_to_tab: bool
    """Whether the owner is this tab alone, for want of a cookie."""


def reader_of(tab: Tab, assistant: Assistant) -> Reader:
    """The reader who has signed in, with what was begun before; else the anonymous browser."""
    cookie = st.context.cookies.get(COOKIE)
    anonymous = owner_of(cookie if is_token(cookie) else tab.token)
    signed_in = owner_in_page()
    if signed_in and not tab.moved_in:
        _move_in(tab, assistant, anonymous, signed_in)
    return Reader(
        owner=signed_in or anonymous,
        address=st.context.ip_address or "",
        is_tied_to_tab=not (signed_in or is_token(cookie)),
    )


def _move_in(tab: Tab, assistant: Assistant, anonymous: str, signed_in: str) -> None:
    try:
        current = assistant.move(anonymous, signed_in)
        tab.moved_in = True
        tab.conversation_id = tab.conversation_id or current
    except StoreError as error:
        tab.notice = error.message
