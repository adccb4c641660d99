"""Clicks that may fail: what went wrong is told in the page."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from travelbot.errors import TravelbotError
from travelbot.web.tab import Tab


class InTab(Protocol):
    """What acts for the reader of a tab."""

    tab: Tab


Acting = TypeVar("Acting", bound=InTab)
P = ParamSpec("P")


def reported(
    action: Callable[Concatenate[Acting, P], None],
) -> Callable[Concatenate[Acting, P], None]:
    """A click whose failure is told to the reader, beside what is already there.

    What was deleted by the click before is no longer offered to be taken back.
    """

    @wraps(action)
    def run(self: Acting, /, *args: P.args, **kwargs: P.kwargs) -> None:
        self.tab.deletion = None
        try:
            action(self, *args, **kwargs)
        except TravelbotError as error:
            self.tab.notice = error.message

    return run
