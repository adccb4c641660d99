"""The itinerary's tab: the trip at a glance, what may be wrong with it, and its days."""

import streamlit as st
from streamlit.elements.lib.mutable_tab_container import TabContainer

from travelbot.models.events import TurnEvent, trip_after
from travelbot.models.itinerary import Itinerary
from travelbot.service.itinerary import edits
from travelbot.web.itinerary.day_list import DayList
from travelbot.web.itinerary.hand_edits import HandEdits
from travelbot.web.itinerary.nothing_planned import draw_nothing_planned
from travelbot.web.itinerary.problem_list import draw_problems
from travelbot.web.itinerary.words import trip_words
from travelbot.web.prose import plain_line
from travelbot.web.session import Session

RUNNING = "A reply is being written: you can edit the itinerary when it has ended."


class ItineraryPanel:
    """Draws the itinerary while its tab is open, and draws it anew as the trip goes on."""

    def __init__(self, session: Session, place: TabContainer) -> None:
        self._session = session
        self._hand = HandEdits(session)
        self._trip = session.trip
        self._is_open = bool(place.open)
        self._drawn = 0
        with place, st.container(key="itinerary", height=500, border=False):
            self._slot = st.empty()
        self._draw()

    def show(self, event: TurnEvent) -> None:
        """Draw what an event has changed."""
        before, self._trip = self._trip, trip_after(self._trip, [event])
        if self._trip.itinerary != before.itinerary:
            self._draw()

    def settle(self) -> None:
        """Draw the itinerary as the turn that has just ended left it, to be edited."""
        self._trip = self._session.trip
        self._draw()

    def _draw(self) -> None:
        if not self._is_open:
            return
        self._drawn += 1
        key, itinerary = str(self._drawn), self._trip.itinerary
        with self._slot.container(key=f"itinerary-{key}"):
            if itinerary.days:
                self._draw_head(itinerary, key)
                draw_problems(self._session, itinerary, key)
            else:
                draw_nothing_planned(self._session, key)
            DayList(self._session, self._hand, itinerary, key).draw()
            self._draw_add_day(key)

    def _draw_head(self, itinerary: Itinerary, key: str) -> None:
        with st.container(horizontal=True, vertical_alignment="center", key=f"trip-head-{key}"):
            title = plain_line(itinerary.title or "Your trip")
            st.markdown(f"**{title}**  \n:small[:gray[{trip_words(itinerary)}]]", width="stretch")
            self._draw_undo(key)
        if self._session.turn:
            st.caption(RUNNING)

    def _draw_undo(self, key: str) -> None:
        st.button(
            "Undo",
            key=f"undo-{key}",
            icon=":material/undo:",
            type="tertiary",
            disabled=not self._hand.can_undo,
            on_click=self._hand.undo,
        )

    def _draw_add_day(self, key: str) -> None:
        if self._session.conversation.last_reply:
            st.button(
                "Add a day",
                key=f"add-day-{key}",
                icon=":material/add:",
                disabled=not self._hand.are_possible,
                on_click=self._hand.apply,
                args=(edits.add_day,),
                width="stretch",
            )
