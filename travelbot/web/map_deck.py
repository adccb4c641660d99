"""A trip's map as pydeck wants it: the pins, their labels, and where the camera looks."""

import json
from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import Any, NamedTuple

import pydeck

from travelbot.models.trip_map import Marker, TripMap
from travelbot.service.viewport import TILE
from travelbot.web import basemap
from travelbot.web.labels import Placement, place_labels
from travelbot.web.prose import one_line
from travelbot.web.state import Camera

DRAWN_LATITUDE = 85.0
"""Degrees; the projection ends there, and the chart fails beyond 90."""
NUDGE = 1e-7
"""Degrees and zoom levels. Streamlit moves the camera only for values that it hasn't had before,
so each intended move gets an offset of its own, too small to see."""
DEGREE_DIGITS = 6
"""Of a degree: a tenth of a metre."""

TEXT_PX = 13
EQUATOR_M = 40_075_017.0
"""Metres around the equator, WGS 84."""
UNVERIFIED = "position not verified"

Colour = list[int]
PIN: Colour = [232, 76, 61]
INK: dict[str, Colour] = {"light": [22, 38, 48], "dark": [240, 244, 246]}
PAPER: dict[str, Colour] = {"light": [255, 255, 255, 225], "dark": [16, 27, 35, 225]}
RIM: dict[str, Colour] = {"light": [255, 255, 255], "dark": [16, 27, 35]}


class Chart(pydeck.Deck):  # type: ignore[misc]
    """A chart that is sent without the spaces that pydeck indents with, which are half of it."""

    def to_json(self) -> str:
        """What Streamlit sends to the browser."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"))


def deck(trip_map: TripMap, theme: str, camera: Camera, move_ms: int = 0) -> Chart:
    """The map's pins as pydeck wants them, seen by `camera`, which gets there in `move_ms`."""
    named = _named(trip_map)
    return Chart(
        map_provider="carto",
        map_style=basemap.style_url(theme),
        initial_view_state=_view_state(camera, move_ms),
        layers=[
            _pins(named, theme),
            _labels("labels", [each for each in named if not each.placement.from_zoom], theme),
            _crowded("crowded", [each for each in named if each.placement.from_zoom], theme),
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


class _Named(NamedTuple):
    """A pin with its label on one line, and where that stands."""

    marker: Marker
    label: str
    placement: Placement

    @property
    def position(self) -> list[float]:
        return [
            round(self.marker.longitude, DEGREE_DIGITS),
            round(self.marker.latitude, DEGREE_DIGITS),
        ]


def _named(trip_map: TripMap) -> list[_Named]:
    placements = place_labels(trip_map.markers, trip_map.viewport)
    labels = [_inert(one_line(marker.label)) for marker in trip_map.markers]
    return list(map(_Named, trip_map.markers, labels, placements))


def _inert(label: str) -> str:
    """The label as deck.gl shows it: what begins with this mark is an expression to be run."""
    return f" {label}" if label.startswith("@@") else label


def _pins(named: Sequence[_Named], theme: str) -> pydeck.Layer:
    rows = [
        {
            "position": each.position,
            "label": each.label,
            "tip": f"{each.label}\n{describe(each.marker)}",
            "fill": PIN if each.marker.verified else RIM[theme],
            "rim": RIM[theme] if each.marker.verified else PIN,
        }
        for each in named
    ]
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


def _labels(name: str, named: Sequence[_Named], theme: str) -> pydeck.Layer:
    """Labels in the size of text, on paper."""
    return _text_layer(
        name,
        [_text_row(each) for each in named],
        theme,
        get_size=TEXT_PX,
        background=True,
        get_background_color=PAPER[theme],
        background_padding=[5, 2, 5, 2],
        background_border_radius=4,
    )


def _crowded(name: str, named: Sequence[_Named], theme: str) -> pydeck.Layer:
    """Labels on the ground: too small to be seen until one comes close enough."""
    return _text_layer(
        name,
        [{**_text_row(each), "metres": _metres(each)} for each in named],
        theme,
        get_size="metres",
        size_units=pydeck.types.String("meters"),
        size_max_pixels=TEXT_PX,
    )


def _text_row(named: _Named) -> dict[str, Any]:
    offset, anchor, _ = named.placement
    return {
        "position": named.position,
        "label": named.label,
        "offset": offset,
        "anchor": anchor,
    }


def _metres(named: _Named) -> float:
    """What the label's height spans on the ground at the zoom from which it is to be read."""
    across = EQUATOR_M * cos(radians(named.marker.latitude))
    return round(TEXT_PX * across / (TILE * 2**named.placement.from_zoom), 2)


def _text_layer(
    name: str, rows: Sequence[Mapping[str, object]], theme: str, **looks: object
) -> pydeck.Layer:
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
        **looks,
    )
