"""The places that are pinned, as a list under the map."""

import streamlit as st

from travelbot.models.trip_map import Marker, TripMap
from travelbot.service.viewport import close_up
from travelbot.web.map_pins import describe
from travelbot.web.prose import plain_line
from travelbot.web.session import Session


class PlaceList:
    """What is known of each pin, with a way to it on the map and in the chat."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._drawn = 0
        with st.expander(
            "Places on the map", key="places", icon=":material/list:", on_change="rerun"
        ) as expander:
            self._is_open = expander.open
            self._slot = st.empty()

    def show(self, trip_map: TripMap) -> None:
        """List the pins of a map instead of those that were listed."""
        if not self._is_open:
            return
        self._drawn += 1
        with self._slot.container(key=f"places-{self._drawn}"):
            if not trip_map.markers:
                st.caption("None yet: places that I pin are listed here.")
            listed = trip_map.markers[: self._session.tab.places_listed]
            for index, marker in enumerate(listed):
                self._draw(marker, trip_map.moves, f"{self._drawn}-{index}")
            if more := len(trip_map.markers) - len(listed):
                st.button(
                    f"Show {more} more",
                    key=f"more-places-{self._drawn}",
                    type="tertiary",
                    on_click=self._session.tab.list_all_places,
                )

    def _draw(self, marker: Marker, moves: int, key: str) -> None:
        with st.container(horizontal=True, vertical_alignment="center", key=f"place-{key}"):
            st.markdown(
                f"**{plain_line(marker.label)}**  \n:small[:gray[{plain_line(describe(marker))}]]",
                width="stretch",
            )
            st.button(
                "Show",
                key=f"show-{key}",
                icon=":material/my_location:",
                type="tertiary",
                on_click=self._session.tab.look_at,
                args=(close_up(marker), moves),
            )
            st.button(
                "Ask about it",
                key=f"ask-{key}",
                icon=":material/chat:",
                type="tertiary",
                on_click=self._session.ask_or_put_back,
                args=(f"Tell me about {marker.label}",),
            )
