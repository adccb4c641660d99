"""What clicks and forms change in the itinerary; each can be taken back."""

from collections.abc import Callable

from travelbot.errors import StaleEdit
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.trip_map import Marker
from travelbot.service.grounding import Grounded
from travelbot.service.trips import Change
from travelbot.web.reported import reported
from travelbot.web.session import Session
from travelbot.web.wiring import assistant


class HandEdits:
    """The changes of one script run's view of the itinerary."""

    def __init__(self, session: Session) -> None:
        self.tab = session.tab
        self._session = session

    @property
    def are_possible(self) -> bool:
        """Whether the itinerary can be changed now: not while a reply is being written."""
        return self._session.turn is None and self._session.conversation.last_reply is not None

    @property
    def can_undo(self) -> bool:
        """Whether a change can be taken back."""
        reply = self._session.conversation.last_reply
        return self.are_possible and bool(reply and reply.edits)

    @reported
    def apply(self, change: Change) -> None:
        """Change the itinerary, if it still is the one that the reader looked at."""
        seen = self._session.conversation.itinerary

        def changed(now: Itinerary) -> Itinerary:
            if now != seen:
                raise StaleEdit
            return change(now)

        assistant().trips.edit_itinerary(*self._key, changed)

    @reported
    def keep(self, kept: Callable[[], Change]) -> None:
        """Apply what was filled in; places are looked up before the itinerary is held."""
        self.apply(kept())

    @reported
    def undo(self) -> None:
        """Take the last change back."""
        assistant().trips.undo_edit(*self._key)

    def find(self, place: str, day: int) -> Grounded:
        """Where a place is that the reader names on a day. May block."""
        if not place:
            return Grounded(None)
        return assistant().stops.find(place, _near(self._session.conversation.itinerary, day))

    def find_again(self, place: str, stop: Stop, day: int) -> Grounded:
        """Where a stop is under another name: where it was, if that only says more or less."""
        found = self.find(place, day)
        old, new = stop.place.casefold(), place.casefold()
        if found.marker or not (old in new or new in old):
            return found
        return Grounded(stop.marker, stop.timezone)

    @property
    def _key(self) -> tuple[str, str]:
        return self._session.owner, self._session.conversation.id


def _near(itinerary: Itinerary, day: int) -> Marker | None:
    """A place of the day or, where it has none, of the days before or after it."""
    before, after = itinerary.days[: day + 1], itinerary.days[day + 1 :]
    return next((m for each in (*reversed(before), *after) for m in _markers(each)), None)


def _markers(day: Day) -> list[Marker]:
    return [stop.marker for stop in reversed(day.stops) if stop.marker]
