"""What else a page does: opening, drawing the map, running again for no reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median
from uuid import uuid4

from playwright.sync_api import BrowserContext
from playwright.sync_api import TimeoutError as PageLost

from tests.bench.speed.apps import App
from tests.bench.speed.goals import NAIVE, TRAVELBOT, Figure
from tests.bench.speed.kept import conversation, keep
from tests.bench.speed.provider import Running
from tests.bench.speed.watching import Watched
from travelbot.web.owner import COOKIE, new_token, owner_of
from travelbot.web.session import CONVERSATION

MANY, VERY_MANY = 500, 5_000
"""Messages."""
PATIENCE_MS = 20_000


@dataclass(frozen=True)
class _Drawn:
    """One drawing of the map."""

    drawn: float
    """Milliseconds from the tool call's last byte."""
    kilobytes: float
    """Meanwhile."""


def open_figures(context: BrowserContext, apps: Sequence[App], times: int) -> Iterator[Figure]:
    """From the navigation to an input that takes text, with all files in the browser's cache.

    The peers once.
    """
    for app in apps:
        runs = [_open(context, app) for _ in range(times if app.name == TRAVELBOT else 1)]
        name = "open the page, warm → input usable"
        yield Figure(name, median(runs), "ms", app.name, len(runs))


def map_figures(
    context: BrowserContext, app: App, provider: Running, times: int
) -> Iterator[Figure]:
    """From the last byte of a tool call to the WebGL calls that draw its pins."""
    runs = [_draw(context, app, provider) for _ in range(times)]
    measured = {
        "tool call's last byte → map redrawn": ("drawn", "ms"),
        "bytes to the browser until the map is redrawn": ("kilobytes", "kB"),
    }
    for name, (what, unit) in measured.items():
        yield Figure(name, median(getattr(run, what) for run in runs), unit, runs=times)


def rerun_figures(context: BrowserContext, apps: Sequence[App], times: int) -> Iterator[Figure]:
    """A script run that changes nothing, beside a conversation of many messages."""
    app = {app.name: app for app in apps}
    time, size = "no-op rerun in the browser", "bytes to the browser, no-op rerun"
    many, longer = f"{MANY} messages", f"{VERY_MANY:,} ÷ {MANY} messages"
    found = {
        TRAVELBOT: _rerun(context, app[TRAVELBOT], _keep(context, app[TRAVELBOT], MANY), times),
        NAIVE: _rerun(context, app[NAIVE], f"/?messages={MANY}", times),
    }
    for who, run in found.items():
        yield Figure(f"{time}, {many}", run[0], "ms", who, times)
        yield Figure(f"{size}, {many}", run[1] / 1e3, "kB", who, times)
    path = _keep(context, app[TRAVELBOT], VERY_MANY)
    very_many, few = _rerun(context, app[TRAVELBOT], path, times), found[TRAVELBOT]
    yield Figure(f"{time}, {longer}", very_many[0] / few[0], "×", runs=times)
    yield Figure(f"{size}, {longer}", very_many[1] / few[1], "×", runs=times)


def _open(context: BrowserContext, app: App) -> float:
    with context.new_page() as page:
        watched = Watched(page, app)
        watched.open()
        log = watched.log()
    return log.usable - log.opened


def _draw(context: BrowserContext, app: App, provider: Running) -> _Drawn:
    with context.new_page() as page:
        watched = Watched(page, app)
        watched.open()
        watched.send("draw, then stream 20 at 0")
        watched.wait_for_letters(1, PATIENCE_MS)
        watched.rest()
        log = watched.log()
    called = next(sent.times[-1] for sent in reversed(provider.sent()) if sent.draws) * 1e3
    drawn = next(at for at in log.pinned if at >= called)
    return _Drawn(drawn - called, log.bytes_between(called, drawn) / 1e3)


def _rerun(context: BrowserContext, app: App, path: str, times: int) -> tuple[float, float]:
    """Milliseconds and bytes; the first run after the opening is left out."""
    with context.new_page() as page:
        watched = Watched(page, app)
        try:
            watched.open(path)
            runs = [_run_again(watched) for _ in range(times + 1)]
        except PageLost:
            return inf, inf
    return median(ms for ms, _ in runs[1:]), median(size for _, size in runs[1:])


def _run_again(watched: Watched) -> tuple[float, int]:
    watched.rerun()
    log = watched.log()
    return log.changed - log.submitted, log.bytes_between(log.submitted, log.changed)


def _keep(context: BrowserContext, app: App, number: int) -> str:
    """Put a conversation of this visitor, who is new, into the app's store; gives its path."""
    token, kept = new_token(), conversation(uuid4().hex, number)
    context.add_cookies([{"name": COOKIE, "value": token, "url": app.url}])
    keep(app.folder / "chats.db", owner_of(token), kept)
    return f"/?{CONVERSATION}={kept.id}"
