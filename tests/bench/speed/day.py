"""A day at a turn a second, as fast as the process can: whether memory grows.

A part of the day is lived through, with visitors who come again for another conversation and a
clock that moves a second with each turn, and what the memory grows by is extrapolated. What the
process remembers of a limited number of visitors and conversations is filled before the counting
begins.
"""

import gc
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any
from unittest.mock import patch

from tests.bench.speed.goals import DAY, Figure
from tests.bench.speed.processes import resident_mb
from tests.bench.speed.wording import tokens_of
from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer
from travelbot.data.shares import Shares
from travelbot.data.store import Store
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import Conversations
from travelbot.service.current import MOST_OWNERS
from travelbot.service.grounding import StopCheck
from travelbot.service.memory import MAX_KNOWN
from travelbot.service.provider.client import ChatModel
from travelbot.service.provider.event_stream import Chunk
from travelbot.service.provider.history import WireMessage
from travelbot.service.provider.providers import Providers
from travelbot.service.sharing import Sharing
from travelbot.service.stop_finder import StopFinder
from travelbot.service.tools import Toolbox
from travelbot.settings import Endpoint, Settings

LIVED, TIMES = 3600, 24
"""Turns, at one a second, and how many times they make a day."""
WARM_UP = 5000
"""Turns; memory grows by less and less until then."""
TURNS = 5
"""Of each conversation."""
TOKENS = 20
PATIENCE = 10.0


@dataclass
class _Clock:
    """In place of the machine's, which would let no minute's limit run out meanwhile."""

    now: float

    def __call__(self) -> float:
        return self.now


class _Talker:
    """A model that says the same each time, at once."""

    provider = "talker"

    def __init__(self) -> None:
        self._chunks = [
            {"choices": [{"delta": {"content": token}, "finish_reason": None}]}
            for token in tokens_of(TOKENS)
        ] + [{"choices": [{"delta": {}, "finish_reason": "stop"}]}]

    async def stream(
        self,
        messages: Sequence[WireMessage],  # noqa: ARG002
        tools: Sequence[dict[str, Any]],  # noqa: ARG002
    ) -> AsyncGenerator[Chunk]:
        for chunk in self._chunks:
            yield chunk


class _Talkers(Providers):
    """Whoever is asked for, the talker answers."""

    _talker = _Talker()

    def model(self, endpoint: Endpoint | None, address: str) -> ChatModel:  # noqa: ARG002
        return self._talker


def measure(folder: Path) -> Figure:
    """What a day adds to the resident memory."""
    settings = Settings.read({"TRAVELBOT_DB": str(folder / "day.db")})
    gazetteer = Gazetteer(GAZETTEER_FILE)
    assistant = Assistant(
        Conversations(Store(settings.database)),
        Sharing(Shares(settings.database)),
        _Talkers(settings, gazetteer),
        Toolbox(),
        StopFinder(gazetteer, StopCheck(gazetteer)),
        settings,
    )
    clock = _Clock(time())
    try:
        with patch("time.time", clock):
            grown = _grown(assistant, clock)
    finally:
        assistant.close()
    return Figure(DAY, grown * TIMES, "MB")


def _grown(assistant: Assistant, clock: _Clock) -> float:
    """Megabytes in the part of the day that is lived through."""
    for visitor in range(MOST_OWNERS):
        assistant.begin(f"early visitor {visitor}")
    _live(assistant, clock, range(WARM_UP))
    before = resident_mb()
    _live(assistant, clock, range(WARM_UP, WARM_UP + LIVED))
    return resident_mb() - before


def _live(assistant: Assistant, clock: _Clock, turns: range) -> None:
    """One turn after the other; each visitor has a conversation, then comes the next visitor."""
    for turn in turns:
        clock.now += 1
        conversation = turn // TURNS
        visitor = f"visitor {conversation % MAX_KNOWN}"
        began = assistant.start(visitor, f"conversation {conversation}", "Where to next?")
        for _ in began.log.follow(PATIENCE):
            pass
    gc.collect()
