"""What an open session keeps in the server's memory.

Many sessions are opened beside some that are there already, so that what the process keeps for
all of them isn't counted. The figure is what its resident memory has grown by, over their number.
"""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from tests.bench.speed import kept as old
from tests.bench.speed.goals import NAIVE, Figure
from tests.bench.speed.processes import NAIVE_PEER, TRAVELBOT, App, serving
from tests.bench.speed.streamlit_client import tab
from travelbot.web.owner import COOKIE, new_token, owner_of
from travelbot.web.session import CONVERSATION

WARM_UP, SESSIONS = 20, 100
MESSAGES = 200

Page = tuple[str, dict[str, str]]
"""What one session opens: the query and the cookies."""


def measure(folder: Path) -> list[Figure]:
    """Empty sessions and long ones, of the app and of its peer."""
    peers_env = {"OPENAI_API_KEY": "sk-bench", "TRAVELBOT_MODEL": "fake"}
    with serving(TRAVELBOT, folder, {}) as app:
        idle = asyncio.run(_megabytes(app, [("", {})] * (WARM_UP + SESSIONS)))
    with serving(TRAVELBOT, folder, {}) as app:
        long = asyncio.run(_megabytes(app, _long_conversations(folder)))
    with serving(NAIVE_PEER, folder, peers_env) as app:
        peers_idle = asyncio.run(_megabytes(app, [("", {})] * (WARM_UP + SESSIONS)))
    with serving(NAIVE_PEER, folder, peers_env) as app:
        query = f"messages={MESSAGES}"
        peers_long = asyncio.run(_megabytes(app, [(query, {})] * (WARM_UP + SESSIONS)))
    return [
        Figure("memory per idle session", idle, "MB", {NAIVE: peers_idle}),
        Figure(f"memory per session with {MESSAGES} messages", long, "MB", {NAIVE: peers_long}),
    ]


def _long_conversations(folder: Path) -> list[Page]:
    """One for each session, of an owner of its own, in the store."""
    pages: list[Page] = []
    for number in range(WARM_UP + SESSIONS):
        token, kept = new_token(), old.conversation(f"long-{number}", MESSAGES)
        old.keep(folder / "chats.db", owner_of(token), kept)
        pages.append((f"{CONVERSATION}={kept.id}", {COOKIE: token}))
    return pages


async def _megabytes(app: App, pages: list[Page]) -> float:
    async with AsyncExitStack() as sessions:
        await _open(app, pages[:WARM_UP], sessions)
        before = app.settled_memory()
        await _open(app, pages[WARM_UP:], sessions)
        return (app.settled_memory() - before) / (len(pages) - WARM_UP)


async def _open(app: App, pages: list[Page], sessions: AsyncExitStack) -> None:
    for query, cookies in pages:
        await (await sessions.enter_async_context(tab(app.url, query, cookies))).rerun()
