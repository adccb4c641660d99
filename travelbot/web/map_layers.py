"""The layers of the chart: the days' ways, the pins, their numbers and their labels."""

from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import Any

import pydeck

from travelbot.service.viewport import TILE
from travelbot.web.labels import Placement
from travelbot.web.map_pins import Colour, Pin, Position

TEXT_PX, NUMBER_PX = 13, 11
PIN_PX, STOP_PX = 7, 9
"""Radii of pins without a number and with one."""
PATH_PX = 3
PATH_OPACITY = 0.9
EQUATOR_M = 40_075_017.0
"""Metres around the equator, WGS 84."""

INK: dict[str, Colour] = {"light": (22, 38, 48), "dark": (240, 244, 246)}
PAPER: dict[str, Colour] = {"light": (255, 255, 255, 225), "dark": (16, 27, 35, 225)}
RIM: dict[str, Colour] = {"light": (255, 255, 255), "dark": (16, 27, 35)}
"""Inside pins whose position isn't verified."""
OUTLINE: dict[str, Colour] = {"light": (255, 255, 255), "dark": (240, 244, 246)}
"""Around all others, whose colours alone wouldn't stand out from a dark map."""
LIGHTENED = {"light": 0.0, "dark": 0.4}
"""How far the ways' colours go towards white."""
WHITE: Colour = (255, 255, 255)
BESIDE = {"get_pixel_offset": "offset", "get_text_anchor": "anchor"}


def layers_of(
    pins: Sequence[Pin], paths: Sequence[tuple[Colour, list[Position]]], theme: str
) -> list[pydeck.Layer]:
    """The layers that show something, the lowest first."""
    labelled = [(pin, pin.placement) for pin in pins if pin.placement]
    layers = (
        _paths(paths, theme),
        _dots(pins, theme),
        _numbers([each for each in labelled if each[0].number], theme),
        _labels([each for each in labelled if not each[1].from_zoom], theme),
        _crowded([each for each in labelled if each[1].from_zoom], theme),
    )
    return [layer for layer in layers if layer.data]


def way_colour(colour: Colour, theme: str) -> Colour:
    """A day's colour as its way has it on the light map or the dark one."""
    part = LIGHTENED[theme]
    return tuple(round(each + part * (255 - each)) for each in colour)


def _paths(paths: Sequence[tuple[Colour, list[Position]]], theme: str) -> pydeck.Layer:
    return pydeck.Layer(
        "PathLayer",
        [{"colour": way_colour(colour, theme), "path": path} for colour, path in paths],
        id="paths",
        get_path="path",
        get_color="colour",
        get_width=PATH_PX,
        width_units=pydeck.types.String("pixels"),
        opacity=PATH_OPACITY,
        cap_rounded=True,
        joint_rounded=True,
        wrap_longitude=True,
    )


def _dots(pins: Sequence[Pin], theme: str) -> pydeck.Layer:
    rows = [
        {
            "position": pin.marker.position,
            "tip": pin.tip,
            "radius": STOP_PX if pin.number else PIN_PX,
            "fill": pin.colour if pin.marker.verified else RIM[theme],
            "rim": OUTLINE[theme] if pin.marker.verified else pin.colour,
        }
        for pin in pins
    ]
    return pydeck.Layer(
        "ScatterplotLayer",
        rows,
        id="pins",
        get_position="position",
        get_radius="radius",
        radius_units=pydeck.types.String("pixels"),
        get_fill_color="fill",
        stroked=True,
        get_line_color="rim",
        get_line_width=2.5,
        line_width_units=pydeck.types.String("pixels"),
        pickable=True,
    )


def _numbers(labelled: Sequence[tuple[Pin, Placement]], theme: str) -> pydeck.Layer:
    """Numbers on their pins, each to be seen from the same zoom as its label."""
    rows = [
        {
            "position": pin.marker.position,
            "number": str(pin.number),
            "ink": WHITE if pin.marker.verified else INK[theme],
            "metres": _metres(pin, placement),
        }
        for pin, placement in labelled
    ]
    return _text_layer(
        "numbers", rows, text="number", size="metres", ink="ink", **_on_the_ground(NUMBER_PX)
    )


def _labels(labelled: Sequence[tuple[Pin, Placement]], theme: str) -> pydeck.Layer:
    """Labels in the size of text, on paper."""
    return _text_layer(
        "labels",
        [_label_row(*each) for each in labelled],
        size=TEXT_PX,
        ink=INK[theme],
        **BESIDE,
        background=True,
        get_background_color=PAPER[theme],
        background_padding=[5, 2, 5, 2],
        background_border_radius=4,
    )


def _crowded(labelled: Sequence[tuple[Pin, Placement]], theme: str) -> pydeck.Layer:
    """Labels on the ground: too small to be seen until one comes close enough."""
    return _text_layer(
        "crowded",
        [{**_label_row(*each), "metres": _metres(*each)} for each in labelled],
        size="metres",
        ink=INK[theme],
        **BESIDE,
        **_on_the_ground(TEXT_PX),
    )


def _on_the_ground(most: int) -> dict[str, Any]:
    """A size in metres, of at most so many pixels."""
    return {"size_units": pydeck.types.String("meters"), "size_max_pixels": most}


def _label_row(pin: Pin, placement: Placement) -> dict[str, object]:
    return {
        "position": pin.marker.position,
        "label": pin.label,
        "offset": placement.offset,
        "anchor": placement.anchor,
    }


def _metres(pin: Pin, placement: Placement) -> float:
    """What the label's height spans on the ground at the zoom from which it is to be read."""
    across = EQUATOR_M * cos(radians(pin.marker.latitude))
    return round(TEXT_PX * across / (TILE * 2**placement.from_zoom), 2)


def _text_layer(
    name: str,
    rows: Sequence[Mapping[str, object]],
    size: str | int,
    ink: str | Colour,
    text: str = "label",
    **looks: object,
) -> pydeck.Layer:
    return pydeck.Layer(
        "TextLayer",
        rows,
        id=name,
        get_position="position",
        get_text=text,
        get_size=size,
        get_color=ink,
        character_set=pydeck.types.String("auto"),
        font_family=pydeck.types.String("Source Sans, system-ui, sans-serif"),
        font_weight=600,
        **looks,
    )
