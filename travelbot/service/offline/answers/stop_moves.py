"""Requests to move a stop of the itinerary to another day."""

from dataclasses import dataclass

from travelbot.service.itinerary.edits import At, add_day, move_day, move_stop, remove_stop
from travelbot.service.offline.answers.day_words import named, no_such_day
from travelbot.service.offline.answers.of_stop import OfStop
from travelbot.service.offline.answers.revised import both_days, way_change, with_stop
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.stop_names import stop_of
from travelbot.service.offline.world import World


@dataclass(frozen=True)
class MoveStop(OfStop):
    """Asks for a stop on another day: a number from 1, or so many days later."""

    to: int | None = None
    later: int = 0

    def answer(self, world: World, /) -> Draft:
        """Both days as they are then."""
        itinerary, found = world.itinerary, self.meant(world)
        if len(found) != 1:
            return self.unclear(world, found)
        at = found[0]
        target = at.day + self.later if self.to is None else self.to - 1
        if target == len(itinerary.days) and self.later:
            return MoveAlone((), self.name, self.named, self.day).answer(world)
        stop = named([stop_of(itinerary, at)])
        if not 0 <= target < len(itinerary.days):
            return Draft(f"{no_such_day(itinerary)}: name one of them for {stop}.")
        if target == at.day:
            return Draft(f"{stop} is on day {target + 1} already.")
        return _moved(world, at, target)


@dataclass(frozen=True)
class MoveAlone(OfStop):
    """Asks for a stop on a day of its own."""

    def answer(self, world: World, /) -> Draft:
        """A new day after the one that it was on."""
        itinerary, found = world.itinerary, self.meant(world)
        if len(found) != 1:
            return self.unclear(world, found)
        at, stop = found[0], stop_of(itinerary, found[0])
        longer = add_day(itinerary, itinerary.days[at.day].title)
        after = move_day(longer, len(itinerary.days), at.day + 1)
        after = move_stop(after, at, At(at.day + 1, 0))
        said = (
            f"I moved {named([stop])} from day {at.day + 1} to a new day {at.day + 2} of its own."
        )
        return both_days(world, after, said, at.day, at.day + 1)


def _moved(world: World, at: At, target: int) -> Draft:
    """A stop on another day, where it adds least to the way there."""
    itinerary, stop = world.itinerary, stop_of(world.itinerary, at)
    after = with_stop(world, remove_stop(itinerary, at), target, stop)
    ways = [way_change(world, itinerary, after, day) for day in (at.day, target)]
    where = f"from day {at.day + 1} to day {target + 1}"
    said = f"I moved {named([stop])} {where}, to where it adds least to the way.{''.join(ways)}"
    return both_days(world, after, said, at.day, target)
