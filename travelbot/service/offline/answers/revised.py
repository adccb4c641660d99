"""What revisions of the itinerary have in common: stops that come and go, and what that changes."""

from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.itinerary.edits import At, add_stop, move_stop
from travelbot.service.offline.answers.day_words import (
    base_of,
    changed_length,
    day_length,
    section,
)
from travelbot.service.offline.days import best_index
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.words import next_steps, text
from travelbot.service.offline.world import World


def with_stop(world: World, itinerary: Itinerary, day: int, stop: Stop) -> Itinerary:
    """The itinerary with a stop more, where it adds least to the day's way."""
    stops = itinerary.days[day].stops
    index = best_index(base_of(world, itinerary.days[day]), stops, stop)
    return move_stop(add_stop(itinerary, day, stop), At(day, len(stops)), At(day, index))


def way_change(world: World, before: Itinerary, after: Itinerary, day: int) -> str:
    """How the way of a day has changed, as a sentence."""
    lengths = day_length(world, before.days[day]), day_length(world, after.days[day])
    changed = changed_length(*lengths)
    return f" The way of day {day + 1} is {changed} now." if changed else ""


def both_days(world: World, after: Itinerary, said: str, *days: int) -> Draft:
    """What was done, and the days that it has changed, from 0."""
    sections = [section(world, after, day + 1) for day in sorted(days)]
    steps = next_steps("Show the plan", f"Make day {days[-1] + 1} lighter")
    return Draft(text(said, *sections, steps), itinerary=after)
