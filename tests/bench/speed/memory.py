"""What an open session keeps in the server's memory.

Many sessions are opened beside some that are there already, so that what the process keeps for
all of them isn't counted. The figure is what its resident memory has grown by, over their number.
"""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

from tests.bench.speed import kept as old
from tests.bench.speed.goals import NAIVE, Figure
from tests.bench.speed.processes import NAIVE_SCRIPT, SCRIPT, Server, serving
from tests.bench.speed.streamlit_client import tab
from travelbot.web.owner import COOKIE, new_token, owner_of
from travelbot.web.session import CONVERSATION

WARM_UP, SHORT_SESSIONS, LONG_SESSIONS = 10, 100, 30
MESSAGES = 200

Page = tuple[str, dict[str, str]]
"""What one session opens: the query and the cookies."""


def measure(folder: Path) -> Iterator[Figure]:
    """Empty sessions and long ones, of the app and of its peer."""
    idle, long = "memory per idle session", f"memory per session with {MESSAGES} messages"
    empty: list[Page] = [("", {})] * (WARM_UP + SHORT_SESSIONS)
    peers_long: list[Page] = [(f"messages={MESSAGES}", {})] * (WARM_UP + LONG_SESSIONS)
    yield Figure(idle, _measured(SCRIPT, folder, empty), "MB")
    yield Figure(idle, _measured(NAIVE_SCRIPT, folder, empty), "MB", NAIVE)
    yield Figure(long, _measured(SCRIPT, folder, _long_conversations(folder)), "MB")
    yield Figure(long, _measured(NAIVE_SCRIPT, folder, peers_long), "MB", NAIVE)


def _measured(script: str, folder: Path, pages: list[Page]) -> float:
    env = {"OPENAI_API_KEY": "sk-bench", "TRAVELBOT_MODEL": "fake"}
    with serving(script, folder, env) as app:
        return asyncio.run(_megabytes(app, pages))


def _long_conversations(folder: Path) -> list[Page]:
    """One for each session, of an owner of its own, in the store."""
    pages: list[Page] = []
    for number in range(WARM_UP + LONG_SESSIONS):
        token, kept = new_token(), old.conversation(f"long-{number}", MESSAGES)
        old.keep(folder / "chats.db", owner_of(token), kept)
        pages.append((f"{CONVERSATION}={kept.id}", {COOKIE: token}))
    return pages


async def _megabytes(app: Server, pages: list[Page]) -> float:
    async with AsyncExitStack() as sessions:
        await _open(app, pages[:WARM_UP], sessions)
        before = app.settled_memory()
        await _open(app, pages[WARM_UP:], sessions)
        return (app.settled_memory() - before) / (len(pages) - WARM_UP)


async def _open(app: Server, pages: list[Page], sessions: AsyncExitStack) -> None:
    for query, cookies in pages:
        await (await sessions.enter_async_context(tab(app.url, query, cookies))).rerun()
