"""The days with their stops; beyond some number of stops they are folded."""

import streamlit as st

from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.itinerary.colours import PALETTE
from travelbot.service.itinerary.edits import At
from travelbot.service.itinerary.travel import Leg, day_legs, day_total
from travelbot.service.itinerary.words import total_words
from travelbot.service.viewport import close_up
from travelbot.web.itinerary.hand_edits import HandEdits
from travelbot.web.itinerary.menus import day_menu, stop_menu
from travelbot.web.itinerary.words import day_words, stop_words, way_words
from travelbot.web.prose import plain_line
from travelbot.web.session import Session
from travelbot.web.tab import Form

UNFOLDED = 24
"""Stops after which days are folded until they are opened."""
FREE = "Nothing planned yet."


class DayList:
    """Draws the days of an itinerary; `key` tells this drawing from others in the same run."""

    def __init__(self, session: Session, hand: HandEdits, itinerary: Itinerary, key: str) -> None:
        self._session = session
        self._hand = hand
        self._itinerary = itinerary
        self._key = key
        self._moves = session.trip.map.moves

    def draw(self) -> None:
        """All days."""
        before = 0
        for index, day in enumerate(self._itinerary.days):
            self._draw_day(index, is_unfolded=before < UNFOLDED or not day.stops)
            before += len(day.stops)

    def _draw_day(self, index: int, is_unfolded: bool) -> None:
        day, key = self._itinerary.days[index], f"{self._key}-{index}"
        with st.container(key=f"day-{key}-colour-{index % len(PALETTE)}"):
            folder = st.expander(
                day_words(day, index + 1),
                expanded=is_unfolded,
                key=f"fold-{key}",
                on_change="rerun",
            )
            if folder.open:
                with folder:
                    self._draw_open(index, key)

    def _draw_open(self, index: int, key: str) -> None:
        with st.container(horizontal=True, vertical_alignment="center", key=f"day-head-{key}"):
            st.caption(total_words(day_total(self._itinerary, index)) or FREE, width="stretch")
            day_menu(self._hand, self._itinerary, index, f"day-menu-{key}")
        way, *onward = (*day_legs(self._itinerary, index), None)
        if words := way_words(way):
            with st.container(key=f"first-way-{key}"):
                st.markdown(words)
        for number, stop in enumerate(self._itinerary.days[index].stops):
            self._draw_stop(At(index, number), stop, onward[number], f"{key}-{number}")
        st.button(
            "Add a stop",
            key=f"add-stop-{key}",
            icon=":material/add:",
            type="tertiary",
            disabled=not self._hand.are_possible,
            on_click=self._session.tab.open_form,
            args=(Form.ADD_STOP, At(index, 0)),
        )

    def _draw_stop(self, at: At, stop: Stop, onward: Leg | None, key: str) -> None:
        name = plain_line(stop.place)
        with st.container(horizontal=True, key=f"stop-row-{key}"):
            st.markdown(stop_words(stop, at.stop + 1, onward), width="stretch")
            if stop.marker:
                st.button(
                    f"Show {name} on the map",
                    key=f"show-stop-{key}",
                    icon=":material/my_location:",
                    type="tertiary",
                    on_click=self._session.tab.look_at,
                    args=(close_up(stop.marker), self._moves),
                )
            stop_menu(self._hand, self._itinerary, at, name, f"stop-menu-{key}")
