"""Requests about a stop of the itinerary, by its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from travelbot.models.itinerary import Itinerary
from travelbot.models.places import Place
from travelbot.service.itinerary.edits import At
from travelbot.service.offline.answers.day_words import named
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.stop_names import stop_of, stops_meant
from travelbot.service.offline.words import listing, next_steps, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import count


@dataclass(frozen=True)
class OfStop(Intent):
    """Asks for a change of a stop, by its name; on a day, from 1, where one was named."""

    name: str = ""
    named: tuple[Place, ...] = ()
    """What the gazetteer knows by that name."""
    day: int | None = None

    def meant(self, world: World) -> list[At]:
        """The stops that are meant."""
        return stops_meant(world.itinerary, self.name, self.named, self.day)

    def unclear(self, world: World, found: Sequence[At]) -> Draft:
        """That there is no such stop, or which of several is meant."""
        if found:
            return Draft(_which(world.itinerary, found))
        where = f"on day {self.day}" if self.day else "in the plan"
        days = len(world.itinerary.days)
        ask = f"What about day {self.day}?" if self.day and self.day <= days else "Show the plan"
        return Draft(text(f"There is no stop of that name {where}.", next_steps(ask)))


def _which(itinerary: Itinerary, found: Sequence[At]) -> str:
    """A question where a name means several stops."""
    stops = [f"{named([stop_of(itinerary, at)])} on day {at.day + 1}" for at in found]
    return f"I know {count(len(found), 'stop')} of that name: {listing(stops)}. Which one is meant?"
