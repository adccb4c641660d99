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
)
from travelbot.models.messages import Conversation, Failure, Status
from travelbot.service.client import ChatModel
from travelbot.service.deltas import Answer
from travelbot.service.history import wire_messages
from travelbot.service.prompts import system_prompt
from travelbot.service.tools import Toolbox
from travelbot.service.turn import Turn
from travelbot.settings import LimitSettings

LOG = logging.getLogger(__name__)

CHECKPOINT_SECONDS = 0.8
"""At most this much text is lost in a crash."""
TOKEN = 4
"""Characters; as providers count, a little more in English and less elsewhere."""

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
    """Takes the tokens, estimated, of each answer."""

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
        room = self.limits.reply_tokens * TOKEN
        for _ in range(self.limits.tool_rounds):
            answer = await self._round(turn, room)
            room -= answer.size
            if not answer.calls or answer.finish_reason in ("length", "content_filter"):
                return _ending(answer, turn.catch_up().messages[-1].text)
            await self._run_tools(turn, answer)
        raise ProviderError("The model kept calling tools without answering: rephrase your prompt.")

    async def _round(self, turn: Turn, room: int) -> Answer:
        """One answer of the model, of at most `room` characters."""
        messages = self._messages(turn)
        turn.log.append(RoundStarted())
        answer = Answer()
        try:
            async for chunk in self.model.stream(messages, self.toolbox.definitions):
                if text := answer.add(chunk):
                    turn.log.append(TextDelta(text=text))
                if answer.size > room:
                    raise CutOff(
                        f"The reply reached this host's limit of {self.limits.reply_tokens:,} "
                        "tokens: ask it to go on."
                    )
        finally:
            self.spend((len(str(messages)) + answer.size) // TOKEN)
        return answer

    def _messages(self, turn: Turn) -> list[dict[str, Any]]:
        messages = wire_messages(turn.catch_up().messages)
        prompt = system_prompt(self.today, turn.reply.map or turn.base.map)
        return [{"role": "system", "content": prompt}, *messages]

    async def _run_tools(self, turn: Turn, answer: Answer) -> None:
        trip_map = turn.reply.map or turn.base.map
        for call in answer.calls:
            turn.log.append(ToolStarted(call=call, label=self.toolbox.running(call)))
            after, step = await asyncio.to_thread(self.toolbox.apply, trip_map, call)
            if step.drew:
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
