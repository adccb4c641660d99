"""What a reader in a browser waits for, and what it costs the browser."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bench.speed.apps import TRAVELBOT, App, running_apps
from tests.bench.speed.goals import PEERS, Figure
from tests.bench.speed.pages import map_figures, open_figure, rerun_figures
from tests.bench.speed.provider import Running, providing
from tests.bench.speed.streams import at_once_figure, stream, stream_figures
from tests.e2e.conftest import launch

PATIENCE_MS = 30_000
REPEATS = {500: 3, 1000: 1, 2000: 3, 8000: 1}
REPEATS_OF_PEERS = {500: 3, 1000: 1, 2000: 1, 8000: 1}
QUICK = {500: 1, 1000: 1, 2000: 1}
"""How often, by the number of tokens."""


def measure(quick: bool) -> list[Figure]:
    """All figures of the browser; `quick` takes each once, and no long replies."""
    times = 1 if quick else 3
    own, others = (QUICK, QUICK) if quick else (REPEATS, REPEATS_OF_PEERS)
    repeats = {TRAVELBOT: own, **dict.fromkeys(PEERS, others)}
    with _running() as (context, apps, provider):
        for app in apps:
            _warm_up(context, app, provider)
        return [
            *stream_figures(context, apps, provider, repeats),
            at_once_figure(context, apps, provider, times),
            *map_figures(context, apps[0], provider, times),
            open_figure(context, apps, times),
            *rerun_figures(context, apps, times),
        ]


def _warm_up(context: BrowserContext, app: App, provider: Running) -> None:
    """Let caches fill and clients connect."""
    stream(context, app, provider, 100)


@contextmanager
def _running() -> Iterator[tuple[BrowserContext, Sequence[App], Running]]:
    """A browser, the app and its peers, and the model that they ask."""
    with (
        tempfile.TemporaryDirectory() as folder,
        providing() as provider,
        running_apps(Path(folder), provider.env) as apps,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.set_default_timeout(PATIENCE_MS)
        yield context, apps, provider
        browser.close()
