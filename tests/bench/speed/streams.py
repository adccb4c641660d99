"""Replies of several lengths, as they come into the pages of the app and its peers."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from statistics import linear_regression, median, quantiles

from playwright.sync_api import BrowserContext
from playwright.sync_api import TimeoutError as PageLost

from tests.bench.speed.apps import TRAVELBOT, App
from tests.bench.speed.goals import Figure
from tests.bench.speed.provider import Running
from tests.bench.speed.watching import Log, Watched
from tests.bench.speed.wording import letters_by, tokens_of

RATE = 200
"""Tokens a second."""
PATIENCE = 20.0
"""Seconds that a page may lag behind before it counts as lost."""
LONG = 1000
"""Tokens from which on the growth of bytes is fitted."""


@dataclass(frozen=True)
class Streamed:
    """One reply: times in milliseconds, and what it cost."""

    first: float
    """From Enter to the first word."""
    last: float
    """From the sending of the last token to its being seen."""
    p95: float
    """The same of all tokens, 95th percentile."""
    kilobytes: float
    busy: float
    """Seconds of the browser's main thread."""


def stream(
    context: BrowserContext, app: App, provider: Running, tokens: int, rate: int = RATE
) -> Streamed:
    """One reply in a page of its own; raises PageLost where the page is lost."""
    letters = letters_by(tokens_of(tokens))
    with context.new_page() as page:
        watched = Watched(page, app)
        watched.open()
        before = watched.busy()
        watched.send(f"stream {tokens} at {rate}")
        expected = tokens / rate if rate else 0
        watched.wait_for_letters(letters[-1], (expected + PATIENCE) * 1e3)
        watched.rest()
        busy, shown = watched.busy() - before, watched.log()
    sent = [at * 1e3 for at in provider.sent()[-1].times]
    lags = [seen - at for at, seen in zip(sent, _seen_at(shown, letters), strict=True)]
    size = shown.fetched or shown.bytes_between(shown.submitted, shown.changed)
    first = shown.seen[0][0] - shown.submitted
    return Streamed(first, lags[-1], quantiles(lags, n=20)[-1], size / 1e3, busy)


def stream_figures(
    context: BrowserContext,
    apps: Sequence[App],
    provider: Running,
    repeats: Mapping[str, Mapping[int, int]],
) -> list[Figure]:
    """All that replies show; `repeats` are how often, by app and number of tokens."""
    found = {
        (app.name, tokens): _repeat(context, app, provider, tokens, times)
        for app in apps
        for tokens, times in repeats[app.name].items()
    }
    figures = [_first_word(found)]
    for tokens in repeats[TRAVELBOT]:
        figures += _figures_of_length(found, tokens)
    exponents = {
        app.name: _exponent({n: runs for (who, n), runs in found.items() if who == app.name})
        for app in apps
    }
    return [*figures, figure("exponent of bytes, 1,000 to 8,000 tokens", "", exponents)]


def at_once_figure(
    context: BrowserContext, apps: Sequence[App], provider: Running, times: int
) -> Figure:
    """2,000 tokens without a pause."""
    last = {
        app.name: median(run.last for run in _repeat(context, app, provider, 2000, times, rate=0))
        for app in apps
    }
    return figure("2,000 tokens at once: last sent → seen", "ms", last)


def figure(name: str, unit: str, values: Mapping[str, float]) -> Figure:
    """A figure from the values of the app and its peers."""
    peers = {who: value for who, value in values.items() if who != TRAVELBOT}
    return Figure(name, values[TRAVELBOT], unit, peers)


Runs = Mapping[tuple[str, int], Sequence[Streamed]]


def _repeat(
    context: BrowserContext,
    app: App,
    provider: Running,
    tokens: int,
    times: int,
    *,
    rate: int = RATE,
) -> list[Streamed]:
    """That many replies, or one that was never seen to its end."""
    try:
        return [stream(context, app, provider, tokens, rate) for _ in range(times)]
    except PageLost:
        return [Streamed(inf, inf, inf, inf, inf)]


def _first_word(found: Runs) -> Figure:
    firsts = {
        who: median(run.first for run in runs) for (who, n), runs in found.items() if n == 500
    }
    return figure("submit → first word", "ms", firsts)


def _figures_of_length(found: Runs, tokens: int) -> list[Figure]:
    measured = {
        f"last token sent → seen, {tokens:,} tokens": ("last", "ms"),
        f"token lag p95, {tokens:,} tokens": ("p95", "ms"),
        f"bytes to the browser, {tokens:,} tokens": ("kilobytes", "kB"),
        f"main thread busy, {tokens:,} tokens": ("busy", "s"),
    }
    of_length = {who: runs for (who, n), runs in found.items() if n == tokens}
    return [
        figure(
            name,
            unit,
            {who: median(getattr(run, what) for run in runs) for who, runs in of_length.items()},
        )
        for name, (what, unit) in measured.items()
    ]


def _exponent(by_length: Mapping[int, Sequence[Streamed]]) -> float:
    """How bytes grow with long replies: 1 is in proportion."""
    sizes = {n: median(run.kilobytes for run in runs) for n, runs in by_length.items() if n >= LONG}
    if inf in sizes.values():
        return inf
    return linear_regression([log(n) for n in sizes], [log(size) for size in sizes.values()]).slope


def _seen_at(shown: Log, letters: Sequence[int]) -> list[float]:
    """When each token was seen first."""
    counts = [count for _, count in shown.seen]
    return [shown.seen[bisect_left(counts, number)][0] for number in letters]
