"""The list of saved conversations."""

import streamlit as st

from travelbot.models.trips import Summary
from travelbot.web.prose import plain, plain_line
from travelbot.web.session import Session
from travelbot.web.sidebar import describe, draw_delete


def draw_trips(session: Session, plan_page: str) -> None:
    """A card for each; a conversation once chosen is shown by the page at `plan_page`."""
    session.tab.camera = None
    if session.take_choice():
        st.switch_page(plan_page)
    saved = session.saved()
    if not saved:
        st.info("No saved trips yet: plan one, then press Save.", icon=":material/bookmark:")
    if notice := session.take_notice():
        st.warning(plain(notice), icon=":material/info:")
    with st.grid(3, min_column_width=280):
        for summary in saved:
            _draw_card(session, summary)


def _draw_card(session: Session, summary: Summary) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain_line(summary.title)}**")
        st.caption(describe(summary))
        with st.container(horizontal=True):
            st.button(
                "Open",
                key=f"open-{summary.id}",
                icon=":material/map:",
                on_click=session.load,
                args=(summary.id,),
            )
            draw_delete(session, summary.id, summary.id)
