"""What probes work with: a model, and what it hears and may spend."""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from time import monotonic
from typing import Any

from travelbot.errors import CutOff, Filtered, ProviderError
from travelbot.models.messages import Prompt, Reply, Round
from travelbot.service.provider.client import ChatModel
from travelbot.service.provider.deltas import Answer
from travelbot.service.provider.event_stream import Chunk
from travelbot.service.provider.history import WireMessage, wire_messages
from travelbot.service.provider.usage import estimated
from travelbot.service.tools import Toolbox

LONGEST_ANSWER = 20_000
"""Characters; no probe asks for as many."""

Spend = Callable[[int], None]
"""Takes the tokens of one request."""


@dataclass(frozen=True)
class Heard:
    """One answer: merged, and as it came."""

    answer: Answer
    chunks: tuple[Chunk, ...]
    first_words: float | None
    """Seconds until they came; None where there were none."""
    pieces: int
    """Of text."""


@dataclass(frozen=True)
class Bench:
    """A model with the app's own tools and instructions."""

    model: ChatModel
    with_wrong_key: ChatModel
    """The same model, asked with a key that nobody has."""
    toolbox: Toolbox
    instructions: str
    allow: Callable[[], Spend]
    """Asked before each request; raises LimitReached."""

    def conversation(self, prompt: str, *rounds: Round) -> list[WireMessage]:
        """A prompt, and what has been answered so far, as the app sends them."""
        messages = (Prompt(text=prompt), Reply(rounds=rounds))
        wire = wire_messages(messages, self.model.provider)
        return [{"role": "system", "content": self.instructions}, *wire]

    async def hear(
        self, messages: Sequence[WireMessage], tools: Sequence[dict[str, Any]] = ()
    ) -> Heard:
        """The whole answer; raises ProviderError, for one that was cut off too."""
        asked = monotonic()
        answer, chunks, first_words, pieces = Answer(), [], None, 0
        async with aclosing(self.stream(messages, tools)) as stream:
            async for chunk in stream:
                chunks.append(chunk)
                if answer.add(chunk).text:
                    pieces += 1
                    first_words = first_words or monotonic() - asked
        _check_end(answer.finish_reason)
        return Heard(answer, tuple(chunks), first_words, pieces)

    async def stream(
        self, messages: Sequence[WireMessage], tools: Sequence[dict[str, Any]] = ()
    ) -> AsyncGenerator[Chunk, None]:
        """The answer's chunks, which are counted; raises LimitReached and ProviderError."""
        spend = self.allow()
        answer = Answer()
        try:
            async with aclosing(self.model.stream(messages, tools)) as stream:
                async for chunk in stream:
                    answer.add(chunk)
                    yield chunk
                    if answer.size > LONGEST_ANSWER:
                        raise CutOff("The answer doesn't end: choose another model.")
        finally:
            usage = answer.usage or estimated(len(str(messages)), answer.size)
            spend(usage.total)


def unlimited() -> Spend:
    """Allow any number of requests, and any number of tokens."""
    return lambda _: None


def _check_end(finish_reason: str | None) -> None:
    match finish_reason:
        case "length":
            raise CutOff(
                "The answer was cut off at the model's limit: choose one that may write more."
            )
        case "content_filter":
            raise Filtered
        case "error":
            raise ProviderError
