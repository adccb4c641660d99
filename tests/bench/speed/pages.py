"""What else a page does: opening, drawing the map, running again for no reason."""

from collections.abc import Sequence
from math import inf
from statistics import median
from uuid import uuid4

from playwright.sync_api import BrowserContext
from playwright.sync_api import TimeoutError as PageLost

from tests.bench.speed.apps import TRAVELBOT, App
from tests.bench.speed.goals import NAIVE, Figure
from tests.bench.speed.history import old_messages
from tests.bench.speed.provider import PAUSE, Running
from tests.bench.speed.streams import figure
from tests.bench.speed.watching import Watched
from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Message, Prompt, Reply, Round, Status
from travelbot.web.owner import COOKIE, owner_of

MANY, VERY_MANY = 500, 5_000
"""Messages."""


def open_figure(context: BrowserContext, apps: Sequence[App], times: int) -> Figure:
    """From the navigation to an input that takes text, with all files in the browser's cache."""
    opened = {app.name: median(_open(context, app) for _ in range(times)) for app in apps}
    return figure("open the page, warm → input usable", "ms", opened)


def map_figures(context: BrowserContext, app: App, provider: Running, times: int) -> list[Figure]:
    """From the last byte of a tool call to the WebGL calls that draw its pins."""
    runs = [_draw(context, app, provider) for _ in range(times)]
    return [
        Figure("tool call's last byte → map redrawn", median(ms for ms, _ in runs), "ms"),
        Figure("bytes to the browser, map redrawn", median(size for _, size in runs) / 1e3, "kB"),
    ]


def rerun_figures(context: BrowserContext, apps: Sequence[App], times: int) -> list[Figure]:
    """A script run that changes nothing, beside a conversation of many messages."""
    travelbot = next(app for app in apps if app.name == TRAVELBOT)
    naive = next(app for app in apps if app.name == NAIVE)
    many = _rerun(context, travelbot, _keep(context, travelbot, MANY), times)
    peer = _rerun(context, naive, f"/?messages={MANY}", times)
    very_many = _rerun(context, travelbot, _keep(context, travelbot, VERY_MANY), times=1)
    name, size = "no-op rerun, 500 messages", "bytes to the browser, no-op rerun, 500 messages"
    longer = "no-op rerun, 5,000 messages"
    return [
        Figure(name, many[0], "ms", {NAIVE: peer[0]}),
        Figure(size, many[1] / 1e3, "kB", {NAIVE: peer[1] / 1e3}),
        Figure(longer, very_many[0], "ms"),
        Figure(f"{longer} ÷ 500 messages", very_many[0] / many[0], "×"),
        Figure(f"bytes of a {longer} ÷ 500 messages", very_many[1] / many[1], "×"),
    ]


def _open(context: BrowserContext, app: App) -> float:
    with context.new_page() as page:
        watched = Watched(page, app)
        watched.open()
        log = watched.log()
    return log.usable - log.opened


def _draw(context: BrowserContext, app: App, provider: Running) -> tuple[float, int]:
    """Milliseconds, and bytes that came before the first word was asked for."""
    with context.new_page() as page:
        watched = Watched(page, app)
        watched.open()
        watched.send("draw, then stream 20 at 0")
        page.wait_for_function("() => bench.pinned.length && bench.seen.length")
        log = watched.log()
    called = next(sent.times[0] for sent in reversed(provider.sent()) if sent.draws) * 1e3
    drawn = next(at for at in log.pinned if at >= called)
    return drawn - called, log.bytes_between(called, called + PAUSE * 1e3)


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
    """Put a conversation of this browser into the app's store; gives the path to it."""
    token = next(c["value"] for c in context.cookies(app.url) if c["name"] == COOKIE)
    messages = tuple(_message(**message) for message in old_messages(number))
    conversation = Conversation(id=uuid4().hex, messages=messages)
    store, owner = Store(app.folder / "chats.db"), owner_of(token)
    store.write(owner, conversation, 0)
    return f"/?conversation={conversation.id}"


def _message(role: str, content: str) -> Message:
    if role == "user":
        return Prompt(text=content)
    return Reply(rounds=(Round(text=content),), status=Status.COMPLETE)
