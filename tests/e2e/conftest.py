"""The running app and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.fakes.openai_server import FakeOpenAI

ROOT = Path(__file__).parents[2]
START_PATIENCE = 60.0
PATIENCE_MS = 20_000
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
BY_CLI = "streamlit run app.py"
AS_SCRIPT = "app.py as a plain script"
RUN_AS_SCRIPT = """
import os
from streamlit.web import bootstrap
names = ("server.port", "server.address", "server.headless")
flags = {n.replace(".", "_"): os.environ["STREAMLIT_" + n.replace(".", "_").upper()] for n in names}
bootstrap.load_config_options({**flags, "server_port": int(flags["server_port"])})
bootstrap.run("app.py", False, [], {})
"""
COMMANDS = {
    BY_CLI: ["-m", "streamlit", "run", "app.py"],
    AS_SCRIPT: [
        "-c",
        RUN_AS_SCRIPT,
    ],
}


@dataclass(frozen=True)
class Server:
    """A running app."""

    url: str
    log: Path


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    folder: Path, env: Mapping[str, str], command: str = BY_CLI, port: int | None = None
) -> Iterator[Server]:
    """Run the app until the block ends."""
    port, log = port or free_port(), folder / "app.log"
    settings = {
        **os.environ,
        "TRAVELBOT_DB": str(folder / "chats.db"),
        "TRAVELBOT_DISK": "kept",
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_HEADLESS": "true",
        **env,
    }
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, *COMMANDS[command]],
            cwd=ROOT,
            env=settings,
            stdout=output,
            stderr=output,
        )
    try:
        path = env.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
        url = f"http://127.0.0.1:{port}/{path}".rstrip("/")
        wait_for_server(url, process)
        yield Server(url, log)
    finally:
        process.terminate()
        process.wait()


def wait_for_server(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Ask until it answers."""
    deadline = monotonic() + START_PATIENCE
    while monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{url}/_stcore/health", timeout=1):  # noqa: S310
                return
        except (URLError, OSError):
            continue
    pytest.fail("the app did not start")


@pytest.fixture(scope="session")
def fake() -> Iterator[FakeOpenAI]:
    """The provider of the app under test."""
    with FakeOpenAI().running() as running:
        yield running


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, fake: FakeOpenAI) -> Iterator[Server]:
    """The app with a provider that does as it is told."""
    env = {"OPENAI_BASE_URL": fake.url, "OPENAI_API_KEY": "sk-host", "TRAVELBOT_MODEL": "fake"}
    with serving(tmp_path_factory.mktemp("app"), env) as server:
        yield server


@pytest.fixture(scope="session")
def guided_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as a stranger starts it, with the guide speaking slowly."""
    with serving(tmp_path_factory.mktemp("guided"), {"TRAVELBOT_GUIDE_PACE": "8"}) as server:
        yield server


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium, or playwright's own."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    return playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own: other cookies than any other."""
    opened = browser.new_context(viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    opened.close()


@pytest.fixture
def browser_dark(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that prefers dark pages."""
    with browser.new_context(color_scheme="dark") as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    size: ViewportSize = {"width": 390, "height": 844}
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True) as opened:
        opened.set_default_timeout(PATIENCE_MS)
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab."""
    return context.new_page()


TIMES: list[tuple[str, float]] = []


@pytest.fixture(scope="session")
def times() -> list[tuple[str, float]]:
    """What the run has measured, for its summary."""
    return TIMES


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was measured in the browser."""
    if TIMES:
        terminalreporter.section("seconds after the prompt was sent")
        for name, seconds in TIMES:
            terminalreporter.line(f"{name:<24}{seconds:6.2f}")
