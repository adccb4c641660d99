"""A rerun that changes nothing, in long conversations: its time and its bytes."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.speed import kept as old
from tests.bench.speed.goals import NAIVE, Figure
from tests.bench.speed.processes import NAIVE_SCRIPT, SCRIPT, Server, serving
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


def measure(folder: Path) -> Iterator[Figure]:
    """Reruns of the app, and of its peer in the shorter conversation."""
    time, size = "no-op rerun without a browser", "bytes on the wire, no-op rerun"
    short, longer = f"{SHORT} messages", f"{LONG:,} ÷ {SHORT} messages"
    peer = _peer(folder)
    yield Figure(f"{time}, {short}", peer.milliseconds, "ms", NAIVE, ROUNDS)
    yield Figure(f"{size}, {short}", peer.kilobytes, "kB", NAIVE, ROUNDS)
    ours = _ours(folder)
    yield Figure(f"{time}, {short}", ours[SHORT].milliseconds, "ms", runs=ROUNDS)
    yield Figure(f"{size}, {short}", ours[SHORT].kilobytes, "kB", runs=ROUNDS)
    times = ours[LONG].milliseconds / ours[SHORT].milliseconds
    yield Figure(f"{time}, {longer}", times, "×", runs=ROUNDS)
    sizes = ours[LONG].kilobytes / ours[SHORT].kilobytes
    yield Figure(f"{size}, {longer}", sizes, "×", runs=ROUNDS)


def _ours(folder: Path) -> dict[int, Rerun]:
    token = new_token()
    with serving(SCRIPT, folder, {}) as app:
        for messages in (SHORT, LONG):
            kept = old.conversation(f"rerun-{messages}", messages)
            old.keep(folder / "chats.db", owner_of(token), kept)
        return {
            messages: asyncio.run(_rerun(app, f"{CONVERSATION}=rerun-{messages}", {COOKIE: token}))
            for messages in (SHORT, LONG)
        }


def _peer(folder: Path) -> Rerun:
    env = {"OPENAI_API_KEY": "sk-bench", "TRAVELBOT_MODEL": "fake"}
    with serving(NAIVE_SCRIPT, folder, env) as app:
        return asyncio.run(_rerun(app, f"messages={SHORT}", {}))


async def _rerun(app: Server, query: str, cookies: dict[str, str]) -> Rerun:
    async with tab(app.url, query, cookies) as opened:
        await opened.rerun()
        runs = [await opened.rerun() for _ in range(ROUNDS)]
    return Rerun(
        milliseconds=median(run.milliseconds for run in runs),
        kilobytes=median(run.received for run in runs) / 1e3,
    )
