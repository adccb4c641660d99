"""The sidebar: conversations, and who answers."""

from collections.abc import Sequence

import streamlit as st

from travelbot.models.trips import Summary
from travelbot.service.quantities import count
from travelbot.web.account import draw_account
from travelbot.web.downloads import draw_downloads
from travelbot.web.links import EXPORT, PRINTED, app_link
from travelbot.web.model_choice import draw_model_choice
from travelbot.web.prose import plain, plain_line
from travelbot.web.session import Session
from travelbot.web.share import draw_share
from travelbot.web.wiring import assistant

LISTED = 30
"""Saved conversations in the sidebar; all are on the page Trips."""
DISK_IS_LOST = "This host's disk is not kept: saved trips go when the app restarts."
CREDITS = """\
Places: © [GeoNames](https://www.geonames.org), CC BY 4.0, modified. Map: Natural Earth, \
© [OpenStreetMap](https://www.openstreetmap.org/copyright) contributors, \
© [CARTO](https://carto.com/attributions).\
"""


def draw_sidebar(session: Session, saved: Sequence[Summary]) -> None:
    """New, Save, Load and Delete, then the model.

    What comes and goes has a container of its own: else the browser builds anew all below it.
    """
    with st.sidebar:
        st.button(
            "New conversation",
            key="new",
            icon=":material/add:",
            type="primary",
            on_click=session.begin,
            width="stretch",
        )
        with st.container(key="current"):
            if problem := assistant().conversations.problem:
                st.warning(plain(problem), icon=":material/database_off:")
            if session.conversation.messages:
                _draw_current(session)
        _draw_saved(session, saved)
        if assistant().conversations.is_ephemeral:
            st.caption(f":material/warning: {DISK_IS_LOST}")
        draw_model_choice(session)
        draw_account(session)
        st.caption(CREDITS)


def describe(summary: Summary) -> str:
    """Date and number of messages of a saved conversation."""
    return f"{summary.updated:%d %b %Y} · {count(summary.messages, 'message')}"


def _draw_current(session: Session) -> None:
    conversation = session.conversation
    title = f"title-{conversation.id}-{session.title()}"
    st.text_input("Title", value=session.title(), key=title)
    with st.container(horizontal=True):
        st.button(
            "Save",
            key="save",
            icon=":material/bookmark:",
            on_click=session.save_under,
            args=(title,),
        )
        st.button(
            "Delete",
            key="delete",
            icon=":material/delete:",
            on_click=session.delete,
            args=(conversation.id,),
        )
    with st.container(horizontal=True):
        draw_downloads(conversation, "current", _print_link(session))
        draw_share(session)
    st.caption(
        "Saved: it keeps itself up to date."
        if conversation.saved
        else "A draft: kept for 30 days unless you save it."
    )


def _print_link(session: Session) -> str | None:
    """None where no route would know the reader."""
    if session.reader.is_tied_to_tab:
        return None
    return app_link(EXPORT, conversation=session.conversation.id, format=PRINTED)


def _draw_saved(session: Session, saved: Sequence[Summary]) -> None:
    st.subheader("Saved trips")
    if not saved:
        st.caption("None yet.")
    with st.container(key="saved"):
        for summary in saved[:LISTED]:
            is_open = summary.id == session.conversation.id
            st.button(
                plain_line(summary.title),
                key=f"load-{summary.id}",
                on_click=session.load,
                args=(summary.id,),
                disabled=is_open,
                width="stretch",
                help=describe(summary),
            )
            st.caption(describe(summary))
