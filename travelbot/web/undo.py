"""The offer to take back what the last click deleted."""

import streamlit as st

from travelbot.service.quantities import count
from travelbot.web.session import Session


def draw_undo(session: Session) -> None:
    """Floats over the page, in a container that is always there, and goes with the next click."""
    with st.container(key="undo", horizontal=True, vertical_alignment="center"):
        deletion = session.tab.deletion
        if deletion is None:
            return
        trips = count(len(deletion.conversation_ids), "trip")
        st.html(f'<p role="status">Deleted {trips}.</p>')
        st.button(
            "Undo",
            key="undo-deletion",
            icon=":material/undo:",
            type="tertiary",
            on_click=session.restore,
            args=(deletion,),
        )
