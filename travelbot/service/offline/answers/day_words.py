"""How a day of the itinerary in force is told."""

import datetime as dt
from collections.abc import Iterator, Sequence

from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.places import Place
from travelbot.service.offline.days import way, way_km
from travelbot.service.offline.globe import Spot, km_between
from travelbot.service.offline.words import a, bold, listing, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import count, km

BASE_KM = 150.0
"""So far from the place in its title a day may have its first stop."""
AREAS = ("country", "region")
"""What has a city's name too is not where a day begins."""
WORTH_KM = 0.05
"""A way that is longer or shorter by less is as long as before."""


def base_of(world: World, day: Day) -> Place | None:
    """Where a day begins: the place that its title names first, if that is near its stops."""
    named = world.gazetteer.names.exact(day.title.partition(" to ")[0]) if day.title else []
    first = next(iter(way(None, day.stops)), None)
    if first is None:
        return named[0].place if named else None
    near = [m.place for m in named if km_between(m.place, first) <= BASE_KM]
    return min(near, key=lambda p: (p.kind in AREAS, km_between(p, first)), default=None)


def day_length(world: World, day: Day) -> float:
    """Kilometres from the base through all stops."""
    return way_km(base_of(world, day), day.stops)


def title(world: World, itinerary: Itinerary, number: int) -> str:
    """Number, title and length of a day: "Day 2: Rome (5.1 km)"."""
    day = itinerary.days[number - 1]
    length = (
        f" ({km(day_length(world, day))})" if len(way(base_of(world, day), day.stops)) > 1 else ""
    )
    return f"Day {number}{f': {one_line(day.title)}' if day.title else ''}{length}"


def section(world: World, itinerary: Itinerary, number: int) -> str:
    """A day with its date and its stops, and the way between them."""
    day = itinerary.days[number - 1]
    date = f"On {said_date(day.date)}." if day.date else ""
    stops = "\n".join(_lines(world, day)) or "The day is free."
    return text(f"### {title(world, itinerary, number)}", date, stops)


def said_date(date: dt.date) -> str:
    """A date in words: "Monday, 3 May 2027"."""
    return f"{date:%A}, {date.day} {date:%B} {date.year}"


def told_dates(itinerary: Itinerary) -> str:
    """The dates of the first and the last day that have one; empty where none has."""
    dated = [(number, day.date) for number, day in enumerate(itinerary.days, start=1) if day.date]
    if not dated:
        return ""
    (first, start), (last, end) = dated[0], dated[-1]
    if first == last:
        return f"Day {first} is on {said_date(start)}."
    return f"Day {first} is on {said_date(start)}, and day {last} on {said_date(end)}."


def named(stops: Sequence[Stop]) -> str:
    """The names of stops in a sentence."""
    return listing([bold(one_line(stop.place)) for stop in stops])


def one_line(name: str) -> str:
    """A name as it may stand in a sentence, without what would be marks there."""
    return " ".join(name.replace("*", " ").split())


def changed_length(before: float, after: float) -> str:
    """How a way has changed: "1.2 km shorter"; empty where it hardly has."""
    more = after - before
    if abs(more) < WORTH_KM:
        return ""
    return f"{km(abs(more))} {'longer' if more > 0 else 'shorter'}"


def no_such_day(itinerary: Itinerary) -> str:
    """How many days there are."""
    return f"The plan has {count(len(itinerary.days), 'day')}"


def _lines(world: World, day: Day) -> Iterator[str]:
    base = base_of(world, day)
    before: tuple[str, Spot] | None = (base.name, base) if base else None
    for stop in day.stops:
        name = one_line(stop.place)
        parts = [bold(name), *_what(stop)]
        if stop.marker and before:
            parts.append(f"{km(km_between(before[1], stop.marker))} from {before[0]}")
        yield f"1. {', '.join(parts)}{_when(stop)}"
        before = (name, stop.marker) if stop.marker else before


def _what(stop: Stop) -> list[str]:
    if stop.marker is None:
        return ["which I can't find on the map"]
    return [a(stop.marker.kind)] if stop.marker.kind else []


def _when(stop: Stop) -> str:
    time = f" at {stop.time:%H:%M}" if stop.time else ""
    stay = f" for {stop.stay} minutes" if stop.stay else ""
    return f",{time}{stay}" if time or stay else ""
