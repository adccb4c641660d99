"""A chat completions server over real HTTP that answers as a test tells it to."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass
class Gate:
    """A place in a stream that the server passes only when the test lets it."""

    reached: Event = field(default_factory=Event)
    opened: Event = field(default_factory=Event)


@dataclass(frozen=True)
class Cut:
    """The server drops the connection here."""


@dataclass
class Endless:
    """The server sends this event again and again, until the client has gone."""

    event: bytes
    every: float = 0.005
    """Seconds between two."""
    sent: int = 0


Piece = bytes | Gate | Cut | Endless


@dataclass(frozen=True)
class Answer:
    """One response: its status, its headers, and its body piece by piece."""

    pieces: Sequence[Piece]
    status: int = 200
    headers: Mapping[str, str] = field(
        default_factory=lambda: {"content-type": "text/event-stream"}
    )


def event(delta: Mapping[str, Any], finish_reason: str | None = None) -> bytes:
    """One chunk as a server-sent event."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n"


def says(*words: str) -> Answer:
    """A reply in these words."""
    return Answer([*(event({"content": word}) for word in words), event({}, "stop"), DONE])


def calls(name: str, arguments: Mapping[str, Any] | str, call_id: str = "call_1") -> Answer:
    """A reply that calls a tool."""
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    call = {"index": 0, "id": call_id, "function": {"name": name, "arguments": text}}
    return Answer([event({"tool_calls": [call]}), event({}, "tool_calls"), DONE])


def fails(status: int, error: Mapping[str, Any] | str, **headers: str) -> Answer:
    """An error response; in header names `_` stands for `-`."""
    body = error if isinstance(error, str) else json.dumps({"error": error})
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer([body.encode()], status, {"content-type": "application/json", **named})


DONE = b"data: [DONE]\n\n"


class FakeOpenAI:
    """Answers requests in the order of the script; the last answer is repeated."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.hung_up = Event()
        """Set when a client closed the connection before the answer's end."""
        self._script: list[Answer] = [says("Hello.")]
        self._server = _Server(self)

    @property
    def url(self) -> str:
        """The base URL for a client."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def script(self, *answers: Answer) -> None:
        """What to answer from now on."""
        self._script = list(answers)
        self.requests.clear()
        self.hung_up.clear()

    def next_answer(self) -> Answer:
        """The answer to the request that has come in."""
        return self._script.pop(0) if len(self._script) > 1 else self._script[0]

    @contextmanager
    def running(self) -> Iterator["FakeOpenAI"]:
        """Serve in a thread."""
        thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, fake: FakeOpenAI) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fake = fake

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Take it quietly that a client has gone before it had read everything."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.fake.headers.append(
            {name.lower(): value for name, value in self.headers.items()}
        )
        self.server.fake.requests.append(json.loads(body))
        answer = self.server.fake.next_answer()
        self.send_response(answer.status)
        for name, value in {**answer.headers, "transfer-encoding": "chunked"}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self._send(answer.pieces)
        except OSError:
            self.server.fake.hung_up.set()
            self.close_connection = True

    def _send(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            match piece:
                case Gate(reached=reached, opened=opened):
                    reached.set()
                    self._wait(opened)
                case Cut():
                    self.close_connection = True
                    return
                case Endless():
                    self._send_on(piece)
                case bytes():
                    self._chunk(piece)
        self._chunk(b"")

    def _wait(self, opened: Event) -> None:
        """Wait for the gate, and notice at once when the client has gone."""
        self.connection.settimeout(0.02)
        while not opened.is_set():
            try:
                if self.connection.recv(1) == b"":
                    raise ConnectionAbortedError
            except TimeoutError:
                continue
        self.connection.settimeout(None)

    def _send_on(self, piece: Endless) -> None:
        pause = Event()
        while True:
            self._chunk(piece.event)
            piece.sent += 1
            pause.wait(piece.every)

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""
