"""The map's column: the map, the way back to the trip, and the places that are pinned."""

import streamlit as st

from travelbot.models.events import TurnEvent, trip_after
from travelbot.web.map_view import MapView
from travelbot.web.place_list import PlaceList
from travelbot.web.session import Session


class MapPanel:
    """Draws a trip's map with its places, and changes them as the trip goes on."""

    def __init__(self, session: Session) -> None:
        self._trip = session.trip
        with st.container(key="map-panel"):
            with st.container(key="map-frame"):
                self._view = MapView(st.context.theme.type or "light", session.tab)
                self._view.show(self._trip)
                st.button(
                    "Back to the trip",
                    key="back-to-trip",
                    icon=":material/my_location:",
                    on_click=session.tab.look_back,
                )
            self._places = PlaceList(session)
            self._places.show(self._trip.map)

    def show(self, event: TurnEvent) -> None:
        """Draw what an event has changed, the view as soon as the camera is free."""
        trip = trip_after(self._trip, [event])
        if trip.map.markers != self._trip.map.markers:
            self._places.show(trip.map)
        if trip != self._trip:
            self._trip = trip
            self._view.show(trip)

    def catch_up(self) -> None:
        """Draw a view that had to wait, if the camera is free now."""
        self._view.catch_up()

    def settle(self) -> None:
        """Wait until the last view is drawn; a click ends the wait."""
        self._view.settle()
