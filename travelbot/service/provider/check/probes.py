"""The probes: each asks the provider for one thing that the app needs, and judges the answer."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from time import monotonic

from travelbot.errors import (
    ContextTooLong,
    NoConnection,
    ProviderError,
    RateLimited,
    Refused,
    WrongKey,
)
from travelbot.models.messages import Round, ToolCall, ToolStep
from travelbot.models.trip import Trip
from travelbot.service.provider.check.bench import Bench, Heard
from travelbot.service.provider.check.findings import Verdict
from travelbot.service.provider.check.quirks import call_quirks, comes_whole, text_quirks
from travelbot.service.provider.deltas import Answer
from travelbot.service.provider.history import WireMessage

TELL = "Tell me about Paris in three sentences."
SHOW = "Show Paris on the map."
COMPARE = "Compare Cairo and Nairobi. Look both up with two tool calls at once."
FILLER = "The road goes on to the next town. "
PLACE = "Paris"
LONG = f"Answer with the word “{PLACE}”, whatever follows. {FILLER * 570}"
"""Some servers cut off the beginning of what is too long for them, and say nothing."""
QUICK = 0.3
"""Seconds within which a reader sees that a stop has worked."""
ROUNDS = 5
"""Of tool calls before the answer; the app allows for more."""

Judged = tuple[Verdict, str]
Probe = Callable[[Bench], Awaitable[Judged]]


async def text_stream(bench: Bench) -> Judged:
    """A reply comes word by word, and says that it has ended."""
    heard = await bench.hear(_prompt(TELL))
    if heard.first_words is None:
        return Verdict.FAILS, "The answer has no text: choose another model."
    good = f"The first words came after {heard.first_words:.2f} s, the text in {heard.pieces} parts"
    return _mended(good, text_quirks(heard.chunks))


async def tool_call(bench: Bench) -> Judged:
    """A tool is called with arguments that it takes."""
    heard = await _asked(bench, SHOW)
    calls = heard.answer.calls()
    if not calls:
        return Verdict.FAILS, "No tool was called, so the map stays empty: choose another model."
    if not all(step.ok for step in await _run(bench, calls)):
        return Verdict.FAILS, "A tool was called with unusable arguments: choose another model."
    return _mended(f"{calls[0].name} was called", call_quirks(heard.chunks, len(calls)))


async def parallel_calls(bench: Bench) -> Judged:
    """Two calls come in one answer; some models make one at a time, which takes longer."""
    heard = await _asked(bench, COMPARE)
    calls = heard.answer.calls()
    if not calls:
        return Verdict.UNCLEAR, "No tool was called this time: check again."
    if not all(step.ok for step in await _run(bench, calls)):
        return Verdict.FAILS, "Two calls get mixed up: choose another model."
    good = "One call at a time" if len(calls) == 1 else f"{len(calls)} calls came in one answer"
    return _mended(good, call_quirks(heard.chunks, len(calls)))


async def tool_result(bench: Bench) -> Judged:
    """A whole turn: the provider takes its calls back with their results, and answers."""
    rounds: list[Round] = []
    heard = await _asked(bench, SHOW)
    taken: set[str] = set()
    while (calls := heard.answer.calls(taken)) and len(rounds) < ROUNDS:
        taken.update(call.id for call in calls)
        rounds.append(
            Round(
                text=heard.answer.text,
                steps=await _run(bench, calls),
                provider=bench.model.provider,
                echo=heard.answer.echo,
            )
        )
        heard = await _asked(bench, SHOW, *rounds)
    if not rounds:
        return Verdict.UNCLEAR, "No tool was called, so there was no result to send."
    if calls:
        return Verdict.FAILS, "It calls tools again and again: choose another model."
    if not heard.answer.text.strip():
        return Verdict.FAILS, "The results were answered with nothing: choose another model."
    return _mended("Results are taken back, and answered", text_quirks(heard.chunks))


async def stop(bench: Bench) -> Judged:
    """A reader who stops a reply isn't kept waiting, and the provider is hung up."""
    answer = Answer()
    async with aclosing(bench.stream(_prompt(TELL))) as stream:
        async for chunk in stream:
            if comes_whole([chunk]):
                return Verdict.UNCLEAR, "The answer came whole, so there was nothing to stop."
            if answer.add(chunk).text:
                break
        closing = monotonic()
        await stream.aclose()
    took = monotonic() - closing
    if not answer.text:
        return Verdict.UNCLEAR, "There was no text to stop: check again."
    if took > QUICK:
        return Verdict.FAILS, f"Hanging up took {took:.1f} s: look for a proxy in between."
    return Verdict.WORKS, f"It is hung up within {QUICK} s."


async def wrong_key(bench: Bench) -> Judged:
    """A wrong key is told as such, so that the reader knows what to correct."""
    try:
        await replace(bench, model=bench.with_wrong_key).hear(_prompt(TELL))
    except (WrongKey, Refused):
        return Verdict.WORKS, "A wrong key is refused."
    except (NoConnection, RateLimited):
        raise
    except ProviderError:
        return (
            Verdict.FAILS,
            "A wrong key isn't told from other failures: mind it when replies fail.",
        )
    return Verdict.WORKS, "Takes any key."


async def long_input(bench: Bench) -> Judged:
    """A long conversation fits, or is refused in words that are understood."""
    try:
        heard = await bench.hear(_prompt(LONG))
    except ContextTooLong:
        return (
            Verdict.FAILS,
            f"{len(LONG):,} characters are refused as too long: choose a larger context.",
        )
    if PLACE not in heard.answer.text:
        return (
            Verdict.UNCLEAR,
            f"The first of {len(LONG):,} characters weren't heeded: see whether it cuts them off.",
        )
    return Verdict.WORKS, f"{len(LONG):,} characters are taken."


PROBES: dict[str, Probe] = {
    "text stream": text_stream,
    "tool call": tool_call,
    "parallel calls": parallel_calls,
    "tool result": tool_result,
    "stop": stop,
    "wrong key": wrong_key,
    "long input": long_input,
}


def _prompt(text: str) -> list[WireMessage]:
    return [{"role": "user", "content": text}]


async def _asked(bench: Bench, prompt: str, *rounds: Round) -> Heard:
    return await bench.hear(bench.conversation(prompt, *rounds), bench.toolbox.definitions)


async def _run(bench: Bench, calls: Sequence[ToolCall]) -> tuple[ToolStep, ...]:
    steps = []
    for call in calls:
        _, step = await asyncio.to_thread(bench.toolbox.apply, Trip(), call)
        steps.append(step)
    return tuple(steps)


def _mended(good: str, quirks: Sequence[str]) -> Judged:
    if quirks:
        words = "; ".join(quirks)
        return Verdict.WORKED_AROUND, f"{words[0].upper()}{words[1:]}."
    return Verdict.WORKS, f"{good}."
