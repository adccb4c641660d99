"""Plans of days over the sights of cities, countries and regions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Self

from travelbot.data.gazetteer.store import AREA_RADIUS_KM
from travelbot.models.places import Place
from travelbot.service.offline.answers.around import DayTrips, excursions
from travelbot.service.offline.draft import Draft, show_all
from travelbot.service.offline.globe import km_between, short_way
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.itinerary import STOPS_A_DAY, Day, Itinerary, allot, clusters
from travelbot.service.offline.words import bold, count, km, listing, next_steps, ranges, text
from travelbot.service.offline.world import World

MOST_DAYS = 30
DEFAULT_DAYS = 3
DAYS_A_BASE = 2.5
"""In a country or region: about so many days go to each city."""
MOST_BASES = 8
APART_KM = 30.0
"""A city closer to another one shares its sights, and is no base of its own."""
LENGTHS = "Lengths are from the city's pin through all stops, as the crow flies."
NEAR_IT = f"I took cities with sights within {AREA_RADIUS_KM:.0f} km of its pin."
ONLY_LINE = 9
"""Days from which on a plan is told in one line for each."""


@dataclass(frozen=True)
class Plan(Intent):
    """Asks for a plan of so many days; None if no number was given."""

    asked: int | None = None

    @property
    def days(self) -> int:
        """How many days are planned."""
        return max(1, min(MOST_DAYS, DEFAULT_DAYS if self.asked is None else self.asked))

    def answer(self, world: World, /) -> Draft:
        """The days with their stops, all of them pinned."""
        plan = itinerary(world, self.places, self.days)
        body = _lines(plan) if len(plan.days) >= ONLY_LINE else _sections(plan)
        said = text(
            f"### {count(self.days, 'day')} in {listing([p.name for p in self.places])}",
            self._remark(plan),
            *body,
            _free(plan),
            _between(plan),
            LENGTHS if plan.stops else "",
            next_steps(*_next(world, plan)),
        )
        title = listing([place.name for place in self.places])
        shown = [*plan.bases, *plan.stops]
        return Draft(said, (*self.places, *plan.bases), show_all(shown, title), plan)

    def for_days(self, days: int) -> Self:
        """The same places in another number of days."""
        return replace(self, asked=days)

    def more(self) -> Intent:
        """Where else one can go from there."""
        return DayTrips(self.places[:1])

    def _remark(self, plan: Itinerary) -> str:
        remarks = []
        if self.asked is None:
            remarks.append(f"You named no number of days, so I took {DEFAULT_DAYS}.")
        elif self.asked != self.days:
            remarks.append(f"I plan 1 to {MOST_DAYS} days, so I took {self.days}.")
        if len(self.places) > self.days:
            names = listing([bold(base.name) for base in plan.bases])
            remarks.append(f"{count(self.days, 'day')} is few for all of these: I took {names}.")
        for place in self.places:
            if place.kind == "region" and not place.region:
                remarks.append(f"I know no border of {place.name}: {NEAR_IT}")
        return " ".join(remarks)


@dataclass(frozen=True)
class DayOf(Intent):
    """Asks for one day of a plan."""

    plan: Plan = Plan()
    number: int = 1

    def answer(self, world: World, /) -> Draft:
        """Its stops one by one, with the way between them."""
        plan = itinerary(world, self.plan.places, self.plan.days)
        if not 1 <= self.number <= len(plan.days):
            days = count(len(plan.days), "day")
            return Draft(f"The plan has {days}: say *Make it {self.number} days* for a longer one.")
        day = plan.days[self.number - 1]
        if not day.stops:
            return Draft(
                text(
                    f"Day {day.number} is free: I know nothing more there.", *_elsewhere(world, day)
                )
            )
        way = [day.base, *day.stops]
        lines = [
            f"1. {bold(stop.name)}, {world.what(stop)}, "
            f"{km(km_between(before, stop))} from {before.name}"
            for before, stop in zip(way, day.stops, strict=False)
        ]
        other = day.number % len(plan.days) + 1
        said = text(
            f"### {_title(day)}",
            "\n".join(lines),
            next_steps(f"What about day {other}?", f"Near {world.called(day.stops[-1])}"),
        )
        return Draft(said, (day.base, *day.stops), show_all(way, f"day {day.number}"), plan)

    def more(self) -> Intent:
        """The next day."""
        return replace(self, number=self.number + 1)


def itinerary(world: World, places: Sequence[Place], days: int) -> Itinerary:
    """A plan over real sights: cities in a short order, then each city's sights by day."""
    bases = _bases(world, places, days)[:days]
    ordered = short_way(bases[0], bases[1:])
    weights = [len(world.sights(base, STOPS_A_DAY * days)) for base in ordered]
    kept = {s.id for base in ordered for s in world.gazetteer.sights_in(base, STOPS_A_DAY * days)}
    planned: list[Day] = []
    for base, share in zip(ordered, allot(days, weights), strict=True):
        numbers = range(len(planned) + 1, len(planned) + 1 + share)
        seen = {stop.id for day in planned for stop in day.stops}
        planned += _stay(world, base, numbers, seen, kept)
    return Itinerary(tuple(planned))


