"""Servers in processes of their own, and what they take of the machine."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from tests.e2e.conftest import free_port, wait_for_server

ROOT = Path(__file__).parents[3]
TRAVELBOT = "app.py"
NAIVE_PEER = "tests/bench/speed/peers/naive.py"
AS_SHIPPED = {"STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}
SETTLING = 0.5
"""Seconds between two looks at the memory."""
SETTLED = 0.05
"""Megabytes by which the memory may still change between two looks."""
LOOKS = 20
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class App:
    """A running Streamlit app."""

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
def serving(script: str, folder: Path, env: Mapping[str, str]) -> Iterator[App]:
    """Run a script by Streamlit until the block ends."""
    port = free_port()
    settings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TRAVELBOT_DB": str(folder / "chats.db"),
        "TRAVELBOT_DISK": "kept",
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_HEADLESS": "true",
        **env,
    }
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script)]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=_working_folder(script, folder), env=settings, stdout=log, stderr=log
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for_server(url, process)
        yield App(url, process.pid)
    finally:
        process.terminate()
        process.wait()


def _working_folder(script: str, folder: Path) -> Path:
    """Where a peer finds none of this app's settings."""
    return ROOT if script == TRAVELBOT else folder
