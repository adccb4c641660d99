"""Clicks that tell the reader what went wrong."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from travelbot.errors import TravelbotError
from travelbot.web.state import Tab


class HasTab(Protocol):
    """Whatever acts for a browser tab."""

    tab: Tab


P = ParamSpec("P")
Actor = TypeVar("Actor", bound=HasTab)


def reported(
    action: Callable[Concatenate[Actor, P], None],
) -> Callable[Concatenate[Actor, P], None]:
    """A click whose failure is told to the reader, beside what is already there."""

    @wraps(action)
    def run(self: Actor, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            action(self, *args, **kwargs)
        except TravelbotError as error:
            self.tab.notice = error.message

    return run
