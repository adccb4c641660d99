"""Requests to change or to drop a stop of the itinerary."""

import datetime as dt
from dataclasses import dataclass

from travelbot.models.itinerary import Stop
from travelbot.service.itinerary.edits import change_stop, remove_stop
from travelbot.service.offline.answers.day_words import named, one_line, section
from travelbot.service.offline.answers.of_stop import OfStop
from travelbot.service.offline.answers.revised import way_change
from travelbot.service.offline.draft import Draft, Drawing
from travelbot.service.offline.stop_names import stop_of
from travelbot.service.offline.words import next_steps, text
from travelbot.service.offline.world import World


@dataclass(frozen=True)
class DropStop(OfStop):
    """Asks for a stop to go."""

    def answer(self, world: World, /) -> Draft:
        """The day without it; where several have the name, the reader is asked which."""
        itinerary, found = world.itinerary, self.meant(world)
        if len({at.day for at in found}) != 1:
            return self.unclear(world, found)
        at = found[-1]
        stop, number = stop_of(itinerary, at), at.day + 1
        after = remove_stop(itinerary, at)
        way = way_change(world, itinerary, after, at.day)
        back = f"Add {one_line(stop.place)} to day {number}"
        said = text(
            f"I took {named([stop])} out of day {number}.{way}",
            section(world, after, number),
            next_steps(back, f"Make day {number} busier"),
        )
        return Draft(said, drawing=_without_pin(world, stop), itinerary=after)


@dataclass(frozen=True)
class SetTime(OfStop):
    """Asks to be at a stop at a time."""

    time: dt.time = dt.time(9)

    def answer(self, world: World, /) -> Draft:
        """The day with that time."""
        itinerary, found = world.itinerary, self.meant(world)
        if len(found) != 1:
            return self.unclear(world, found)
        at, stop = found[0], stop_of(itinerary, found[0])
        after = change_stop(itinerary, at, time=self.time)
        said = f"I put {named([stop])} at {self.time:%H:%M} on day {at.day + 1}."
        said = text(said, section(world, after, at.day + 1), next_steps("Show the plan"))
        return Draft(said, itinerary=after)


@dataclass(frozen=True)
class WhereIs(OfStop):
    """Asks where a stop is that nobody has found."""

    def answer(self, world: World, /) -> Draft:
        """That the guide doesn't know either."""
        stops = [stop_of(world.itinerary, at) for at in self.meant(world)]
        said = (
            f"I don't know where {named(stops[:1])} is: the gazetteer has no place of that name. "
            "A language model, under **Model** in the sidebar, may know it."
        )
        return Draft(text(said, next_steps(f"Remove {one_line(stops[0].place)}", "Show the plan")))


def _without_pin(world: World, stop: Stop) -> Drawing | None:
    """The map without a pin that has the stop's name too."""
    left = tuple(m for m in world.map.markers if m.label.casefold() != stop.place.casefold())
    return Drawing(pins=left) if len(left) < len(world.map.markers) else None
