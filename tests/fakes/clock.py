"""A clock that goes on only when somebody sleeps by it."""


class FakeClock:
    """Begins at 0."""

    def __init__(self) -> None:
        self._now = 0.0

    def read(self) -> float:
        """Seconds."""
        return self._now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self._now += seconds
