"""A model as fast and as steady as it is told to be: `python -m tests.bench.speed.provider PORT`.

`POST /v1/chat/completions` answers as its last prompt orders (see `wording`), and `GET /times`
tells when each token of each answer was sent.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import time
from typing import Any
from urllib.request import urlopen

from tests.bench.speed.wording import Order, order_in, tokens_of
from tests.e2e.conftest import free_port

ROOT = Path(__file__).parents[3]
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: %s\r\ntransfer-encoding: chunked\r\n\r\n"
PAUSE = 2.5
"""Seconds without a word before the map is drawn and after, so that a page has come to rest."""
OPENING = Order(tokens=5, rate=0, draws=False)
"""What is said before the map is drawn."""
PINS = {
    "Lisbon": (38.7169, -9.1399),
    "Madrid": (40.4165, -3.7026),
    "Paris": (48.8534, 2.3488),
    "Rome": (41.8919, 12.5113),
    "Vienna": (48.2085, 16.3721),
    "Berlin": (52.5244, 13.4105),
    "Prague": (50.088, 14.4208),
}
DRAWING = {
    "view": {"latitude": 46.0, "longitude": 4.0, "zoom": 3.6},
    "markers": [
        {"latitude": latitude, "longitude": longitude, "label": label}
        for label, (latitude, longitude) in PINS.items()
    ],
    "place": "Europe",
}


@dataclass
class Sent:
    """One answer: whose prompt, and when each token and the tool call was sent, by time()."""

    prompt: str
    draws: bool
    times: list[float] = field(default_factory=list)


def event(delta: dict[str, Any], finish_reason: str | None = None) -> bytes:
    """One chunk as a server-sent event."""
    body = {
        "id": "chatcmpl-bench",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "fake",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
    }
    return b"data: " + json.dumps(body).encode() + b"\n\n"


class Provider:
    """Answers connections, each request after the other."""

    def __init__(self) -> None:
        self._sent: list[Sent] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer a connection's requests until it is closed."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                body = await reader.readexactly(_length(head))
                await self._answer(head, body, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _answer(self, head: bytes, body: bytes, writer: asyncio.StreamWriter) -> None:
        if head.startswith(b"GET /times"):
            writer.write(HEAD % b"application/json")
            _chunk(writer, json.dumps([asdict(sent) for sent in self._sent]).encode())
        else:
            messages = json.loads(body)["messages"]
            prompt = next(m["content"] for m in reversed(messages) if m["role"] == "user")
            writer.write(HEAD % b"text/event-stream")
            await self._speak(prompt, messages[-1]["role"] == "tool", writer)
        _chunk(writer, b"")
        await writer.drain()

    async def _speak(self, prompt: str, has_drawn: bool, writer: asyncio.StreamWriter) -> None:
        order = order_in(prompt)
        draws = order.draws and not has_drawn
        sent = Sent(prompt, draws)
        self._sent.append(sent)
        if draws:
            await _stream(OPENING, sent.times, writer)
            await asyncio.sleep(PAUSE)
            _draw(writer)
            sent.times.append(time())
            return
        await asyncio.sleep(PAUSE if has_drawn else 0)
        await _stream(order, sent.times, writer)
        _chunk(writer, event({}, "stop") + b"data: [DONE]\n\n")


async def _stream(order: Order, times: list[float], writer: asyncio.StreamWriter) -> None:
    """Send each token at its time, whatever became late before it."""
    start = time()
    for index, token in enumerate(tokens_of(order.tokens)):
        if order.rate and (early := start + index / order.rate - time()) > 0:
            await writer.drain()
            await asyncio.sleep(early)
        _chunk(writer, event({"content": token}))
        times.append(time())


def _draw(writer: asyncio.StreamWriter) -> None:
    function = {"name": "update_map_and_markers", "arguments": json.dumps(DRAWING)}
    call = {"index": 0, "id": "call_bench", "type": "function", "function": function}
    _chunk(writer, event({"tool_calls": [call]}) + event({}, "tool_calls") + b"data: [DONE]\n\n")


def _chunk(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(b"%x\r\n%s\r\n" % (len(data), data))


def _length(head: bytes) -> int:
    headers = dict(line.lower().split(b":", 1) for line in head.split(b"\r\n")[1:] if line)
    return int(headers.get(b"content-length", 0))


@dataclass(frozen=True)
class Running:
    """A provider in a process of its own."""

    port: int

    @property
    def env(self) -> dict[str, str]:
        """What makes an app ask it."""
        url = f"http://127.0.0.1:{self.port}/v1"
        return {"OPENAI_BASE_URL": url, "OPENAI_API_KEY": "sk-bench", "TRAVELBOT_MODEL": "fake"}

    def sent(self) -> Sequence[Sent]:
        """All answers so far."""
        with urlopen(f"http://127.0.0.1:{self.port}/times", timeout=10) as answer:
            return [Sent(**sent) for sent in json.load(answer)]


@contextmanager
def providing() -> Iterator[Running]:
    """Run the provider until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.speed.provider", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert process.stdout
        process.stdout.readline()
        yield Running(port)
    finally:
        process.terminate()
        process.wait()


async def main() -> None:
    """Serve on the port of the command line."""
    server = await asyncio.start_server(Provider().serve, "127.0.0.1", int(sys.argv[1]))
    print("ready", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
