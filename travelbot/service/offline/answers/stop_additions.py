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
        plan, day = world.itinerary, self.day
        if day is not None and not 1 <= day <= len(plan.days):
            return Draft(f"{no_such_day(plan)}: say *Make it {len(plan.days) + 1} days* for more.")
        if there := [at for place in self.places for at in stops_meant(plan, place.name, [place])]:
            return Draft(_already(plan, there))
        after, used = plan, list[int]()
        for place in self.places:
            stop = stop_at(place)
            index = _cheapest(world, after, stop) if day is None else day - 1
            used.append(index)
            after = with_stop(world, after, index, stop)
        stops = [stop_at(place) for place in self.places]
        where = listing([f"day {index + 1}" for index in sorted(set(used))])
        said = f"I added {named(stops)} to {where}, where "
        said += f"{'it adds' if len(stops) == 1 else 'they add'} least to the way."
        said += way_change(world, plan, after, used[0]) if len(set(used)) == 1 else ""
        sections = [section(world, after, index + 1) for index in sorted(set(used))]
        steps = next_steps(f"Remove {one_line(stops[0].place)}", f"Make day {used[0] + 1} lighter")
        return Draft(text(said, *sections, steps), self.places, itinerary=after)


def _cheapest(world: World, plan: Itinerary, stop: Stop) -> int:
    """The day to whose way a stop adds least."""

    def added(index: int) -> float:
        base, stops = base_of(world, plan.days[index]), plan.days[index].stops
        longer = inserted(stops, best_index(base, stops, stop), stop)
        return way_km(base, longer) - way_km(base, stops) if base or stops else float("inf")

    return min(range(len(plan.days)), key=lambda index: (added(index), index))


def _already(plan: Itinerary, there: Sequence[At]) -> str:
    stops = [f"{named([stop_of(plan, at)])} is on day {at.day + 1}" for at in there]
    name = one_line(stop_of(plan, there[0]).place)
    return f"{listing(stops)} already: say *Move {name} to day* … for another day."
