"""A rerun that changes nothing, in long conversations: its time and its bytes."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.speed import kept as old
from tests.bench.speed.goals import NAIVE, Figure
from tests.bench.speed.processes import NAIVE_PEER, TRAVELBOT, App, serving
from tests.bench.speed.streamlit_client import tab
from travelbot.web.owner import COOKIE, new_token, owner_of
from travelbot.web.session import CONVERSATION

SHORT, LONG = 500, 5000
"""Messages."""
ROUNDS = 7


@dataclass(frozen=True)
class Rerun:
    """Medians."""

    milliseconds: float
    kilobytes: float


def measure(folder: Path) -> list[Figure]:
    """Reruns of the app, and of its peer."""
    ours, peer = _ours(folder), _peer(folder)
    growth = f"{LONG:,} messages ÷ {SHORT} messages"
    return [
        Figure(
            f"server's part of a no-op rerun, {SHORT} messages",
            ours[SHORT].milliseconds,
            "ms",
            {NAIVE: peer[SHORT].milliseconds},
        ),
        Figure(
            f"bytes of a no-op rerun, {SHORT} messages",
            ours[SHORT].kilobytes,
            "kB",
            {NAIVE: peer[SHORT].kilobytes},
        ),
        Figure(
            f"server's part of a no-op rerun, {growth}",
            ours[LONG].milliseconds / ours[SHORT].milliseconds,
            "×",
            {NAIVE: peer[LONG].milliseconds / peer[SHORT].milliseconds},
        ),
        Figure(
            f"bytes of a no-op rerun, {growth}",
            ours[LONG].kilobytes / ours[SHORT].kilobytes,
            "×",
            {NAIVE: peer[LONG].kilobytes / peer[SHORT].kilobytes},
        ),
    ]


def _ours(folder: Path) -> dict[int, Rerun]:
    token = new_token()
    with serving(TRAVELBOT, folder, {}) as app:
        for messages in (SHORT, LONG):
            kept = old.conversation(f"rerun-{messages}", messages)
            old.keep(folder / "chats.db", owner_of(token), kept)
        return {
            messages: asyncio.run(_rerun(app, f"{CONVERSATION}=rerun-{messages}", {COOKIE: token}))
            for messages in (SHORT, LONG)
        }


def _peer(folder: Path) -> dict[int, Rerun]:
    env = {"OPENAI_API_KEY": "sk-bench", "TRAVELBOT_MODEL": "fake"}
    with serving(NAIVE_PEER, folder, env) as app:
        return {
            messages: asyncio.run(_rerun(app, f"messages={messages}", {}))
            for messages in (SHORT, LONG)
        }


async def _rerun(app: App, query: str, cookies: dict[str, str]) -> Rerun:
    async with tab(app.url, query, cookies) as opened:
        await opened.rerun()
        runs = [await opened.rerun() for _ in range(ROUNDS)]
    return Rerun(
        milliseconds=median(run.milliseconds for run in runs),
        kilobytes=median(run.received for run in runs) / 1e3,
    )
