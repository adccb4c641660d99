"""What a reader in a browser waits for, and what it costs the browser."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

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
    """All figures of the browser; `quick` takes each once, and no long replies.

    What leaves long conversations behind has visitors of its own. The longest replies come last,
    for NiceGUI works on after it has lost its page.
    """
    times, repeats = (1, QUICK) if quick else (3, REPEATS)
    with _running() as (browser, apps, provider):
        yield from rerun_figures(_visitor(browser), apps, times)
        yield from at_once_figures(_regular(browser, apps, provider), apps, provider, times)
        context = _regular(browser, apps, provider)
        yield from map_figures(context, apps[0], provider, times)
        yield from open_figures(context, apps, times)
        yield from stream_figures(context, apps, provider, repeats)


def _visitor(browser: Browser) -> BrowserContext:
    """Who was never here."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE_MS)
    return context


def _regular(browser: Browser, apps: Sequence[App], provider: Running) -> BrowserContext:
    """Who has a short conversation and all files: caches are filled and clients connected."""
    context = _visitor(browser)
    for app in apps:
        stream(context, app, provider, 100)
    return context


@contextmanager
def _running() -> Iterator[tuple[Browser, Sequence[App], Running]]:
    """A browser, the app and its peers, and the model that they ask."""
    with (
        tempfile.TemporaryDirectory() as folder,
        providing() as provider,
        running_apps(Path(folder), provider.env) as apps,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        yield browser, apps, provider
        browser.close()
