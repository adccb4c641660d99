"""`update_map_and_markers`: the model moves the map and places pins."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Annotated, Any

from pydantic import Field, model_validator

from travelbot.errors import BadToolCall
from travelbot.models.trip import Trip
from travelbot.models.trip_map import (
    MAX_MARKERS,
    Label,
    Latitude,
    Longitude,
    Marker,
    TripMap,
    Viewport,
    Zoom,
)
from travelbot.service.grounding import CheckedPins, Pin
from travelbot.service.grounding.positions import Position
from travelbot.service.tools import Arguments, Outcome, Tool, decoded
from travelbot.service.viewport import fit, shows

DEFAULT_ZOOM = 11.0
"""A city: where neither the call nor the pins say how close to look."""
Check = Callable[[Iterable[Pin]], CheckedPins]
"""Says which pins may be placed, and where."""
FLAT_VIEW = ("latitude", "longitude", "zoom")
FLAT_MARKERS = {"latitudes": "latitude", "longitudes": "longitude", "labels": "label"}


class ViewArgument(Arguments):
    """Where the map shall look."""

    latitude: Latitude
    longitude: Longitude
    zoom: Zoom = DEFAULT_ZOOM


class MarkerArgument(Arguments):
    """A pin to place. A latitude beyond the poles may be a swapped longitude: the check tells."""

    latitude: Annotated[
        float,
        Field(
            ge=-180,
            le=180,
            description="degrees north, -90 to 90",
            json_schema_extra={"minimum": -90, "maximum": 90},
        ),
    ]
    longitude: Longitude
    label: Label
    city: str = Field("", description="The city that it lies in, with its country: 'Nara, Japan'.")

    @property
    def pin(self) -> Pin:
        """What is to be checked."""
        return Pin(self.label, Position(self.latitude, self.longitude), self.city)


class UpdateMap(Arguments):
    """The arguments of the tool; the origin's six flat fields are accepted as well."""

    view: ViewArgument | None = Field(None, description="Leave out to let the map stay.")
    markers: Annotated[list[MarkerArgument], Field(max_length=MAX_MARKERS)] | None = Field(
        None, description="These replace all pins; leave out to keep them, [] removes them."
    )
    place: str | None = Field(None, description="What the view shows, e.g. 'Tokyo'.")

    @model_validator(mode="before")
    @classmethod
    def _accept_flat_fields(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        nested = {name: decoded(value) for name, value in data.items()}
        if not nested.get("view") and any(data.get(name) is not None for name in FLAT_VIEW):
            nested["view"] = {name: data[name] for name in FLAT_VIEW if data.get(name) is not None}
        if nested.get("markers") is None and any(nested.get(name) for name in FLAT_MARKERS):
            nested["markers"] = _zip_markers(nested)
        return nested

    @model_validator(mode="after")
    def _require_something(self) -> "UpdateMap":
        if self.view is None and self.markers is None:
            raise ValueError("give a view, markers, or both")
        return self


def update_map(check: Check, trip: Trip, arguments: Mapping[str, Any]) -> Outcome:
    """Move the map and replace its pins as asked; pins out of sight are brought into view.

    Pins that `check` refuses are left out, and the model is told why; raises BadToolCall where
    none is left.
    """
    update = UpdateMap.model_validate(arguments)
    before = trip.map
    checked = CheckedPins(before.markers)
    if update.markers is not None:
        checked = check(marker.pin for marker in update.markers)
    if checked.refusals and not checked.markers:
        raise BadToolCall(" ".join(checked.refusals))
    viewport = _viewport(before, update, checked.markers)
    moved = update.view is not None or viewport != before.viewport
    after = TripMap(viewport=viewport, markers=checked.markers, moves=before.moves + moved)
    result = json.dumps(_result(after, checked), ensure_ascii=False)
    return Outcome(
        trip=trip.model_copy(update={"map": after}), result=result, label=_label(update, checked)
    )


def map_tool(check: Check) -> Tool:
    """The tool that moves the map and places the pins that `check` lets pass."""
    return Tool(
        name="update_map_and_markers",
        description=(
            "Show places on the reader's map: move its view and replace its pins. Call it before "
            "you write about places, so that the reader sees them while reading. Pins that "
            "contradict their label are refused; call again with all pins, corrected."
        ),
        parameters=UpdateMap.model_json_schema(),
        running="Drawing on the map",
        run=partial(update_map, check),
    )


def _result(trip_map: TripMap, checked: CheckedPins) -> dict[str, Any]:
    """What the model should know: where the map looks, and what became of the pins."""
    unverified = [marker.label for marker in trip_map.markers if not marker.verified]
    told = {
        "unverified": unverified,
        "repaired": list(checked.repairs),
        "refused": list(checked.refusals),
    }
    return {
        "ok": True,
        "viewport": trip_map.viewport.model_dump(),
        "markers": len(trip_map.markers),
        **{name: pins for name, pins in told.items() if pins},
    }


def _viewport(trip_map: TripMap, update: UpdateMap, markers: tuple[Marker, ...]) -> Viewport:
    if update.view is None:
        in_sight = trip_map.moves > 0 and shows(trip_map.viewport, markers)
        return trip_map.viewport if in_sight or not markers else fit(markers, DEFAULT_ZOOM)
    asked = Viewport.model_validate(update.view.model_dump())
    if not (update.markers and markers) or shows(asked, markers):
        return asked
    return fit(markers, asked.zoom)


def _label(update: UpdateMap, checked: CheckedPins) -> str:
    if update.markers is None:
        return f"Moved the map to {update.place}" if update.place else "Moved the map"
    where = f" in {update.place}" if update.place else ""
    refused = f", refused {len(checked.refusals)}" if checked.refusals else ""
    match checked.markers:
        case ():
            return "Removed the pins"
        case (marker,):
            return f"Pinned {marker.label}{refused}"
        case markers:
            return f"Placed {len(markers)} pins{where}{refused}"


def _zip_markers(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    columns = [data.get(name) or [] for name in FLAT_MARKERS]
    if not all(isinstance(column, list) for column in columns):
        raise ValueError("latitudes, longitudes and labels must be lists")
    if len({len(column) for column in columns}) > 1:
        lengths = ", ".join(f"{len(c)} {n}" for n, c in zip(FLAT_MARKERS, columns, strict=True))
        raise ValueError(f"the lists must be of the same length, not {lengths}")
    fields = FLAT_MARKERS.values()
    return [dict(zip(fields, row, strict=True)) for row in zip(*columns, strict=True)]