def _bases(world: World, places: Sequence[Place], days: int) -> list[Place]:
    wanted = max(1, min(MOST_BASES, ceil(days / (DAYS_A_BASE * len(places)))))
    found: dict[str, Place] = {}
    for place in places:
        is_whole = place.kind in ("country", "region")
        for base in _cities(world, place, wanted) if is_whole else [place]:
            found.setdefault(base.id, base)
    return list(found.values())


def _cities(world: World, whole: Place, wanted: int) -> list[Place]:
    chosen: list[Place] = []
    for city in world.gazetteer.cities_of(whole, MOST_BASES * 3):
        if all(km_between(city, other) > APART_KM for other in chosen):
            chosen.append(city)
    return chosen[:wanted] or [whole]


def _stay(
    world: World, base: Place, numbers: range, seen: set[str], kept: set[str]
) -> Iterator[Day]:
    """The days in one city: its sights, then places around, then free days.

    What has been seen, or is kept for a stay in another city, is no goal of a day trip.
    """
    days = len(numbers)
    sights = [s for s in world.sights(base, STOPS_A_DAY * days) if s.id not in seen]
    groups = clusters(base, sights, days)
    known = seen | kept | {sight.id for group in groups for sight in group}
    outings = _outings(world, base, known, days - len(groups))
    for index, number in enumerate(numbers):
        if index < len(groups):
            yield Day(number, base.name, base, groups[index])
        elif index < len(groups) + len(outings):
            goal, stops = outings[index - len(groups)]
            yield Day(number, f"{base.name} to {goal.name}", base, stops)
        else:
            yield Day(number, base.name, base)


def _outings(
    world: World, base: Place, seen: set[str], wanted: int
) -> list[tuple[Place, tuple[Place, ...]]]:
    """Day trips that show something new."""
    found: list[tuple[Place, tuple[Place, ...]]] = []
    for goal in excursions(world, base) if wanted else []:
        new = [s for s in world.gazetteer.sights_in(goal, STOPS_A_DAY) if s.id not in seen]
        if new and len(found) < wanted:
            seen = seen | {sight.id for sight in new}
            found.append((goal, tuple(short_way(goal, new)[1:])))
    return found


def _sections(plan: Itinerary) -> list[str]:
    return [f"**{_title(day)}**\n{_stops(day)}" for day in plan.days if day.stops]


def _lines(plan: Itinerary) -> list[str]:
    lines = [f"- {_title(day)}: {_named(day)}" for day in plan.days if day.stops]
    return ["\n".join(lines)] if lines else []


def _stops(day: Day) -> str:
    return "\n".join(f"1. {bold(stop.name)}, {stop.category or stop.kind}" for stop in day.stops)


def _named(day: Day) -> str:
    return listing([bold(stop.name) for stop in day.stops])


def _title(day: Day) -> str:
    return f"Day {day.number}: {day.title} ({km(day.km)})"


def _free(plan: Itinerary) -> str:
    free = [day.number for day in plan.days if not day.stops]
    if not free:
        return ""
    one = len(free) == 1
    days = f"{'day' if one else 'days'} {ranges(free)}"
    return f"For {days} I know nothing more within reach: leave {'it' if one else 'them'} free."


def _between(plan: Itinerary) -> str:
    legs = [f"{a.name} → {b.name} {km(km_between(a, b))}" for a, b in pairwise(plan.bases)]
    return f"Between the cities: {', '.join(legs)}." if legs else ""


def _next(world: World, plan: Itinerary) -> tuple[str, str]:
    more = len(plan.days) + 1
    base = world.called(plan.bases[-1])
    if not plan.stops:
        return f"What's around {base}?", f"Airports near {base}"
    if len(plan.days) == 1:
        return f"Make it {more} days", f"Day trips from {base}"
    return "What about day 2?", f"Day trips from {base}"


def _elsewhere(world: World, day: Day) -> list[str]:
    base = world.called(day.base)
    return [next_steps(f"Day trips from {base}", f"What's around {base}?")]
