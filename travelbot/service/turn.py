"""One turn of the assistant: ask the model, run its tools, ask again, until it has answered."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from travelbot.errors import CutOff, ProviderError, TravelbotError
from travelbot.models.events import (
    MapUpdated,
    RoundStarted,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnEvent,
    TurnFinished,
    replay,
)
from travelbot.models.messages import Conversation, Failure, Reply, Status
from travelbot.service.client import ChatModel
from travelbot.service.deltas import Answer
from travelbot.service.event_log import EventLog
from travelbot.service.history import wire_messages
from travelbot.service.prompts import system_prompt
from travelbot.service.tools import Toolbox

LOG = logging.getLogger(__name__)

MAX_ROUNDS = 8
"""Answers of the model in one turn, each but the last one calling tools."""
CHECKPOINT_SECONDS = 0.8
"""At most this much text is lost in a crash."""

Keep = Callable[[Conversation], None]
"""Stores the conversation with the reply so far; blocking."""


class Turn:
    """A reply in the making; `base` is the conversation up to its prompt."""

    def __init__(self, base: Conversation) -> None:
        self.base = base
        self.log = EventLog()
        self.reply = Reply(map=base.map)
        """The reply as of the last event that `catch_up` took in."""
        self._seen = 0
        self._cancel: Callable[[], object] | None = None
        self._stopped = False

    def stop(self) -> None:
        """End the turn at once; what it has said stays. Safe from any thread, at any time."""
        self._stopped = True
        if self._cancel:
            self._cancel()

    def stop_with(self, cancel: Callable[[], object]) -> None:
        """Let `cancel` end the turn from now on."""
        self._cancel = cancel
        if self._stopped:
            cancel()

    def catch_up(self, *ahead: TurnEvent) -> Conversation:
        """The conversation with all that is in the log, and with events that aren't yet."""
        events = self.log.read(self._seen)
        self._seen += len(events)
        self.reply = replay(events, self.reply)
        return self.base.with_messages((*self.base.messages, replay(list(ahead), self.reply)))


@dataclass(frozen=True)
class Answering:
    """What a turn needs to run."""

    model: ChatModel
    toolbox: Toolbox
    keep: Keep
    today: date

    async def run(self, turn: Turn) -> None:
        """Run the turn to its end; what went wrong is told in its log, never raised."""
        ended = asyncio.Event()
        checkpoints = asyncio.create_task(self._checkpoints(turn, ended))
        answer = asyncio.create_task(self._answer(turn))
        loop = asyncio.get_running_loop()
        turn.stop_with(lambda: loop.call_soon_threadsafe(answer.cancel))
        end = await self._end(answer)
        ended.set()
        try:
            await checkpoints
            await self._keep(turn, end)
        finally:
            turn.log.append(end)

    @staticmethod
    async def _end(answer: "asyncio.Task[TurnFinished]") -> TurnFinished:
        try:
            return await answer
        except asyncio.CancelledError:
            return TurnFinished(status=Status.STOPPED)
        except TravelbotError as error:
            return _failed(error.code, error.message)
        except Exception:
            LOG.exception("The turn failed")
            return _failed("internal", "Something went wrong here: press Retry.")

    async def _answer(self, turn: Turn) -> TurnFinished:
        for _ in range(MAX_ROUNDS):
            messages = self._messages(turn)
            turn.log.append(RoundStarted())
            answer = Answer()
            async for chunk in self.model.stream(messages, self.toolbox.definitions):
                if text := answer.add(chunk):
                    turn.log.append(TextDelta(text=text))
            if not answer.calls or answer.finish_reason in ("length", "content_filter"):
                return _ending(answer, turn.catch_up().messages[-1].text)
            await self._run_tools(turn, answer)
        raise ProviderError("The model kept calling tools without answering: rephrase your prompt.")

    def _messages(self, turn: Turn) -> list[dict[str, Any]]:
        messages = wire_messages(turn.catch_up().messages)
        prompt = system_prompt(self.today, turn.reply.map or turn.base.map)
        return [{"role": "system", "content": prompt}, *messages]

    async def _run_tools(self, turn: Turn, answer: Answer) -> None:
        trip_map = turn.reply.map or turn.base.map
        for call in answer.calls:
            turn.log.append(ToolStarted(call=call, label=self.toolbox.running(call)))
            after, step = await asyncio.to_thread(self.toolbox.apply, trip_map, call)
            if after != trip_map:
                turn.log.append(MapUpdated(map=after))
            turn.log.append(ToolFinished(step=step))
            trip_map = after

    async def _checkpoints(self, turn: Turn, ended: asyncio.Event) -> None:
        kept = None
        while not ended.is_set():
            turn.catch_up()
            if turn.reply is not kept:
                kept = turn.reply
                await self._keep(turn)
            with suppress(TimeoutError):
                async with asyncio.timeout(CHECKPOINT_SECONDS):
                    await ended.wait()

    async def _keep(self, turn: Turn, *ahead: TurnEvent) -> None:
        try:
            await asyncio.to_thread(self.keep, turn.catch_up(*ahead))
        except Exception:
            LOG.exception("The reply could not be kept")


def _ending(answer: Answer, text: str) -> TurnFinished:
    """How a turn with this text ends, after its last answer."""
    if answer.finish_reason == "length":
        return _failed(CutOff.code, "The reply reached the model's limit: ask it to go on.")
    if answer.finish_reason == "content_filter":
        return _failed(CutOff.code, "The provider's filter ended the reply: rephrase your prompt.")
    if not text.strip():
        return _failed(CutOff.code, "The model sent no answer: press Retry.")
    if answer.finish_reason is None:
        return _failed(CutOff.code, "The reply may be cut off: press Retry to have it again.")
    return TurnFinished(status=Status.COMPLETE)


def _failed(code: str, message: str) -> TurnFinished:
    return TurnFinished(status=Status.FAILED, failure=Failure(code=code, message=message))
