"""Requests for days with less or with more in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.places import PlaceKind
from travelbot.service.itinerary.edits import At, remove_stop
from travelbot.service.offline.answers.day_words import (
    base_of,
    named,
    no_such_day,
    section,
)
from travelbot.service.offline.answers.revised import way_change, with_stop
from travelbot.service.offline.days import (
    saved_km,
    stop_at,
    way,
)
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.globe import Spot, km_between
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.proposal import REACH_KM
from travelbot.service.offline.words import next_steps, text
from travelbot.service.offline.world import World

FEW_KM = 1.0
"""A detour up to here is none: what is least known goes instead."""
MORE = 2
"""Stops that a busier day gets."""
LOOKED_AT = 40
"""Sights around each stop from which they are chosen."""
SIGHTS: tuple[PlaceKind, ...] = ("sight",)


@dataclass(frozen=True)
class OfDay(Intent):
    """Asks for a change of a day, from 1; None for the one with the most stops."""

    number: int | None = None

    def meant(self, likely: Day, itinerary: Itinerary, why: str) -> tuple[int, str]:
        """Which day is meant, and what to say where it was not named."""
        if self.number is not None:
            return self.number, ""
        number = itinerary.days.index(likely) + 1
        return number, f"You named no day, so I took day {number}, which has the {why} stops."


@dataclass(frozen=True)
class Lighten(OfDay):
    """Asks for a day with less in it."""

    def answer(self, world: World, /) -> Draft:
        """About a third fewer stops: what lies farthest off, else what is least known."""
        itinerary = world.itinerary
        fullest = max(itinerary.days, key=lambda day: len(day.stops))
        number, remark = self.meant(fullest, itinerary, "most")
        if not 1 <= number <= len(itinerary.days):
            return Draft(f"{no_such_day(itinerary)}: name one of them.")
        day = itinerary.days[number - 1]
        if len(day.stops) < 2:  # noqa: PLR2004
            return Draft(_light_already(number, day)).after(remark)
        said, after = _fewer(world, number, itinerary)
        steps = next_steps(f"Make day {number} busier", f"Make day {number} lighter")
        said = text(remark, said, section(world, after, number), steps)
        return Draft(said, itinerary=after)

    def more(self) -> Intent:
        """Still less."""
        return self


@dataclass(frozen=True)
class Enrich(OfDay):
    """Asks for a day with more in it."""

    def answer(self, world: World, /) -> Draft:
        """Sights that the plan lacks, those nearest to what the day has."""
        itinerary = world.itinerary
        emptiest = min(itinerary.days, key=lambda day: len(day.stops))
        number, remark = self.meant(emptiest, itinerary, "fewest")
        if not 1 <= number <= len(itinerary.days):
            return Draft(f"{no_such_day(itinerary)}: name one of them.")
        day = itinerary.days[number - 1]
        new = _lacking(world, way(None, day.stops) or way(base_of(world, day), ()))
        if not new:
            return Draft(f"I know nothing more near day {number}.").after(remark)
        after = reduce(lambda now, stop: with_stop(world, now, number - 1, stop), new, itinerary)
        said = (
            f"I added {named(new)} to day {number}: of the sights that I know and the plan lacks, "
            f"{'they lie' if len(new) > 1 else 'it lies'} nearest."
            f"{way_change(world, itinerary, after, number - 1)}"
        )
        steps = next_steps(f"Make day {number} lighter", f"Make day {number} busier")
        said = text(remark, said, section(world, after, number), steps)
        return Draft(said, itinerary=after)

    def more(self) -> Intent:
        """Still more."""
        return self


def _light_already(number: int, day: Day) -> str:
    if not day.stops:
        return f"Day {number} is free already."
    only = f"Day {number} has one stop only, {named(day.stops)}"
    return f"{only}: say *Remove day {number}* if it shall go."


def _fewer(world: World, number: int, itinerary: Itinerary) -> tuple[str, Itinerary]:
    """What goes and why, in words, and what stays."""
    at, after = number - 1, itinerary
    gone, reasons = list[Stop](), list[str]()
    for _ in range(max(1, round(len(itinerary.days[at].stops) / 3))):
        index, reason = _least(world, after.days[at])
        gone.append(after.days[at].stops[index])
        reasons.append(reason)
        after = remove_stop(after, At(at, index))
    why = f": it {reasons[0]}." if len(gone) == 1 else f". {_each(gone, reasons)}"
    way = way_change(world, itinerary, after, at)
    return f"I took {named(gone)} out of day {number}{why}{way}", after


def _each(stops: Sequence[Stop], reasons: Sequence[str]) -> str:
    both = zip(stops, reasons, strict=True)
    return " ".join(f"{named([stop])} {reason}." for stop, reason in both)


def _least(world: World, day: Day) -> tuple[int, str]:
    """The stop to do without, and why."""
    base, stops = base_of(world, day), day.stops
    far = max(range(len(stops)), key=lambda i: (round(saved_km(base, stops, i), 3), i))
    if saved_km(base, stops, far) > FEW_KM:
        return far, "lies farthest off the way"
    ranks = {index: rank for index, stop in enumerate(stops) if (rank := world.rank(stop))}
    if not ranks:
        return len(stops) - 1, "was the last one: I know too little of these stops to choose"
    least = min(ranks, key=lambda i: (ranks[i], -saved_km(base, stops, i)))
    return least, "is the least known of its stops, which all lie close together"


def _lacking(world: World, spots: Sequence[Spot]) -> list[Stop]:
    """Sights that aren't planned, those nearest to where the day is spent."""
    have = {marker.label for marker in world.stops}
    around = {
        sight.id: sight
        for spot in spots
        for sight in world.gazetteer.near(
            spot.latitude, spot.longitude, LOOKED_AT, SIGHTS, REACH_KM
        )
        if sight.name not in have
    }
    nearest = sorted(around.values(), key=lambda s: (min(km_between(s, o) for o in spots), s.id))
    return [stop_at(sight) for sight in nearest[:MORE]]
