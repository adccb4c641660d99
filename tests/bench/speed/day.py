"""A day at a turn a second, as fast as the process can: whether memory grows.

A part of the day is lived through, with new visitors all the time, and what the memory grows by
is extrapolated. What the process may hold at most is filled before the counting begins.
"""

import gc
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Any

from tests.bench.speed.goals import Figure
from tests.bench.speed.processes import resident_mb
from tests.bench.speed.wording import tokens_of
from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer
from travelbot.data.store import Store
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import MAX_KNOWN, Conversations
from travelbot.service.grounding import StopCheck
from travelbot.service.provider.client import ChatModel
from travelbot.service.provider.event_stream import Chunk
from travelbot.service.provider.history import WireMessage
from travelbot.service.provider.providers import Providers
from travelbot.service.stop_finder import StopFinder
from travelbot.service.tools import Toolbox
from travelbot.settings import Endpoint, Settings

DAY = 24 * 3600
"""Turns."""
PART = 20
TURNS = 5
"""Of each visitor."""
TOKENS = 100
PATIENCE = 10.0


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


def measure(folder: Path) -> list[Figure]:
    """What a day adds to the resident memory."""
    settings = Settings.read({"TRAVELBOT_DB": str(folder / "day.db")})
    gazetteer = Gazetteer(GAZETTEER_FILE)
    assistant = Assistant(
        Conversations(Store(settings.database)),
        _Talkers(settings, gazetteer),
        Toolbox(),
        StopFinder(gazetteer, StopCheck(gazetteer)),
        settings,
    )
    warm_up, turns = MAX_KNOWN * TURNS, DAY // PART
    try:
        _live(assistant, range(warm_up))
        before = resident_mb()
        _live(assistant, range(warm_up, warm_up + turns))
        grown = (resident_mb() - before) * PART
    finally:
        assistant.close()
    return [Figure("24 h at a turn a second: memory grown", grown, "MB")]


def _live(assistant: Assistant, turns: range) -> None:
    """One turn after the other; each visitor has some, then comes another."""
    for turn in turns:
        visitor = f"visitor {turn // TURNS}"
        began = assistant.start(visitor, f"conversation {turn // TURNS}", "Where to next?")
        for _ in began.log.follow(PATIENCE):
            pass
    gc.collect()
