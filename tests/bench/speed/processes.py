"""Servers in processes of their own, and what they take of the machine."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from tests.e2e.conftest import free_port

ROOT = Path(__file__).parents[3]
SCRIPT = "app.py"
NAIVE_SCRIPT = "tests/bench/speed/peers/naive.py"
SETTLING = 0.5
"""Seconds between two looks at the memory."""
SETTLED = 0.05
"""Megabytes by which the memory may still change between two looks."""
LOOKS = 20
PATIENCE = 60.0
"""Seconds for a server to start."""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str
    pid: int

    def cpu_seconds(self) -> float:
        """Time that its process has spent on the processors, for itself and in the kernel."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICKS

    def settled_memory(self) -> float:
        """Megabytes of its resident memory, once they change no more."""
        before = self._memory()
        for _ in range(LOOKS):
            sleep(SETTLING)
            now = self._memory()
            if abs(now - before) <= SETTLED:
                break
            before = now
        return now

    def _memory(self) -> float:
        return resident_mb(self.pid)


def resident_mb(pid: int | str = "self") -> float:
    """Resident memory of a process now, in megabytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


@contextmanager
def serving(script: str, folder: Path, env: Mapping[str, str]) -> Iterator[Server]:
    """Run a script by Streamlit until the block ends."""
    port = free_port()
    settings = {
        "TRAVELBOT_DB": str(folder / "chats.db"),
        "TRAVELBOT_DISK": "kept",
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_HEADLESS": "true",
        **env,
    }
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script)]
    cwd = ROOT if script == SCRIPT else folder
    with running(command, port, cwd, settings) as app:
        yield app


@contextmanager
def running(
    command: Sequence[str], port: int, cwd: Path, env: Mapping[str, str]
) -> Iterator[Server]:
    """Run a server until the block ends; a peer finds none of this app's settings elsewhere."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    process = subprocess.Popen(
        command, cwd=cwd, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    app = Server(f"http://127.0.0.1:{port}", process.pid)
    try:
        _wait_for(app.url, process)
        yield app
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
