"""Plans of days over the sights of cities, countries and regions."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from travelbot.data.gazetteer.store import AREA_RADIUS_KM
from travelbot.models.itinerary import LONGEST_TITLE, Day, Itinerary
from travelbot.models.places import Place
from travelbot.service.itinerary.edits import start_on
from travelbot.service.offline.answers import planning
from travelbot.service.offline.answers.around import DayTrips
from travelbot.service.offline.answers.day_words import said_date
from travelbot.service.offline.dates import date_in
from travelbot.service.offline.days import stop_at
from travelbot.service.offline.draft import Draft, show_planned
from travelbot.service.offline.globe import each_once, km_between
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.proposal import Proposal, ProposedDay
from travelbot.service.offline.words import bold, listing, next_steps, ranges, text, the
from travelbot.service.offline.world import World
from travelbot.service.quantities import count, km

MOST_DAYS = 30
DEFAULT_DAYS = 3
LENGTHS = "Lengths are from the city's pin through all stops, as the crow flies."
NEAR_IT = f"I took cities with sights within {AREA_RADIUS_KM:.0f} km of its pin."
ONLY_LINE = 9
"""Days from which on a plan is told in one line for each."""


@dataclass(frozen=True)
class Plan(Intent):
    """Asks for a plan of so many days; None if no number was given."""

    asked: int | None = None
    stays: tuple[int, ...] = ()
    """Days for each of the places, if the reader said so."""
    start: str = ""
    """Folded words with the date of the first day; empty for no date."""

    @property
    def days(self) -> int:
        """How many days are planned."""
        return max(1, min(MOST_DAYS, DEFAULT_DAYS if self.asked is None else self.asked))

    def answer(self, world: World, /) -> Draft:
        """The days with their stops, all of them pinned."""
        plan = self.proposal(world)
        body = _lines(plan) if len(plan.days) >= ONLY_LINE else _sections(plan)
        said = text(
            f"### {count(self.days, 'day')} in {listing([the(p.name) for p in self.places])}",
            self._remark(world, plan),
            *body,
            _free(plan),
            _between(plan),
            LENGTHS if plan.stops else "",
            next_steps(*_next(world, plan)),
        )
        names = listing([place.name for place in self.places])
        drawing = show_planned(plan.bases, plan.stops, names)
        return Draft(said, (*self.places, *plan.bases), drawing, self._kept(world, plan))

    def itinerary(self, world: World) -> Itinerary:
        """The plan as it is kept."""
        return self._kept(world, self.proposal(world))

    def _kept(self, world: World, plan: Proposal) -> Itinerary:
        title = listing([place.name for place in self.places])
        days = tuple(planned_day(day) for day in plan.days)
        itinerary = Itinerary(title=title[:LONGEST_TITLE], days=days)
        return start_on(itinerary, date_in(self.start, world.now.date()))

    def is_in_force(self, world: World) -> bool:
        """Whether nothing of it was changed since."""
        return bool(self.places) and _said(world.itinerary) == _said(self.itinerary(world))

    def proposal(self, world: World) -> Proposal:
        """The days over the sights that the gazetteer has."""
        return planning.proposal(world, self.places, self.days, self.stays)

    def for_days(self, days: int) -> Self:
        """The same places in another number of days."""
        return replace(self, asked=days, stays=())

    def about(self, places: tuple[Place, ...]) -> Self:
        """As many days in other places."""
        return replace(self, places=places, stays=())

    def then(self, places: tuple[Place, ...], days: int) -> Self:
        """So many days more, in places after these."""
        stays = (*self.stays, days) if len(self.stays) == len(self.places) else ()
        return replace(
            self, places=each_once((*self.places, *places)), asked=self.days + days, stays=stays
        )

    def more(self) -> Intent:
        """Where else one can go from there."""
        return DayTrips(self.places[:1])

    def _remark(self, world: World, plan: Proposal) -> str:
        remarks = []
        if start := date_in(self.start, world.now.date()):
            remarks.append(f"Day 1 is on {said_date(start)}.")
        elif self.start:
            remarks.append("I know no such date, so the days have none.")
        if self.asked is None:
            remarks.append(f"You named no number of days, so I took {DEFAULT_DAYS}.")
        elif self.asked != self.days:
            remarks.append(f"I plan 1 to {MOST_DAYS} days, so I took {self.days}.")
        if len(self.places) > self.days:
            names = listing([bold(base.name) for base in plan.bases])
            remarks.append(f"{count(self.days, 'day')} is few for all of these: I took {names}.")
        areas = [p for p in self.places if p.kind == "region" and not p.region]
        return " ".join(
            [*remarks, *(f"I know no border of {the(p.name)}: {NEAR_IT}" for p in areas)]
        )


def _said(itinerary: Itinerary) -> list[object]:
    """All that can be changed of it; what was looked up is left out."""
    found = {"marker", "timezone"}
    return [
        (day.title, day.date, [stop.model_dump(exclude=found) for stop in day.stops])
        for day in itinerary.days
    ]


def planned_day(day: ProposedDay) -> Day:
    """A proposed day as it is kept."""
    return Day(title=day.title, stops=tuple(stop_at(stop) for stop in day.stops))


def _sections(plan: Proposal) -> list[str]:
    return [f"**{_title(day)}**\n{_stops(day)}" for day in plan.days if day.stops]


def _lines(plan: Proposal) -> list[str]:
    lines = [f"- {_title(day)}: {_named(day)}" for day in plan.days if day.stops]
    return ["\n".join(lines)] if lines else []


def _stops(day: ProposedDay) -> str:
    return "\n".join(f"1. {bold(stop.name)}, {stop.category or stop.kind}" for stop in day.stops)


def _named(day: ProposedDay) -> str:
    return listing([bold(stop.name) for stop in day.stops])


def _title(day: ProposedDay) -> str:
    return f"Day {day.number}: {day.title} ({km(day.km)})"


def _free(plan: Proposal) -> str:
    free = [day.number for day in plan.days if not day.stops]
    if not free:
        return ""
    one = len(free) == 1
    days = f"{'day' if one else 'days'} {ranges(free)}"
    return f"For {days} I know nothing more within reach: leave {'it' if one else 'them'} free."


def _between(plan: Proposal) -> str:
    legs = [f"{a.name} → {b.name} {km(km_between(a, b))}" for a, b in pairwise(plan.bases)]
    return f"Between the cities: {', '.join(legs)}." if legs else ""


def _next(world: World, plan: Proposal) -> tuple[str, ...]:
    more = len(plan.days) + 1
    base = world.called(plan.bases[-1])
    if not plan.stops:
        return f"What's around {base}?", f"Airports near {base}"
    if len(plan.days) == 1:
        return f"Make it {more} days", f"Day trips from {base}"
    lighter = ["Make day 2 lighter"] if len(plan.days[1].stops) > 1 else []
    return "What about day 2?", *lighter, f"Day trips from {base}"
