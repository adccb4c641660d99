"""Lets the openai client talk to the guide as if it were a provider."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx2

from travelbot.service.offline.guide import Guide
from travelbot.service.offline.request import read_request
from travelbot.service.offline.wire import Say, stream


class GuideTransport(httpx2.AsyncBaseTransport):
    """Answers chat completions requests in this process, at `pace` words a second."""

    def __init__(self, guide: Guide, pace: float) -> None:
        self._guide = guide
        self._pause = 1 / pace if pace else 0.0

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The guide's answer as a stream of server-sent events."""
        body = read_request(await request.aread())
        answer = await asyncio.to_thread(self._guide.answer, body)
        pause = self._pause if isinstance(answer, Say) else 0.0
        return httpx2.Response(
            200,
            headers={"content-type": "text/event-stream"},
            stream=_Paced(stream(answer, "built-in-guide"), pause),
        )


class _Paced(httpx2.AsyncByteStream):
    def __init__(self, events: Iterator[bytes], pause: float) -> None:
        self._events = events
        self._pause = pause

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for event in self._events:
            yield event
            await asyncio.sleep(self._pause)
