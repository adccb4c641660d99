"""Many readers at once: how late their tokens are, and what a reply costs the server.

The server, the model and the readers are a process each. The bare page's figures are those of
the model and the readers themselves: no server could be better.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    AsyncExitStack,
    asynccontextmanager,
)
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import monotonic, process_time
from typing import Protocol

from tests.bench.speed.apps import bare
from tests.bench.speed.bare_client import bare_tab
from tests.bench.speed.goals import BARE, NAIVE, TRAVELBOT, Figure
from tests.bench.speed.processes import NAIVE_SCRIPT, SCRIPT, Server, running, serving
from tests.bench.speed.provider import Running, Sent
from tests.bench.speed.streamlit_client import Run, Tab, tab
from tests.e2e.conftest import free_port

SESSIONS = 50
ORDER = "stream 500 at 50"
SPREAD = 5.0
"""Seconds in which all have asked: then half of each reply is still to come."""
PERCENTILE = 95


class Reader(Protocol):
    """An open page."""

    async def ask(self, prompt: str) -> Run:
        """Send a prompt and follow its reply to the end."""


Opening = Callable[[str], AbstractAsyncContextManager[Reader]]
"""Opens the page at an address."""


@dataclass(frozen=True)
class Lags:
    """Milliseconds from sending a token to having it in the client, of all sessions."""

    first: tuple[float, ...]
    last: tuple[float, ...]
    cpu: float
    """Seconds of the server's time for each reply."""
    driver: float
    """The share of a core that the readers took, in percent."""


def measure(folder: Path, provider: Running) -> Iterator[Figure]:
    """All sessions against the app, then against its peers."""
    port = free_port()
    yield from _figures(BARE, running(bare(port), port, folder, provider.env), bare_tab, provider)
    yield from _figures(TRAVELBOT, serving(SCRIPT, folder, provider.env), _opened, provider)
    yield from _figures(NAIVE, serving(NAIVE_SCRIPT, folder, provider.env), _opened, provider)


def percentile(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=100, method="inclusive")[PERCENTILE - 1]


def _figures(
    who: str, server: AbstractContextManager[Server], opening: Opening, provider: Running
) -> Iterator[Figure]:
    with server as app:
        lags = asyncio.run(_lags(app, opening, provider))
    name = f"{SESSIONS} sessions"
    yield Figure(f"{name}: lag of the first token, p95", percentile(lags.first), "ms", who)
    yield Figure(f"{name}: lag of the last token, p95", percentile(lags.last), "ms", who)
    yield Figure(f"{name}: server CPU per 500 tokens", lags.cpu, "s", who)
    yield Figure(f"{name}: the readers' own share of a core", lags.driver, "%", who)


async def _lags(app: Server, opening: Opening, provider: Running) -> Lags:
    async with AsyncExitStack() as stack:
        tabs = [await stack.enter_async_context(opening(app.url)) for _ in range(SESSIONS)]
        began, own, server = monotonic(), process_time(), app.cpu_seconds()
        runs = dict(await asyncio.gather(*(_ask(each, n) for n, each in enumerate(tabs))))
        cpu, own = app.cpu_seconds() - server, process_time() - own
        driver = own / (monotonic() - began)
    sent = {answer.prompt: answer for answer in provider.sent()}
    pairs = [(run, sent[prompt]) for prompt, run in runs.items()]
    return Lags(
        first=tuple(_first(run, answer) for run, answer in pairs),
        last=tuple(_last(run, answer) for run, answer in pairs),
        cpu=cpu / SESSIONS,
        driver=driver * 100,
    )


def _first(run: Run, answer: Sent) -> float:
    return (run.first_text_at - answer.times[0]) * 1e3


def _last(run: Run, answer: Sent) -> float:
    return (run.last_text_at - answer.times[-1]) * 1e3


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Tab]:
    """A tab whose script has run once."""
    async with tab(url) as opened:
        await opened.rerun()
        yield opened


async def _ask(opened: Reader, number: int) -> tuple[str, Run]:
    await asyncio.sleep(SPREAD * number / SESSIONS)
    prompt = f"{ORDER}, reader {number}"
    return prompt, await opened.ask(prompt)
