"""The map's column: the map, and the way back to the trip."""

import streamlit as st

from travelbot.web.map_view import MapView
from travelbot.web.session import Session


def draw_map(session: Session) -> MapView:
    """Draws the map as it stands; the view that is returned changes it later."""
    map_view = MapView(st.context.theme.type or "light", session.tab)
    with st.container(key="map-panel"):
        map_view.show(session.map)
        st.button(
            "Back to the trip",
            key="back-to-trip",
            icon=":material/my_location:",
            on_click=session.back_to_trip,
        )
    return map_view
