"""The map's column: the map, the way back to the trip, and the places that are pinned."""

import streamlit as st

from travelbot.models.trip_map import TripMap
from travelbot.web.map_view import MapView
from travelbot.web.place_list import PlaceList
from travelbot.web.session import Session


class MapPanel:
    """Draws a trip's map with its places, and changes them as the trip goes on."""

    def __init__(self, session: Session) -> None:
        with st.container(key="map-panel"):
            with st.container(key="map-frame"):
                self._view = MapView(st.context.theme.type or "light", session.tab)
                self._view.show(session.map)
                st.button(
                    "Back to the trip",
                    key="back-to-trip",
                    icon=":material/my_location:",
                    on_click=session.tab.look_back,
                )
            self._places = PlaceList(session)
            self._places.show(session.map)

    def show(self, trip_map: TripMap) -> None:
        """Draw another map, its view as soon as the camera is free."""
        self._view.show(trip_map)
        self._places.show(trip_map)

    def catch_up(self) -> None:
        """Draw a view that had to wait, if the camera is free now."""
        self._view.catch_up()

    def settle(self) -> None:
        """Wait until the last view is drawn; a click ends the wait."""
        self._view.settle()
