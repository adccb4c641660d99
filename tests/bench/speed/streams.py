"""Replies of several lengths, as they come into the pages of the app and its peers."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from statistics import linear_regression, median, quantiles

from playwright.sync_api import BrowserContext
from playwright.sync_api import TimeoutError as PageLost

from tests.bench.speed.apps import App
from tests.bench.speed.goals import NICEGUI, TRAVELBOT, Figure
from tests.bench.speed.provider import Running
from tests.bench.speed.watching import Log, Watched
from tests.bench.speed.wording import letters_by, tokens_of

RATE = 200
"""Tokens a second."""
PATIENCE = 20.0
"""Seconds that a page may lag behind before it counts as lost."""
SHORT = 500
"""Tokens of the replies whose first word is timed."""
LONG = 1000, 8000
"""Tokens between which the growth of bytes is fitted."""


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
) -> Iterator[Figure]:
    """All that replies show; `repeats` are how often, by app and number of tokens."""
    kilobytes: dict[str, dict[int, float]] = {app.name: {} for app in apps}
    for tokens in repeats[TRAVELBOT]:
        for app in apps:
            if times := repeats[app.name].get(tokens):
                runs = _repeat(context, app, provider, tokens, times)
                kilobytes[app.name][tokens] = median(run.kilobytes for run in runs)
                yield from _figures_of_length(app.name, tokens, runs)
    for who, sizes in kilobytes.items():
        if sizes.keys() >= set(LONG):
            yield Figure("exponent of bytes, 1,000 to 8,000 tokens", _exponent(sizes), "", who)


def at_once_figures(
    context: BrowserContext, apps: Sequence[App], provider: Running, times: int
) -> Iterator[Figure]:
    """2,000 tokens without a pause; the peers once, and without NiceGUI, which would be lost."""
    for app in apps:
        if app.name == NICEGUI:
            continue
        times_here = times if app.name == TRAVELBOT else 1
        runs = _repeat(context, app, provider, 2000, times_here, rate=0)
        last = median(run.last for run in runs)
        yield Figure("2,000 tokens at once: last sent → seen", last, "ms", app.name, len(runs))


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


def _figures_of_length(who: str, tokens: int, runs: Sequence[Streamed]) -> Iterator[Figure]:
    measured = {
        f"last token sent → seen, {tokens:,} tokens": ("last", "ms"),
        f"token lag p95, {tokens:,} tokens": ("p95", "ms"),
        f"bytes to the browser, {tokens:,} tokens": ("kilobytes", "kB"),
        f"main thread busy, {tokens:,} tokens": ("busy", "s"),
    }
    if tokens == SHORT:
        measured["submit → first word"] = ("first", "ms")
    for name, (what, unit) in measured.items():
        yield Figure(name, median(getattr(run, what) for run in runs), unit, who, len(runs))


def _exponent(kilobytes: Mapping[int, float]) -> float:
    """How bytes grow with long replies, by their tokens: 1 is in proportion."""
    sizes = {tokens: size for tokens, size in kilobytes.items() if tokens >= min(LONG)}
    if inf in sizes.values():
        return inf
    return linear_regression([log(n) for n in sizes], [log(size) for size in sizes.values()]).slope


def _seen_at(shown: Log, letters: Sequence[int]) -> list[float]:
    """When each token was seen first."""
    counts = [count for _, count in shown.seen]
    return [shown.seen[bisect_left(counts, number)][0] for number in letters]
