"""Requests for the plan over other days or places; what was changed of it since stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Self

from travelbot.models.itinerary import Day, Itinerary
from travelbot.models.places import Place
from travelbot.service.itinerary.edits import add_day, add_stop, remove_day
from travelbot.service.offline.answers.day_edits import DropDays
from travelbot.service.offline.answers.day_words import base_of, section
from travelbot.service.offline.answers.plan import Plan, planned_day
from travelbot.service.offline.answers.planning import more_days
from travelbot.service.offline.answers.stop_additions import AddStop
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, listing, next_steps, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import count

NO_PLAN = Plan()
NEXT = next_steps("Show the plan", "What about day 1?")


@dataclass(frozen=True)
class Resize(Intent):
    """Asks for another number of days; `plan` is the last request with it, `before` without."""

    plan: Plan = NO_PLAN
    before: Plan = NO_PLAN

    def answer(self, world: World, /) -> Draft:
        """A new plan, or where the old one was changed since, that one made longer or shorter."""
        now = world.itinerary
        if self.before.is_in_force(world):
            return self.plan.answer(world)
        days = self.plan.days
        if days == len(now.days):
            return Draft(text(f"The plan has {count(days, 'day')} already.", NEXT))
        if days < len(now.days):
            gone = len(now.days) - days
            after = reduce(lambda left, _: remove_day(left, days), range(gone), now)
            last = "day" if gone == 1 else count(gone, "day")
            said = f"I took the last {last} off; the others stay as they are."
            return Draft(text(said, NEXT), itinerary=after)
        return self._longer(world, now)

    def _longer(self, world: World, now: Itinerary) -> Draft:
        new = range(len(now.days) + 1, self.plan.days + 1)
        base = base_of(world, now.days[-1]) or next(iter(self.plan.places), None)
        more = [Day() for _ in new]
        if base:
            gone = self.before.itinerary(world) if self.before.places else Itinerary()
            seen = _seen(world, now) | _seen(world, gone)
            more = [planned_day(day) for day in more_days(world, base, seen, new)]
        return _longer_by(world, more)

    @property
    def known(self) -> Intent:
        """The plan as it was asked for."""
        return self.plan

    def about(self, places: tuple[Place, ...]) -> Self:
        """As many days in other places."""
        return self.__class__(places, self.plan.about(places))


@dataclass(frozen=True)
class GoOn(Intent):
    """Asks for days in further places: `plan` is the request with them, `before` without."""

    plan: Plan = NO_PLAN
    before: Plan = NO_PLAN
    further: Plan = NO_PLAN
    """The request for these places alone."""

    def answer(self, world: World, /) -> Draft:
        """A new plan, or where the old one was changed since, that one with days at its end."""
        if self.before.is_in_force(world):
            return self.plan.answer(world)
        return _longer_by(world, self.further.itinerary(world).days)

    @property
    def known(self) -> Intent:
        """The plan as it was asked for."""
        return self.plan


@dataclass(frozen=True)
class Widen(Intent):
    """Asks for more places in the plan: `plan` is the request with them, `before` without."""

    plan: Plan = NO_PLAN
    before: Plan = NO_PLAN

    def answer(self, world: World, /) -> Draft:
        """A new plan, or where the old one was changed since, the places as stops of it."""
        if self.before.is_in_force(world):
            return self.plan.answer(world)
        return AddStop(self.places).answer(world)

    @property
    def known(self) -> Intent:
        """The plan as it was asked for."""
        return self.plan


@dataclass(frozen=True)
class Narrow(Intent):
    """Asks for fewer places in the plan: `plan` is the request without them, `before` with."""

    plan: Plan = NO_PLAN
    before: Plan = NO_PLAN
    gone: tuple[Place, ...] = ()

    def answer(self, world: World, /) -> Draft:
        """A new plan, or where the old one was changed since, that one without their days."""
        if self.before.is_in_force(world):
            return self.plan.answer(world)
        bases = [base_of(world, day) for day in world.itinerary.days]
        days = [number for number, base in enumerate(bases, start=1) if base in self.gone]
        names = listing([bold(place.name) for place in self.gone])
        if not days:
            return Draft(text(f"The plan has no days in {names}.", NEXT))
        return DropDays(numbers=tuple(days)).answer(world)

    @property
    def known(self) -> Intent:
        """The plan as it was asked for."""
        return self.plan


def _longer_by(world: World, more: Sequence[Day]) -> Draft:
    before = len(world.itinerary.days)
    after = reduce(_with_day, more, world.itinerary)
    said = f"I added {count(len(more), 'day')}; the others stay as they are."
    sections = [section(world, after, before + number) for number in range(1, len(more) + 1)]
    return Draft(text(said, *sections, NEXT), itinerary=after)


def _with_day(itinerary: Itinerary, day: Day) -> Itinerary:
    """A day more, the day after the last one."""
    longer = add_day(itinerary, day.title)
    return reduce(lambda now, stop: add_stop(now, len(itinerary.days), stop), day.stops, longer)


def _seen(world: World, itinerary: Itinerary) -> set[str]:
    """The ids of all places that have the name of a stop."""
    stops = [stop for day in itinerary.days for stop in day.stops]
    return {m.place.id for stop in stops for m in world.gazetteer.names.exact(stop.place)}
