"""The log of one turn: written once, read by as many as like, from wherever they like."""

from collections.abc import Iterator
from threading import Condition

from travelbot.models.events import TurnEvent, TurnFinished


class EventLog:
    """Append-only, safe to use from several threads; ends with TurnFinished."""

    def __init__(self) -> None:
        self._events: list[TurnEvent] = []
        self._changed = Condition()

    @property
    def finished(self) -> bool:
        """Whether the last event is in."""
        return bool(self._events) and isinstance(self._events[-1], TurnFinished)

    def append(self, event: TurnEvent) -> None:
        """Add an event and wake the readers."""
        with self._changed:
            self._events.append(event)
            self._changed.notify_all()

    def read(self, since: int = 0, timeout: float = 0) -> list[TurnEvent]:
        """The events from position `since` on; waits up to `timeout` seconds for one."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._events) > since, timeout)
            return self._events[since:]

    def follow(self, beat: float, since: int = 0) -> Iterator[list[TurnEvent]]:
        """Replay from `since`, then follow to the end; [] after each `beat` seconds of silence."""
        while True:
            events = self.read(since, beat)
            since += len(events)
            yield events
            if events and isinstance(events[-1], TurnFinished):
                return
