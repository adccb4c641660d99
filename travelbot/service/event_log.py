"""The log of one turn: written once, read by as many as like, from wherever they like."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Lock

from travelbot.models.events import (
    ItineraryUpdated,
    MapUpdated,
    ReasoningDelta,
    RoundEnded,
    TextDelta,
    ToolFinished,
    TurnEvent,
    TurnFinished,
)

DELTAS = (ReasoningDelta, TextDelta)
EVENT_BYTES, MARKER_BYTES, STOP_BYTES = 700, 1200, 2400
"""What a pydantic event, a marker and a stop with its marker take, measured with tracemalloc."""


class EventLog:
    """Append-only, safe to use from several threads; ends with TurnFinished."""

    def __init__(self) -> None:
        self._events: list[TurnEvent] = []
        lock = Lock()
        self._changed = Condition(lock)
        self._turned = Condition(lock)
        self._turned_at = 0
        """Where the events after the last one that is no delta begin."""
        self._wakers: list[Callable[[], object]] = []
        self.size = 0
        """About how many bytes the events take."""

    @property
    def finished(self) -> bool:
        """Whether the last event is in."""
        return bool(self._events) and isinstance(self._events[-1], TurnFinished)

    def append(self, event: TurnEvent) -> None:
        """Add an event and wake the readers."""
        with self._changed:
            self._events.append(event)
            self.size += EVENT_BYTES + _payload(event)
            self._changed.notify_all()
            if not isinstance(event, DELTAS):
                self._turned_at = len(self._events)
                self._turned.notify_all()
            wakers = list(self._wakers)
        for wake in wakers:
            wake()

    @contextmanager
    def waking(self, wake: Callable[[], object]) -> Iterator[None]:
        """Call `wake`, from any thread, after each event that comes meanwhile."""
        with self._changed:
            self._wakers.append(wake)
        try:
            yield
        finally:
            with self._changed:
                self._wakers.remove(wake)

    def read(self, since: int = 0, timeout: float = 0) -> list[TurnEvent]:
        """The events from position `since` on; waits up to `timeout` seconds for one."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._events) > since, timeout)
            return self._events[since:]

    def follow(self, beat: float, since: int = 0, gather: float = 0) -> Iterator[list[TurnEvent]]:
        """Replay from `since`, then follow to the end; [] after each `beat` seconds of silence.

        Deltas that come within `gather` seconds come together, all other events at once.
        """
        while True:
            events = self.read(since, beat)
            since += len(events)
            yield events
            if events and isinstance(events[-1], TurnFinished):
                return
            if events and isinstance(events[-1], DELTAS):
                self._gather(since, gather)

    def _gather(self, since: int, seconds: float) -> None:
        """Let deltas come for that long, or until something else does."""
        with self._turned:
            self._turned.wait_for(lambda: self._turned_at > since, seconds)


def _payload(event: TurnEvent) -> int:
    match event:
        case ReasoningDelta(text=text) | TextDelta(text=text):
            return len(text)
        case RoundEnded(echo=echo):
            return len(str(echo))
        case ToolFinished(step=step):
            return len(step.result) + len(step.call.arguments)
        case MapUpdated(map=trip_map):
            return MARKER_BYTES * len(trip_map.markers)
        case ItineraryUpdated(itinerary=itinerary):
            return sum(EVENT_BYTES + STOP_BYTES * len(day.stops) for day in itinerary.days)
        case _:
            return 0
