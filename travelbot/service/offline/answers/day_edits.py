"""Requests to swap days of the itinerary, and to be rid of some or all."""

from dataclasses import dataclass

from travelbot.models.itinerary import Day, Itinerary
from travelbot.service.itinerary.edits import move_day, remove_day
from travelbot.service.offline.answers.day_words import base_of, named, no_such_day, title
from travelbot.service.offline.draft import Draft, Drawing
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import count, next_steps, text
from travelbot.service.offline.world import World


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
class DropDay(Intent):
    """Asks for a day to go, from 1."""

    number: int = 1

    def answer(self, world: World, /) -> Draft:
        """The other days, which move up."""
        itinerary = world.itinerary
        if not 1 <= self.number <= len(itinerary.days):
            return Draft(f"{no_such_day(itinerary)}: name one of them.")
        gone = itinerary.days[self.number - 1]
        after = remove_day(itinerary, self.number - 1)
        stops = f" with {named(gone.stops)}" if gone.stops else ""
        left = count(len(after.days), "day") if after.days else "nothing"
        said = f"I took out day {self.number}{stops}. That leaves {left}."
        return Draft(
            text(said, next_steps("Show the plan")) if after.days else said, itinerary=after
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


def _stops(day: Day) -> str:
    return named(day.stops) if day.stops else "free"
