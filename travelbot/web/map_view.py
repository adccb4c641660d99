"""The one mounted map: a trip's map as a pydeck chart."""

from typing import Any

import pydeck
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from travelbot.models.trip_map import TripMap, Viewport
from travelbot.web import basemap
from travelbot.web.labels import place_labels
from travelbot.web.state import Tab

HEIGHT = 600
"""Pixels, where the stylesheet can't stretch it to the window."""
MOVE_MS = 1500
NUDGE = 1e-7
"""Degrees and zoom levels. Streamlit moves the camera only for values that it hasn't had before,
so each intended move gets an offset of its own, too small to see."""

Colour = list[int]
PIN: Colour = [232, 76, 61]
INK: dict[str, Colour] = {"light": [22, 38, 48], "dark": [240, 244, 246]}
PAPER: dict[str, Colour] = {"light": [255, 255, 255, 225], "dark": [16, 27, 35, 225]}
RIM: dict[str, Colour] = {"light": [255, 255, 255], "dark": [16, 27, 35]}


class MapView:
    """The chart in its place; `show` changes what it shows without mounting it anew."""

    def __init__(self, theme: str, tab: Tab) -> None:
        self._theme = theme
        self._tab = tab
        self._handle: DeltaGenerator | None = None

    def show(self, trip_map: TripMap) -> None:
        """Draw the map; the camera moves where the assistant or the reader asked for it.

        A map that is just being mounted gets no animation: Streamlit would run it against the
        first resize, and lose a move that comes meanwhile.
        """
        moves = trip_map.moves + self._tab.returns
        camera = (trip_map.viewport, moves)
        animated = self._tab.camera is not None and self._tab.camera != camera
        self._tab.camera = camera
        draw = self._handle.pydeck_chart if self._handle else st.pydeck_chart
        chart = deck(trip_map, self._theme, moves, MOVE_MS if animated else 0)
        self._handle = draw(chart, key="map", height=HEIGHT, alt=alt_text(trip_map))


def deck(trip_map: TripMap, theme: str, moves: int, move_ms: int = 0) -> pydeck.Deck:
    """The map as pydeck wants it; `moves` counts all intended moves of the camera."""
    rows = _rows(trip_map)
    return pydeck.Deck(
        map_provider="carto",
        map_style=basemap.style_url(theme),
        initial_view_state=_view_state(trip_map.viewport, moves, move_ms),
        layers=[_pins(rows, theme), _labels(rows, theme)],
        tooltip={"text": "{label}"},
    )


def _view_state(viewport: Viewport, moves: int, move_ms: int) -> pydeck.ViewState:
    nudge = (moves % 1000) * NUDGE
    animation = {"transition_duration": move_ms + moves % 2} if move_ms else {}
    return pydeck.ViewState(
        latitude=viewport.latitude - nudge,
        longitude=viewport.longitude - nudge,
        zoom=viewport.zoom + nudge,
        **animation,
    )


def alt_text(trip_map: TripMap) -> str:
    """What is on the map, for those who can't see it."""
    labels = ", ".join(marker.label for marker in trip_map.markers)
    return f"Map with {len(trip_map.markers)} pins: {labels}" if labels else "Map without pins"


def _rows(trip_map: TripMap) -> list[dict[str, Any]]:
    placements = place_labels(trip_map.markers, trip_map.viewport)
    return [
        {
            "position": [marker.longitude, marker.latitude],
            "label": marker.label,
            "offset": placement.offset,
            "anchor": placement.anchor,
        }
        for marker, placement in zip(trip_map.markers, placements, strict=True)
    ]


def _pins(rows: list[dict[str, Any]], theme: str) -> pydeck.Layer:
    return pydeck.Layer(
        "ScatterplotLayer",
        rows,
        id="pins",
        get_position="position",
        get_radius=7,
        radius_units=pydeck.types.String("pixels"),
        get_fill_color=PIN,
        stroked=True,
        get_line_color=RIM[theme],
        get_line_width=2.5,
        line_width_units=pydeck.types.String("pixels"),
        pickable=True,
    )


def _labels(rows: list[dict[str, Any]], theme: str) -> pydeck.Layer:
    return pydeck.Layer(
        "TextLayer",
        rows,
        id="labels",
        get_position="position",
        get_text="label",
        get_size=13,
        get_color=INK[theme],
        get_pixel_offset="offset",
        get_text_anchor="anchor",
        character_set=pydeck.types.String("auto"),
        font_family=pydeck.types.String("Source Sans, system-ui, sans-serif"),
        font_weight=600,
        background=True,
        get_background_color=PAPER[theme],
        background_padding=[5, 2, 5, 2],
        background_border_radius=4,
    )
