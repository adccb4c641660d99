"""Many readers at once: how late their tokens are, and what a reply costs the server."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from tests.bench.speed.goals import NAIVE, Figure
from tests.bench.speed.processes import NAIVE_PEER, TRAVELBOT, App, serving
from tests.bench.speed.provider import Running, Sent
from tests.bench.speed.streamlit_client import Run, Tab, tab

SESSIONS = 50
ORDER = "stream 500 at 50"
SPREAD = 5.0
"""Seconds in which all have asked: then half of each reply is still to come."""
PERCENTILE = 95


@dataclass(frozen=True)
class Lags:
    """Milliseconds from sending a token to having it in the client, of all sessions."""

    first: tuple[float, ...]
    last: tuple[float, ...]
    cpu: float
    """Seconds of the server's time for each reply."""


def measure(folder: Path, provider: Running) -> list[Figure]:
    """All sessions against the app, then against its peer."""
    ours = _lags(TRAVELBOT, folder, provider)
    peer = _lags(NAIVE_PEER, folder, provider)
    return [
        Figure(
            "50 sessions: lag of the first token, p95",
            percentile(ours.first),
            "ms",
            {NAIVE: percentile(peer.first)},
        ),
        Figure(
            "50 sessions: lag of the last token, p95",
            percentile(ours.last),
            "ms",
            {NAIVE: percentile(peer.last)},
        ),
        Figure("50 sessions: server CPU per 500 tokens", ours.cpu, "s", {NAIVE: peer.cpu}),
    ]


def percentile(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=100, method="inclusive")[PERCENTILE - 1]


def _lags(script: str, folder: Path, provider: Running) -> Lags:
    with serving(script, folder, provider.env) as app:
        runs, cpu = asyncio.run(_all_sessions(app))
    sent = {answer.prompt: answer for answer in provider.sent()}
    pairs = [(run, sent[prompt]) for prompt, run in runs.items()]
    return Lags(
        first=tuple(_first(run, answer) for run, answer in pairs),
        last=tuple(_last(run, answer) for run, answer in pairs),
        cpu=cpu / SESSIONS,
    )


def _first(run: Run, answer: Sent) -> float:
    return (run.first_text_at - answer.times[0]) * 1e3


def _last(run: Run, answer: Sent) -> float:
    return (run.last_text_at - answer.times[-1]) * 1e3


async def _all_sessions(app: App) -> tuple[dict[str, Run], float]:
    async with AsyncExitStack() as open_tabs:
        tabs = [await open_tabs.enter_async_context(tab(app.url)) for _ in range(SESSIONS)]
        for opened in tabs:
            await opened.rerun()
        before = app.cpu_seconds()
        runs = await asyncio.gather(*(_ask(opened, number) for number, opened in enumerate(tabs)))
        return dict(runs), app.cpu_seconds() - before


async def _ask(opened: Tab, number: int) -> tuple[str, Run]:
    await asyncio.sleep(SPREAD * number / SESSIONS)
    prompt = f"{ORDER}, reader {number}"
    return prompt, await opened.ask(prompt)
