"""How far a reader of a reply has come: the ids of the events that it is sent."""

import re
from typing import NamedTuple

from travelbot.errors import BadEventId

BEGINNING = ("", "0")
"""Sent in place of an id by a reader who has nothing yet."""
STEP = 4
"""A tool step has four places: its start, its map, its itinerary, its end."""


class Position(NamedTuple):
    """A place in a reply's content, which doesn't depend on how the text was cut into events.

    Positions compare in the order in which a reply's events come: the rounds one after the
    other, in each its text and then its tool steps.
    """

    round: int = 0
    text: int = 0
    """Characters of that round's text."""
    step: int = 0
    """Places of that round's tool steps, STEP each."""

    def within(self, place: int) -> "Position":
        """A place of the step that runs or, after its end, of the next one."""
        return self._replace(step=self.step // STEP * STEP + place)


ERROR, DONE = Position(10**9, 0, 1), Position(10**9, 0, 2)
"""Beyond every round."""


class EventId(NamedTuple):
    """Names an event for as long as its turn is the last one of its conversation."""

    conversation: str
    turn: str
    position: Position

    def __str__(self) -> str:
        return ".".join(map(str, (self.conversation, self.turn, *self.position)))

    @classmethod
    def parse(cls, text: str) -> "EventId":
        """The id in `text`; raises BadEventId."""
        name, number = r"([\w-]{1,64})", r"(\d{1,10})"
        found = re.fullmatch(rf"{name}\.{name}\.{number}\.{number}\.{number}", text, re.ASCII)
        if not found:
            raise BadEventId
        conversation, turn, *numbers = found.groups()
        return cls(conversation, turn, Position(*map(int, numbers)))
