"""The one mounted map: a trip's map as a pydeck chart."""

from typing import Any

import pydeck
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from travelbot.models.trip_map import TripMap
from travelbot.web import basemap
from travelbot.web.labels import place_labels

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

    def __init__(self, theme: str, returns: int) -> None:
        self._theme = theme
        self._returns = returns
        self._handle: DeltaGenerator | None = None

    def show(self, trip_map: TripMap) -> None:
        """Draw the map; moves the camera where the assistant made a new move."""
        draw = self._handle.pydeck_chart if self._handle else st.pydeck_chart
        chart = deck(trip_map, self._theme, trip_map.moves + self._returns)
        self._handle = draw(chart, key="map", height=HEIGHT, alt=alt_text(trip_map))


def deck(trip_map: TripMap, theme: str, moves: int) -> pydeck.Deck:
    """The map as pydeck wants it; `moves` counts all intended moves of the camera."""
    view, nudge = trip_map.viewport, (moves % 1000) * NUDGE
    rows = _rows(trip_map)
    return pydeck.Deck(
        map_provider="carto",
        map_style=basemap.style_url(theme),
        initial_view_state=pydeck.ViewState(
            latitude=view.latitude - nudge,
            longitude=view.longitude - nudge,
            zoom=view.zoom + nudge,
            transition_duration=MOVE_MS + moves % 2,
        ),
        layers=[_pins(rows, theme), _labels(rows, theme)],
        tooltip={"text": "{label}"},
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
