"""Ends open streams when the server is told to stop, which waits for them without an end."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import current_thread, main_thread
from types import FrameType

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Streams:
    """The answers of unknown length that are being sent."""

    def __init__(self) -> None:
        self._open: set[asyncio.Timeout] = set()
        self._is_stopping = False

    def add(self, stream: asyncio.Timeout) -> None:
        """Take in a stream; it ends with the server, or at once where that is stopping."""
        self._open.add(stream)
        if self._is_stopping:
            _end(stream)

    def discard(self, stream: asyncio.Timeout) -> None:
        """Forget a stream that has ended."""
        self._open.discard(stream)

    def end(self) -> None:
        """End all streams, and those that begin later."""
        self._is_stopping = True
        for stream in self._open:
            _end(stream)

    @asynccontextmanager
    async def lifespan(self, _: object) -> AsyncIterator[None]:
        """While the server runs, its signals to stop end the streams too."""
        if current_thread() is not main_thread():
            yield
            return
        loop = asyncio.get_running_loop()
        before = {number: signal.getsignal(number) for number in SIGNALS}
        for number, handler in before.items():
            if callable(handler):
                signal.signal(number, _both(lambda: loop.call_soon_threadsafe(self.end), handler))
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


class EndWithServer:
    """ASGI middleware: an answer of unknown length ends, properly, when the server stops."""

    def __init__(self, app: ASGIApp, streams: Streams) -> None:
        self._app = app
        self._streams = streams

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes, until the server stops."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        until = asyncio.timeout(None)

        async def send_noted(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_endless(message):
                self._streams.add(until)
            await send(message)

        try:
            async with until:
                await self._app(scope, receive, send_noted)
        except TimeoutError:
            if not until.expired():
                raise
            await send({"type": "http.response.body", "body": b""})
        finally:
            self._streams.discard(until)


Handler = Callable[[int, FrameType | None], object]


def _both(first: Callable[[], object], then: Handler) -> Handler:
    def handle(number: int, frame: FrameType | None) -> None:
        first()
        then(number, frame)

    return handle


def _end(stream: asyncio.Timeout) -> None:
    stream.reschedule(asyncio.get_running_loop().time())


def _is_endless(start: Message) -> bool:
    return "content-length" not in Headers(raw=start["headers"])
