"""How much one owner, one address and the whole process may ask for."""

from collections.abc import Callable
from datetime import timedelta
from math import ceil
from time import time

from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from travelbot.errors import LimitReached
from travelbot.settings import LimitSettings

ADDRESS_SHARE = 5
"""How many owners' turns one network address may have: offices and families share one."""
EVERYBODY = "everybody"


class Limits:
    """Counts turns and tokens; in memory, so a restart begins anew."""

    def __init__(self, settings: LimitSettings, now: Callable[[], float] = time) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        """The storage of moving windows would never forget an owner."""
        self._now = now
        self._of_owner = _windows(settings.turns_per_minute, settings.turns_per_day)
        self._of_address = _windows(
            settings.turns_per_minute * ADDRESS_SHARE, settings.turns_per_day * ADDRESS_SHARE
        )
        self._budget = (
            RateLimitItemPerDay(settings.tokens_per_day) if settings.tokens_per_day else None
        )

    def take_turn(self, owner: str, address: str = "") -> None:
        """Count a turn; raises LimitReached, and counts nothing, where it is one too many."""
        windows = [(window, owner) for window in self._of_owner]
        if address:
            windows += [(window, f"address {address}") for window in self._of_address]
        for window, who in windows:
            if not self._limiter.test(window, who):
                raise LimitReached("You have asked a lot in a short time", self._wait(window, who))
        for window, who in windows:
            self._limiter.hit(window, who)

    def check_budget(self) -> None:
        """Raise LimitReached where the host's tokens for today are spent."""
        if self._budget and not self._limiter.test(self._budget, EVERYBODY):
            raise LimitReached(
                "Today's tokens of this host are spent: bring a key of your own under Model",
                self._wait(self._budget, EVERYBODY),
            )

    def begin(
        self, owner: str, address: str = "", *, is_hosts: bool = False
    ) -> Callable[[int], None]:
        """Count a turn; gives what takes its tokens, which are the host's where that pays.

        Raises LimitReached.
        """
        if is_hosts:
            self.check_budget()
        self.take_turn(owner, address)
        return self.spend if is_hosts else _nothing

    def spend(self, tokens: int) -> None:
        """Count tokens of the host's own key."""
        if self._budget and tokens > 0:
            self._limiter.hit(self._budget, EVERYBODY, cost=tokens)

    def _wait(self, window: RateLimitItem, who: str) -> timedelta:
        """How long until there is room again."""
        reset = self._limiter.get_window_stats(window, who).reset_time
        return timedelta(seconds=max(1, ceil(reset - self._now())))


def _windows(per_minute: int, per_day: int) -> tuple[RateLimitItem, ...]:
    return RateLimitItemPerMinute(per_minute), RateLimitItemPerDay(per_day)


def _nothing(_: int) -> None:
    """Spend what isn't the host's."""
