"""The app and its peers, each in a process of its own, asking the same provider."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.speed.goals import BARE, NAIVE, NICEGUI, TRAVELBOT
from tests.bench.speed.processes import NAIVE_SCRIPT, ROOT, SCRIPT, running, serving
from tests.e2e.conftest import free_port

PEERS_PYTHON = ROOT / ".venv" / "peers" / "bin" / "python"
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
    """Run the app and the peers that are installed until the block ends, NiceGUI last."""
    commands = {BARE: bare}
    if PEERS_PYTHON.exists():
        commands[NICEGUI] = _nicegui
    with ExitStack() as stack:
        own = stack.enter_context(serving(SCRIPT, folder, {**env, **NO_LIMITS}))
        naive = stack.enter_context(serving(NAIVE_SCRIPT, folder, env))
        apps = [
            App(TRAVELBOT, own.url, STREAMLIT_INPUT, STREAMLIT_WORDS, folder),
            App(NAIVE, naive.url, STREAMLIT_INPUT, STREAMLIT_WORDS, folder),
        ]
        for name, command in commands.items():
            port = free_port()
            server = stack.enter_context(running(command(port), port, folder, env))
            apps.append(App(name, server.url, "input", ".reply", folder))
        yield apps


def bare(port: int) -> list[str]:
    """What serves the bare page."""
    return [sys.executable, "-m", "tests.bench.speed.peers.bare", str(port)]


def _nicegui(port: int) -> list[str]:
    return [str(PEERS_PYTHON), str(ROOT / "tests/bench/speed/peers/nicegui_app.py"), str(port)]
