"""The shapes in which models send days and stops, brought into one."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from travelbot.service.tools import decoded

MOST_DIGITS = 9
_WRAPPERS = ("itinerary", "plan", "trip")
_POSITIONS = ("position", "location", "coordinates")
DAY_ALIASES = {"title": ("name", "theme"), "stops": ("places", "activities", "items")}
STOP_ALIASES = {
    "place": ("name", "label", "location", "title"),
    "latitude": ("lat",),
    "longitude": ("lng", "lon"),
    "time": ("start_time", "arrival_time", "arrival", "start"),
    "stay_minutes": ("stay", "duration_minutes", "duration"),
    "mode": ("transport", "travel_mode"),
    "note": ("notes", "description"),
}


def filled(fields: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields if value is not None and value != ""}


def unwrapped(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The object or the list that some models put the whole into."""
    if "days" in data or "stops" in data:
        return data
    inner = next((decoded(data[name]) for name in _WRAPPERS if name in data), None)
    if isinstance(inner, list):
        return {**data, "days": inner}
    return {**data, **inner} if isinstance(inner, Mapping) else data


def in_order(days: Any) -> Any:
    """Days that come under their numbers or names, as a list."""
    if not isinstance(days, Mapping):
        return days
    numbers = {name: re.search(r"\d+", name) for name in days}
    if all(numbers.values()):
        return [days[name] for name in sorted(days, key=lambda n: _number(numbers[n]))]
    return list(days.values())


def _number(found: "re.Match[str] | None") -> int:
    return int(found[0][:MOST_DIGITS]) if found else 0


def renamed(data: Mapping[str, Any], aliases: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """The fields that say something, under the names that they should have."""
    fields = filled(data.items())
    for name, others in aliases.items():
        said = [fields[other] for other in others if other in fields]
        if name not in fields and said:
            fields[name] = said[0]
    return fields


def flattened(data: Mapping[str, Any]) -> dict[str, Any]:
    """A stop with its latitude and longitude beside its name."""
    fields = dict(data)
    for name in _POSITIONS:
        inner = decoded(fields.get(name))
        if isinstance(inner, Mapping):
            del fields[name]
            fields = {**inner, **fields}
    return fields
