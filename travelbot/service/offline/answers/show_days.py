"""Questions about the itinerary in force."""

from dataclasses import dataclass, replace

from travelbot.models.itinerary import Itinerary
from travelbot.models.trip_map import Marker
from travelbot.service.offline.answers.day_words import (
    base_of,
    named,
    no_such_day,
    one_line,
    section,
    title,
    told_dates,
)
from travelbot.service.offline.days import way
from travelbot.service.offline.draft import Draft, Drawing, pin
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, next_steps, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import count
from travelbot.service.viewport import fit

MOST_DAYS = 30
"""That the guide plans by itself."""
CLOSEST = 14.0


@dataclass(frozen=True)
class ShowDay(Intent):
    """Asks for one day of the itinerary, from 1."""

    number: int = 1

    def answer(self, world: World, /) -> Draft:
        """Its stops one by one, with the way between them."""
        itinerary = world.itinerary
        if not 1 <= self.number <= len(itinerary.days):
            longer = min(MOST_DAYS, max(self.number, len(itinerary.days) + 1))
            return Draft(f"{no_such_day(itinerary)}: say *Make it {longer} days* for a longer one.")
        if not itinerary.days[self.number - 1].stops:
            return _free(world, itinerary, self.number)
        steps = next_steps(
            f"What about day {self.number % len(itinerary.days) + 1}?", *_next(self.number)
        )
        said = text(section(world, itinerary, self.number), steps)
        return Draft(said, drawing=look_at_day(world, itinerary, self.number))

    def more(self) -> Intent:
        """The next day."""
        return replace(self, number=self.number + 1)


@dataclass(frozen=True)
class ShowItinerary(Intent):
    """Asks what is planned."""

    def answer(self, world: World, /) -> Draft:
        """A line for each day."""
        itinerary = world.itinerary
        days = [
            f"- {title(world, itinerary, number)}: {named(day.stops) if day.stops else 'free'}"
            for number, day in enumerate(itinerary.days, start=1)
        ]
        head = bold(one_line(itinerary.title)) if itinerary.title else "your plan"
        said = text(
            f"Here is {head}, {count(len(itinerary.days), 'day')} as they stand now:",
            "\n".join(days),
            told_dates(itinerary),
            next_steps("What about day 1?", *_next(1)),
        )
        return Draft(said)


def look_at_day(world: World, itinerary: Itinerary, number: int) -> Drawing | None:
    """The view of a day's way; the pins stay."""
    day = itinerary.days[number - 1]
    base = base_of(world, day)
    markers: list[Marker] = [pin(base)] if base else []
    markers += [stop.marker for stop in day.stops if stop.marker]
    if not way(base, day.stops):
        return None
    return Drawing(fit(markers, CLOSEST), title=f"day {number}")


def _free(world: World, itinerary: Itinerary, number: int) -> Draft:
    base = base_of(world, itinerary.days[number - 1])
    around = [f"Day trips from {world.called(base)}"] if base else []
    said = f"Day {number} is free: nothing is planned there."
    return Draft(text(said, next_steps(f"Make day {number} busier", *around)))


def _next(number: int) -> list[str]:
    return [f"Make day {number} lighter"]
