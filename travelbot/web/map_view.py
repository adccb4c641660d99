"""The one mounted map: where it is drawn, and when its camera moves."""

from time import monotonic, sleep

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from travelbot.models.trip import Trip
from travelbot.web.camera import Camera
from travelbot.web.map_deck import deck
from travelbot.web.map_pins import alt_text
from travelbot.web.state import BEAT, stop_point
from travelbot.web.tab import Tab

HEIGHT = 600
"""Pixels, where the stylesheet can't stretch it to the window."""
MOVE_MS = 1000
CAMERA_BUSY = 2.0
"""Seconds until a browser has surely played an animation: its length, and as much for the way."""


class MapView:
    """The chart in its place; `show` changes what it shows without mounting it anew.

    While an animation runs, the browser reports each of its steps to Streamlit's chart, and a
    new view that comes meanwhile gets lost among them. So a view waits for the animation's
    end, and only pins change at once. A map that is just being mounted isn't animated, because
    its first resize would be the animation's first step.
    """

    def __init__(self, theme: str, tab: Tab) -> None:
        self._theme = theme
        self._tab = tab
        self._wanted = Trip()
        self._handle: DeltaGenerator | None = None

    def show(self, trip: Trip) -> None:
        """Draw the trip, its pins at once and its view as soon as the camera is free."""
        self._wanted = trip
        wanted, last = self._wanted_camera(), self._tab.camera
        if last and wanted.is_elsewhere(last) and monotonic() < last.free_at:
            self._draw(last, move_ms=0)
            return
        animated = last is not None and wanted.is_elsewhere(last)
        self._tab.camera = wanted if animated or last is None else last
        self._draw(self._tab.camera, MOVE_MS if animated else 0)

    def catch_up(self) -> None:
        """Draw a view that had to wait, if the camera is free now."""
        last = self._tab.camera
        if last and self._wanted_camera().is_elsewhere(last) and monotonic() >= last.free_at:
            self.show(self._wanted)

    def settle(self) -> None:
        """Wait until the last view is drawn; a click ends the wait."""
        while self._tab.camera and self._wanted_camera().is_elsewhere(self._tab.camera):
            stop_point()
            sleep(BEAT)
            self.catch_up()

    def _wanted_camera(self) -> Camera:
        focus, wanted = self._tab.focus, self._wanted.map
        followed = focus and focus.moves == wanted.moves
        viewport = focus.viewport if focus and followed else wanted.viewport
        moves = wanted.moves + self._tab.returns
        return Camera(viewport, moves, free_at=monotonic() + CAMERA_BUSY)

    def _draw(self, camera: Camera, move_ms: int) -> None:
        draw = self._handle.pydeck_chart if self._handle else st.pydeck_chart
        chart = deck(self._wanted, self._theme, camera, move_ms)
        self._handle = draw(chart, key="map", height=HEIGHT, alt=alt_text(self._wanted))
