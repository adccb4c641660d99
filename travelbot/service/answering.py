"""One turn of the assistant: ask the model, run its tools, ask again, until it has answered."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from travelbot.errors import ContextTooLong, CutOff, Filtered, ProviderError, TravelbotError
from travelbot.models.events import (
    ItineraryUpdated,
    MapUpdated,
    ReasoningDelta,
    RoundEnded,
    RoundStarted,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnEvent,
    TurnFinished,
)
from travelbot.models.messages import Conversation, Failure, Reply, Status, ToolCall
from travelbot.service.prompts import system_prompt
from travelbot.service.provider.client import ChatModel
from travelbot.service.provider.deltas import Answer
from travelbot.service.provider.history import wire_messages
from travelbot.service.provider.usage import CHARACTERS, estimated
from travelbot.service.tools import Toolbox
from travelbot.service.turn import Turn
from travelbot.settings import LimitSettings

LOG = logging.getLogger(__name__)

CHECKPOINT_SECONDS = 2.0
"""At most this much text is lost in a crash."""

AT_LIMIT = "The reply reached the model's limit: ask it to go on."
INCOMPLETE = ("length", "content_filter")
"""Reasons to end at which tool calls may be half ones."""

Keep = Callable[[Conversation], None]
"""Stores the conversation with the reply so far; blocking."""


@dataclass(frozen=True)
class Answering:
    """What a turn needs to run."""

    model: ChatModel
    toolbox: Toolbox
    keep: Keep
    today: date
    limits: LimitSettings
    spend: Callable[[int], None]
    """Takes the tokens of each answer."""

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
        try:
            async with asyncio.timeout(self.limits.turn_seconds):
                return await self._rounds(turn)
        except TimeoutError as error:
            raise CutOff(
                f"The reply took longer than {self.limits.turn_seconds:g} s: ask it to go on."
            ) from error

    async def _rounds(self, turn: Turn) -> TurnFinished:
        room = self.limits.reply_tokens * CHARACTERS
        for _ in range(self.limits.tool_rounds):
            answer = await self._round(turn, room)
            room -= answer.size
            calls = answer.calls(_ids(turn.catch_up()))
            if not calls or answer.finish_reason in INCOMPLETE:
                return _ending(answer, turn.reply.text)
            await self._run_tools(turn, calls)
        raise ProviderError("The model kept calling tools without answering: rephrase your prompt.")

    async def _round(self, turn: Turn, room: int) -> Answer:
        """One answer of the model, of at most `room` characters."""
        messages = self._messages(turn)
        turn.log.append(RoundStarted(provider=self.model.provider))
        answer, asked = Answer(), len(str(messages))
        try:
            async for chunk in self.model.stream(messages, self.toolbox.definitions):
                for event in _said(answer, chunk):
                    turn.log.append(event)
                if answer.size > room:
                    raise CutOff(
                        f"The reply reached this host's limit of {self.limits.reply_tokens:,} "
                        "tokens: ask it to go on."
                    )
        except ProviderError as error:
            if not answer.size:
                asked = 0
            elif isinstance(error, ContextTooLong):
                raise CutOff(AT_LIMIT) from error
            raise
        finally:
            usage = answer.usage or estimated(asked, answer.size)
            turn.log.append(RoundEnded(provider=self.model.provider, usage=usage, echo=answer.echo))
            self.spend(usage.total)
        return answer

    def _messages(self, turn: Turn) -> list[dict[str, Any]]:
        conversation = turn.catch_up()
        messages = wire_messages(conversation.messages, self.model.provider)
        prompt = system_prompt(self.today, conversation.map)
        return [{"role": "system", "content": prompt}, *messages]

    async def _run_tools(self, turn: Turn, calls: Sequence[ToolCall]) -> None:
        trip = turn.catch_up().trip
        for call in calls:
            turn.log.append(ToolStarted(call=call, label=self.toolbox.running(call)))
            after, step = await asyncio.to_thread(self.toolbox.apply, trip, call)
            if step.drew:
                turn.log.append(MapUpdated(map=after.map))
            if step.planned:
                turn.log.append(ItineraryUpdated(itinerary=after.itinerary))
            turn.log.append(ToolFinished(step=step))
            trip = after

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


def _ids(conversation: Conversation) -> set[str]:
    """The ids of all tool calls so far."""
    replies = (m for m in conversation.messages if isinstance(m, Reply))
    return {step.call.id for reply in replies for step in reply.steps}


def _said(answer: Answer, chunk: Mapping[str, Any]) -> Iterator[TurnEvent]:
    reasoning, text = answer.add(chunk)
    if reasoning:
        yield ReasoningDelta(text=reasoning)
    if text:
        yield TextDelta(text=text)


def _ending(answer: Answer, text: str) -> TurnFinished:
    """How a turn with this text ends, after its last answer."""
    match answer.finish_reason:
        case "length":
            return _failed(CutOff.code, AT_LIMIT)
        case "content_filter":
            return _failed(Filtered.code, Filtered.advice)
        case "error":
            return _failed(ProviderError.code, ProviderError.advice)
    if not text.strip():
        return _failed(CutOff.code, "The model sent no answer: press Retry.")
    if answer.finish_reason is None:
        return _failed(CutOff.code, "The reply may be cut off: press Retry to have it again.")
    return TurnFinished(status=Status.COMPLETE)


def _failed(code: str, message: str) -> TurnFinished:
    return TurnFinished(status=Status.FAILED, failure=Failure(code=code, message=message))
