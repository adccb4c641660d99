"""Requests to swap days of the itinerary, and to be rid of some or all."""

from dataclasses import dataclass
from functools import reduce

from travelbot.models.itinerary import Day, Itinerary
from travelbot.service.itinerary.edits import At, move_day, remove_day, remove_stop
from travelbot.service.offline.answers.day_words import base_of, named, no_such_day, title
from travelbot.service.offline.draft import Draft, Drawing
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import listing, next_steps, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import count


@dataclass(frozen=True)
class SwapDays(Intent):
    """Asks for two days to change places."""

    first: int = 1
    second: int = 2

    def answer(self, world: World, /) -> Draft:
        """The days in their new order, with the dates where they were."""
        itinerary = world.itinerary
        if not all(1 <= number <= len(itinerary.days) for number in (self.first, self.second)):
            return Draft(f"{no_such_day(itinerary)}: name two of them.")
        earlier, later = sorted((self.first - 1, self.second - 1))
        after = move_day(move_day(itinerary, later, earlier), min(earlier + 1, later), later)
        dates = " The dates stay in their order." if any(day.date for day in itinerary.days) else ""
        said = f"I swapped day {self.first} and day {self.second}.{dates}"
        told = [
            f"- {title(world, after, index + 1)}: {_stops(after.days[index])}"
            for index in dict.fromkeys((earlier, later))
        ]
        steps = next_steps(f"Swap day {self.first} and day {self.second}", "Show the plan")
        return Draft(text(said, "\n".join(told), steps), itinerary=after)


@dataclass(frozen=True)
class DropDays(Intent):
    """Asks for days to go, each from 1."""

    numbers: tuple[int, ...] = ()

    def answer(self, world: World, /) -> Draft:
        """The other days, which move up."""
        itinerary = world.itinerary
        numbers = sorted(set(self.numbers))
        if not all(1 <= number <= len(itinerary.days) for number in numbers):
            return Draft(f"{no_such_day(itinerary)}: name one of them.")
        after = reduce(lambda left, n: remove_day(left, n - 1), reversed(numbers), itinerary)
        gone = [f"day {n}{_with_stops(itinerary.days[n - 1])}" for n in numbers]
        left = count(len(after.days), "day") if after.days else "nothing"
        said = f"I took out {listing(gone)}. That leaves {left}."
        steps = next_steps("Show the plan") if after.days else ""
        return Draft(text(said, steps), itinerary=after)


@dataclass(frozen=True)
class EmptyDay(Intent):
    """Asks for a free day, from 1."""

    number: int = 1

    def answer(self, world: World, /) -> Draft:
        """The day without its stops."""
        itinerary = world.itinerary
        if not 1 <= self.number <= len(itinerary.days):
            return Draft(f"{no_such_day(itinerary)}: name one of them.")
        stops = itinerary.days[self.number - 1].stops
        if not stops:
            return Draft(f"Day {self.number} is free already.")
        first = At(self.number - 1, 0)
        after = reduce(lambda left, _: remove_stop(left, first), stops, itinerary)
        said = f"Day {self.number} is free now: I took {named(stops)} out."
        return Draft(text(said, next_steps(f"Make day {self.number} busier")), itinerary=after)


@dataclass(frozen=True)
class CannotDo(Intent):
    """Asks for a change that the guide can't make."""

    def answer(self, _world: World, /) -> Draft:
        """What it can do."""
        return Draft(
            "That I can't do. One at a time, I can make a day lighter or busier, add, move or "
            "remove a stop, swap two days, and begin on another date; by hand you can do more, and "
            "a language model, under **Model** in the sidebar, can too."
        )


@dataclass(frozen=True)
class ClearItinerary(Intent):
    """Asks for an empty itinerary."""

    def answer(self, world: World, /) -> Draft:
        """No days."""
        days = count(len(world.itinerary.days), "day")
        said = f"I cleared the plan, {days} of it. Ask for another one, such as *3 days in Lisbon*."
        return Draft(said, drawing=_without_bases(world), itinerary=Itinerary())


@dataclass(frozen=True)
class StartOver(Intent):
    """Asks for an empty itinerary and an empty map."""

    def answer(self, _world: World, /) -> Draft:
        """No days and no pins."""
        said = "The plan and the map are empty. Name a place to begin anew, such as *Lisbon*."
        return Draft(said, drawing=Drawing(pins=()), itinerary=Itinerary())


def _without_bases(world: World) -> Drawing | None:
    """The map without the pins that say where days begin."""
    bases = [base_of(world, day) for day in world.itinerary.days]
    names = {base.name for base in bases if base}
    left = tuple(marker for marker in world.map.markers if marker.label not in names)
    return Drawing(pins=left) if len(left) < len(world.map.markers) else None


def _with_stops(day: Day) -> str:
    return f" with {named(day.stops)}" if day.stops else ""


def _stops(day: Day) -> str:
    return named(day.stops) if day.stops else "free"
