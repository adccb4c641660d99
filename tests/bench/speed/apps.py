"""The app and its peers, each in a process of its own, asking the same provider."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.speed.goals import BARE, NAIVE, NICEGUI
from tests.e2e.conftest import ROOT, free_port, serving

TRAVELBOT = "Travelbot"
PEERS = ROOT / "tests" / "bench" / "speed" / "peers"
PEERS_PYTHON = ROOT / ".venv" / "peers" / "bin" / "python"
PATIENCE = 60.0
"""Seconds for a peer to start."""
NO_LIMITS = {
    "TRAVELBOT_TURNS_PER_MINUTE": "100000",
    "TRAVELBOT_TURNS_PER_DAY": "100000",
    "TRAVELBOT_REPLY_TOKENS": "100000",
}
STREAMLIT_WORDS = (
    '[aria-label="Chat message from assistant"]'
    " [data-testid=stMarkdownContainer]:not(:has(.stMarkdownShimmer))"
)
STREAMLIT_INPUT = "textarea[data-testid=stChatInputTextArea]"


@dataclass(frozen=True)
class App:
    """A running chat: where it is, where one types, and what holds the words of its reply."""

    name: str
    url: str
    input: str
    words: str
    folder: Path
    """Of its files."""


@contextmanager
def running_apps(folder: Path, env: Mapping[str, str]) -> Iterator[Sequence[App]]:
    """Run the app and the peers that are installed until the block ends."""
    port = {name: free_port() for name in (NAIVE, NICEGUI, BARE)}
    url = {name: f"http://127.0.0.1:{port[name]}" for name in port}
    with ExitStack() as stack:
        server = stack.enter_context(serving(folder, {**env, **NO_LIMITS}))
        apps = [App(TRAVELBOT, server.url, STREAMLIT_INPUT, STREAMLIT_WORDS, folder)]
        commands = {NAIVE: _naive(port[NAIVE]), BARE: _bare(port[BARE])}
        if PEERS_PYTHON.exists():
            commands[NICEGUI] = [
                str(PEERS_PYTHON),
                str(PEERS / "nicegui_app.py"),
                str(port[NICEGUI]),
            ]
        for name, command in commands.items():
            stack.enter_context(_peer(command, url[name], folder, env))
            is_naive = name == NAIVE
            apps.append(
                App(
                    name,
                    url[name],
                    STREAMLIT_INPUT if is_naive else "input",
                    STREAMLIT_WORDS if is_naive else ".reply",
                    folder,
                )
            )
        yield apps


def _naive(port: int) -> list[str]:
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    quiet = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    script = str(PEERS / "naive.py")
    return [sys.executable, "-m", "streamlit", "run", script, *options, *quiet]


def _bare(port: int) -> list[str]:
    return [sys.executable, "-m", "tests.bench.speed.peers.bare", str(port)]


@contextmanager
def _peer(command: Sequence[str], url: str, folder: Path, env: Mapping[str, str]) -> Iterator[None]:
    """A peer in a folder without the app's own configuration."""
    settings = {**os.environ, **env, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=folder, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(url, process)
        yield
    finally:
        process.terminate()
        process.wait()


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = monotonic() + PATIENCE
    while process.poll() is None and monotonic() < deadline:
        try:
            with urlopen(url, timeout=1):  # noqa: S310
                return
        except (URLError, OSError):
            sleep(0.05)
    raise RuntimeError(f"{url} did not start")
