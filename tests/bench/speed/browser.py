"""What a reader in a browser waits for, and what it costs the browser."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bench.speed.apps import App, running_apps
from tests.bench.speed.goals import BARE, NAIVE, NICEGUI, TRAVELBOT, Figure
from tests.bench.speed.pages import map_figures, open_figures, rerun_figures
from tests.bench.speed.provider import Running, providing
from tests.bench.speed.streams import at_once_figures, stream, stream_figures
from tests.e2e.conftest import launch

PATIENCE_MS = 30_000
REPEATS = {
    TRAVELBOT: {500: 3, 1000: 1, 2000: 3, 8000: 1},
    NAIVE: {500: 1, 1000: 1, 2000: 1, 8000: 1},
    NICEGUI: {500: 3, 2000: 1, 8000: 1},
    BARE: {500: 1, 2000: 1},
}
QUICK: dict[str, dict[int, int]] = {
    who: {500: 1, 1000: 1, 2000: 1} for who in (TRAVELBOT, NAIVE, NICEGUI, BARE)
}
"""How often, by app and number of tokens; the bare page's cost per token doesn't change."""


def measure(quick: bool) -> Iterator[Figure]:
    """All figures of the browser; `quick` takes each once, and no long replies."""
    times, repeats = (1, QUICK) if quick else (3, REPEATS)
    with _running() as (context, apps, provider):
        for app in apps:
            _warm_up(context, app, provider)
        yield from map_figures(context, apps[0], provider, times)
        yield from open_figures(context, apps, times)
        yield from rerun_figures(context, apps, times)
        yield from at_once_figures(context, apps, provider, times)
        yield from stream_figures(context, apps, provider, repeats)


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
