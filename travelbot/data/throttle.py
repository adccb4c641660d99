"""Manners towards a service that others use too: a pace, and a pause after a failure."""

import time
from collections.abc import Callable
from math import inf
from threading import Lock

Seconds = Callable[[], float]
"""A clock that only goes forward."""


class Pace:
    """Gives turns that are `interval` seconds apart, over all threads."""

    def __init__(
        self,
        interval: float,
        patience: float,
        clock: Seconds = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._interval = interval
        self._patience = patience
        self._clock = clock
        self._sleep = sleep
        self._next = -inf
        self._lock = Lock()

    def wait(self) -> bool:
        """Wait for a turn; False, at once, where that would take longer than `patience`."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next)
            if turn - now > self._patience:
                return False
            self._next = turn + self._interval
        self._sleep(turn - now)
        return True


class Breaker:
    """Keeps away from a service for `pause` seconds after it has failed."""

    def __init__(self, pause: float, clock: Seconds = time.monotonic) -> None:
        self._pause = pause
        self._clock = clock
        self._until = -inf
        self._lock = Lock()

    @property
    def is_open(self) -> bool:
        """Whether the service is to be left alone."""
        return self._clock() < self._until

    def trip(self) -> bool:
        """Begin a pause; False where there is one already."""
        with self._lock:
            if self.is_open:
                return False
            self._until = self._clock() + self._pause
            return True
