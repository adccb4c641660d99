"""What is told under a reply in the making."""

from typing import cast

import pytest
from streamlit.delta_generator import DeltaGenerator

from travelbot.models.events import (
    ReasoningDelta,
    RoundEnded,
    RoundStarted,
    TextDelta,
    ToolStarted,
    TurnEvent,
    TurnFinished,
)
from travelbot.models.messages import Status, ToolCall
from travelbot.models.usage import Usage
from travelbot.web import waiting_line
from travelbot.web.waiting_line import WaitingLine

STARTED = RoundStarted(provider="api.example")
ENDED = RoundEnded(provider="api.example", usage=Usage())
TOOL = ToolStarted(call=ToolCall(id="1", name="find_places", arguments="{}"), label="Looking")
FINISHED = TurnFinished(status=Status.COMPLETE)
WAITING = ":shimmer[Still waiting for api\\.example…]"


class Slot:
    """A place in the page; counts how often it is written."""

    def __init__(self) -> None:
        self.shown, self.writes = "", 0

    def markdown(self, body: str) -> None:
        self.shown, self.writes = body, self.writes + 1

    def empty(self) -> None:
        self.markdown("")


@pytest.mark.parametrize(
    ("events", "soon", "later"),
    [
        ([STARTED], ":shimmer[Thinking…]", WAITING),
        ([STARTED, ReasoningDelta(text="Hm")], ":shimmer[Thinking…]", WAITING),
        ([STARTED, TextDelta(text="One")], "", WAITING),
        ([STARTED, TextDelta(text=" "), ReasoningDelta(text="Hm")], ":shimmer[Thinking…]", WAITING),
        ([STARTED, ENDED, TOOL], ":shimmer[Looking…]", ":shimmer[Looking…]"),
        ([STARTED, TextDelta(text="One"), ENDED, FINISHED], "", ""),
    ],
)
def test_a_silent_provider_is_told(
    events: list[TurnEvent], soon: str, later: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = Slot()
    line = WaitingLine(cast("DeltaGenerator", slot))
    for event in events:
        line.take(event)
    line.draw()
    assert slot.shown == soon
    monkeypatch.setattr(waiting_line, "SILENCE", 0.0)
    for _ in range(2):
        line.draw()
        assert slot.shown == later
    assert slot.writes <= 2
