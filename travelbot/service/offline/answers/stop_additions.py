"""Requests to add places of the gazetteer to the itinerary."""

from collections.abc import Sequence
from dataclasses import dataclass

from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.itinerary.edits import At
from travelbot.service.offline.answers.day_words import (
    base_of,
    named,
    no_such_day,
    one_line,
    section,
)
from travelbot.service.offline.answers.revised import way_change, with_stop
from travelbot.service.offline.days import best_index, inserted, stop_at, way_km
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.stop_names import stop_of, stops_meant
from travelbot.service.offline.words import listing, next_steps, text
from travelbot.service.offline.world import World


@dataclass(frozen=True)
class AddStop(Intent):
    """Asks for places to be visited, on a day from 1 where one was named."""

    day: int | None = None

    def answer(self, world: World, /) -> Draft:
        """Each where it adds least to the day's way; without a day, to the way of any."""
        itinerary, days = world.itinerary, len(world.itinerary.days)
        if self.day is not None and not 1 <= self.day <= days:
            return Draft(f"{no_such_day(itinerary)}: say *Make it {days + 1} days* for more.")
        places = [(place, stops_meant(itinerary, place.name, [place])) for place in self.places]
        if there := [at for _, found in places for at in found]:
            return Draft(_already(itinerary, there))
        return self._added(world)

    def _added(self, world: World) -> Draft:
        after, used = world.itinerary, list[int]()
        stops = [stop_at(place) for place in self.places]
        for stop in stops:
            used.append(_cheapest(world, after, stop) if self.day is None else self.day - 1)
            after = with_stop(world, after, used[-1], stop)
        days = sorted(set(used))
        where = listing([f"day {day + 1}" for day in days])
        said = f"I added {named(stops)} to {where}, where "
        said += f"{'it adds' if len(stops) == 1 else 'they add'} least to the way."
        said += "".join(way_change(world, world.itinerary, after, day) for day in days)
        sections = [section(world, after, day + 1) for day in days]
        steps = next_steps(f"Remove {one_line(stops[0].place)}", f"Make day {days[0] + 1} lighter")
        return Draft(text(said, *sections, steps), self.places, itinerary=after)


def _cheapest(world: World, itinerary: Itinerary, stop: Stop) -> int:
    """The day to whose way a stop adds least."""

    def added(index: int) -> float:
        base, stops = base_of(world, itinerary.days[index]), itinerary.days[index].stops
        longer = inserted(stops, best_index(base, stops, stop), stop)
        return way_km(base, longer) - way_km(base, stops) if base or stops else float("inf")

    return min(range(len(itinerary.days)), key=lambda index: (added(index), index))


def _already(itinerary: Itinerary, there: Sequence[At]) -> str:
    stops = [f"{named([stop_of(itinerary, at)])} is on day {at.day + 1}" for at in there]
    name = one_line(stop_of(itinerary, there[0]).place)
    return f"{listing(stops)} already: say *Move {name} to day* … for another day."
