"""The list of saved conversations."""

import streamlit as st

from travelbot.models.messages import Summary
from travelbot.web.prose import plain
from travelbot.web.session import Session
from travelbot.web.sidebar import describe, draw_delete


def draw_trips(session: Session, plan_page: str) -> None:
    """A card for each; opening one leads to the page at `plan_page`."""
    session.tab.camera = None
    saved = session.saved()
    if session.store_problem:
        st.warning(session.store_problem, icon=":material/database_off:")
    if not saved:
        st.info("No saved trips yet: plan one, then press Save.", icon=":material/bookmark:")
    with st.grid(3, min_column_width=280):
        for summary in saved:
            _draw_card(session, summary, plan_page)


def _draw_card(session: Session, summary: Summary, plan_page: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(summary.title)}**")
        st.caption(describe(summary))
        with st.container(horizontal=True):
            if st.button("Open", key=f"open-{summary.id}", icon=":material/map:"):
                session.load(summary.id)
                st.switch_page(plan_page)
            draw_delete(session, summary.id, summary.id)
