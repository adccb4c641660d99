"""The server is told to stop while it sends."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import httpx2
import pytest

from tests.e2e.conftest import BY_CLI, COMMANDS, ROOT, free_port, wait_for_server

PROMPT = 2.0
"""Seconds in which a stream has to end."""
EXIT_PATIENCE = 10.0
"""Seconds for Python to go away after it, on a busy machine; the streams would take longer."""
API = "/openai-streaming"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("path", ["/demo?count=60", "/?query=Three days in Rome"])
def test_a_server_with_an_open_stream_stops_at_once(
    tmp_path: Path, number: signal.Signals, path: str
) -> None:
    port = free_port()
    env = {
        **os.environ,
        "TRAVELBOT_DB": str(tmp_path / "chats.db"),
        "TRAVELBOT_GUIDE_PACE": "1",
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    log = tmp_path / "app.log"
    command = [sys.executable, *COMMANDS[BY_CLI]]
    with (
        log.open("w") as output,
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=output, stderr=output) as process,
    ):
        url = f"http://127.0.0.1:{port}"
        wait_for_server(url, process)
        with httpx2.stream("GET", f"{url}{API}{path}", timeout=10) as response:
            pieces = response.iter_bytes()
            next(pieces)
            told = monotonic()
            process.send_signal(number)
            rest = b"".join(pieces)
            assert monotonic() - told < PROMPT
            process.wait(timeout=EXIT_PATIENCE)
        assert b"event: done" not in rest
    assert "Traceback" not in log.read_text()
