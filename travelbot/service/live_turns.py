"""The turns that run now, of all owners."""

from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition, Lock

from travelbot.errors import Busy, TurnRunning
from travelbot.service.answering import Answering
from travelbot.service.loop import BackgroundLoop
from travelbot.service.turn import Turn

STOP_PATIENCE = 2.0
"""Seconds to wait for a stopped turn to end."""

MEGABYTE = 1_000_000

Key = tuple[str, str]
"""Owner and conversation."""


@dataclass(frozen=True)
class _Live:
    turn: Turn
    task: Future[None]


class LiveTurns:
    """At most one turn a conversation, and `most` in all with logs of `log_megabytes` together."""

    def __init__(self, loop: BackgroundLoop, most: int, log_megabytes: int) -> None:
        self._loop = loop
        self._most = most
        self._log_bytes = log_megabytes * MEGABYTE
        self._live: dict[Key, _Live] = {}
        self._held: set[Key] = set()
        self._lock = Lock()
        self._free = Condition(self._lock)

    def get(self, key: Key) -> Turn | None:
        """The turn that runs in a conversation."""
        live = self._live.get(key)
        return live.turn if live and not live.turn.log.finished else None

    @contextmanager
    def reserved(self, key: Key) -> Iterator[None]:
        """Nobody else begins a turn in this conversation meanwhile.

        Raises TurnRunning where one runs, and Busy where the process has no room for one more.
        """
        with self.at_rest(key):
            with self._lock:
                self._check_room()
            yield

    @contextmanager
    def at_rest(self, key: Key) -> Iterator[None]:
        """Nobody else changes this conversation meanwhile; raises TurnRunning where a turn runs."""
        with self._lock:
            self._free.wait_for(lambda: key not in self._held)
            if self.get(key):
                raise TurnRunning
            self._held.add(key)
        try:
            yield
        finally:
            with self._lock:
                self._held.discard(key)
                self._free.notify_all()

    def run(self, turn: Turn, answering: Answering) -> None:
        """Let the turn run to its end."""
        with self._lock:
            live = _Live(turn, self._loop.submit(answering.run(turn)))
            self._live[turn.owner, turn.base.id] = live
        live.task.add_done_callback(lambda _: self._let_go(turn))

    def move(self, owner: str, to: str) -> None:
        """Give the turns of one owner to another."""
        with self._lock:
            for key in [key for key in self._live if key[0] == owner]:
                live = self._live.pop(key)
                live.turn.owner = to
                self._live[to, key[1]] = live

    def stop(self, key: Key) -> bool:
        """Stop the turn of a conversation, if one runs; tells whether one does."""
        turn = self.get(key)
        if turn:
            turn.stop()
        return turn is not None

    def end(self, key: Key) -> None:
        """Stop the turn of a conversation, and wait until it has ended."""
        if live := self._live.get(key):
            live.turn.stop()
            wait([live.task], timeout=STOP_PATIENCE)

    def end_all(self) -> None:
        """Stop all turns, and wait until they have ended."""
        running = list(self._live.values())
        for live in running:
            live.turn.stop()
        wait([live.task for live in running], timeout=STOP_PATIENCE)

    def _check_room(self) -> None:
        if len(self._live) + len(self._held) > self._most:
            raise Busy
        if sum(live.turn.log.size for live in self._live.values()) > self._log_bytes:
            raise Busy

    def _let_go(self, turn: Turn) -> None:
        with self._lock:
            key = turn.owner, turn.base.id
            if (live := self._live.get(key)) and live.turn is turn:
                del self._live[key]
