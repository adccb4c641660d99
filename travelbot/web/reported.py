"""Clicks whose failure is told to the reader."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from travelbot.errors import TravelbotError
from travelbot.web.state import Tab


class OfTab(Protocol):
    """Has clicks that belong to a browser tab."""

    @property
    def tab(self) -> Tab:
        """The tab."""


P = ParamSpec("P")
S = TypeVar("S", bound=OfTab)


def reported(action: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """A click whose failure is told beside what is already there.

    What was deleted before it is no longer offered to be taken back.
    """

    @wraps(action)
    def run(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        self.tab.deletion = None
        try:
            action(self, *args, **kwargs)
        except TravelbotError as error:
            self.tab.notice = error.message

    return run
