"""The one mounted map: a trip's map as a pydeck chart."""

from math import cos, radians
from time import monotonic, sleep
from typing import Any

import pydeck
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from travelbot.models.trip_map import Marker, TripMap
from travelbot.service.viewport import TILE
from travelbot.web import basemap
from travelbot.web.labels import place_labels
from travelbot.web.prose import one_line
from travelbot.web.state import BEAT, Camera, Tab, stop_point

DRAWN_LATITUDE = 85.0
"""Degrees; the projection ends there, and the chart fails beyond 90."""
HEIGHT = 600
"""Pixels, where the stylesheet can't stretch it to the window."""
MOVE_MS = 1000
CAMERA_BUSY = 2.0
"""Seconds until a browser has surely played an animation: its length, and as much for the way."""
NUDGE = 1e-7
"""Degrees and zoom levels. Streamlit moves the camera only for values that it hasn't had before,
so each intended move gets an offset of its own, too small to see."""

TEXT_PX = 13
EQUATOR_M = 40_075_017.0
"""Metres around the equator, WGS 84."""
SHRINKING = {
    "get_size": "metres",
    "size_units": pydeck.types.String("meters"),
    "size_max_pixels": TEXT_PX,
}
"""Labels on the ground: too small to be seen until one comes close enough."""
UNVERIFIED = "position not verified"

Colour = list[int]
PIN: Colour = [232, 76, 61]
INK: dict[str, Colour] = {"light": [22, 38, 48], "dark": [240, 244, 246]}
PAPER: dict[str, Colour] = {"light": [255, 255, 255, 225], "dark": [16, 27, 35, 225]}
RIM: dict[str, Colour] = {"light": [255, 255, 255], "dark": [16, 27, 35]}


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
        self._wanted = TripMap()
        self._handle: DeltaGenerator | None = None

    def show(self, trip_map: TripMap) -> None:
        """Draw the map, its pins at once and its view as soon as the camera is free."""
        self._wanted = trip_map
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
        focus = self._tab.focus
        followed = focus and focus.moves == self._wanted.moves
        viewport = focus.viewport if focus and followed else self._wanted.viewport
        moves = self._wanted.moves + self._tab.returns
        return Camera(viewport, moves, free_at=monotonic() + CAMERA_BUSY)

    def _draw(self, camera: Camera, move_ms: int) -> None:
        draw = self._handle.pydeck_chart if self._handle else st.pydeck_chart
        chart = deck(self._wanted, self._theme, camera, move_ms)
        self._handle = draw(chart, key="map", height=HEIGHT, alt=alt_text(self._wanted))


def deck(trip_map: TripMap, theme: str, camera: Camera, move_ms: int = 0) -> pydeck.Deck:
    """The map's pins as pydeck wants them, seen by `camera`, which gets there in `move_ms`."""
    rows = _rows(trip_map, theme)
    return pydeck.Deck(
        map_provider="carto",
        map_style=basemap.style_url(theme),
        initial_view_state=_view_state(camera, move_ms),
        layers=[
            _pins(rows),
            _labels("labels", [row for row in rows if not row["metres"]], theme),
            _labels("crowded", [row for row in rows if row["metres"]], theme, **SHRINKING),
        ],
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


def alt_text(trip_map: TripMap) -> str:
    """What is on the map, for those who can't see it."""
    labels = ", ".join(one_line(marker.label) for marker in trip_map.markers)
    return f"Map with {len(trip_map.markers)} pins: {labels}" if labels else "Map without pins"


def describe(marker: Marker) -> str:
    """Kind, country, and whether the position is verified."""
    status = "" if marker.verified else UNVERIFIED
    return " · ".join(filter(None, (marker.kind or "place", marker.country, status)))


def _rows(trip_map: TripMap, theme: str) -> list[dict[str, Any]]:
    placements = place_labels(trip_map.markers, trip_map.viewport)
    labels = [one_line(marker.label) for marker in trip_map.markers]
    return [
        {
            "position": [marker.longitude, marker.latitude],
            "label": label,
            "tip": f"{label}\n{describe(marker)}",
            "fill": PIN if marker.verified else RIM[theme],
            "rim": RIM[theme] if marker.verified else PIN,
            "offset": placement.offset,
            "anchor": placement.anchor,
            "metres": _metres(placement.from_zoom, marker.latitude),
        }
        for marker, label, placement in zip(trip_map.markers, labels, placements, strict=True)
    ]


def _pins(rows: list[dict[str, Any]]) -> pydeck.Layer:
    return pydeck.Layer(
        "ScatterplotLayer",
        rows,
        id="pins",
        get_position="position",
        get_radius=7,
        radius_units=pydeck.types.String("pixels"),
        get_fill_color="fill",
        stroked=True,
        get_line_color="rim",
        get_line_width=2.5,
        line_width_units=pydeck.types.String("pixels"),
        pickable=True,
    )


def _metres(from_zoom: float, latitude: float) -> float:
    """What a label's height spans on the ground at the zoom from which it is to be read."""
    if not from_zoom:
        return 0.0
    return TEXT_PX * EQUATOR_M * cos(radians(latitude)) / (TILE * 2**from_zoom)


def _labels(name: str, rows: list[dict[str, Any]], theme: str, **size: object) -> pydeck.Layer:
    return pydeck.Layer(
        "TextLayer",
        rows,
        id=name,
        get_position="position",
        get_text="label",
        get_color=INK[theme],
        get_pixel_offset="offset",
        get_text_anchor="anchor",
        character_set=pydeck.types.String("auto"),
        font_family=pydeck.types.String("Source Sans, system-ui, sans-serif"),
        font_weight=600,
        background=not size,
        get_background_color=PAPER[theme],
        background_padding=[5, 2, 5, 2],
        background_border_radius=4,
        **(size or {"get_size": TEXT_PX}),
    )
