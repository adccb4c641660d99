"""A trip as pydeck wants it: what stands on the map, and where the camera looks."""

import json

import pydeck

from travelbot.models.trip import Trip
from travelbot.web import basemap
from travelbot.web.camera import Camera
from travelbot.web.map_layers import layers_of
from travelbot.web.map_pins import paths_of, pins_of

DRAWN_LATITUDE = 85.0
"""Degrees; the projection ends there, and the chart fails beyond 90."""
NUDGE = 1e-7
"""Degrees and zoom levels. Streamlit moves the camera only for values that it hasn't had before,
so each intended move gets an offset of its own, too small to see."""


class Chart(pydeck.Deck):  # type: ignore[misc]
    """A chart that is sent without the spaces that pydeck indents with, which are half of it."""

    def to_json(self) -> str:
        """What Streamlit sends to the browser."""
        spec = json.loads(super().to_json())
        return json.dumps(spec, ensure_ascii=False, separators=(",", ":"))


def deck(trip: Trip, theme: str, camera: Camera, move_ms: int = 0) -> Chart:
    """The trip's pins as pydeck wants them, seen by `camera`, which gets there in `move_ms`."""
    return Chart(
        map_provider="carto",
        map_style=basemap.style_url(theme),
        initial_view_state=_view_state(camera, move_ms),
        layers=layers_of(pins_of(trip), paths_of(trip.itinerary), theme),
        tooltip={"text": "{tip}"},
    )


def _view_state(camera: Camera, move_ms: int) -> pydeck.ViewState:
    view, nudge = camera.viewport, (camera.moves % 1000) * NUDGE
    animation = {"transition_duration": move_ms + camera.moves % 2} if move_ms else {}
    return pydeck.ViewState(
        latitude=_towards_zero(max(-DRAWN_LATITUDE, min(DRAWN_LATITUDE, view.latitude)), nudge),
        longitude=_towards_zero(view.longitude, nudge),
        zoom=view.zoom + nudge,
        **animation,
    )


def _towards_zero(degrees: float, nudge: float) -> float:
    return degrees - nudge if degrees > 0 else degrees + nudge
