"""A turn's events on their way to a reader, as they happen."""

import asyncio
from collections.abc import AsyncIterator

from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from travelbot.models.events import TurnEvent
from travelbot.service.event_log import EventLog
from travelbot.web.api.answers import Error
from travelbot.web.api.transcript import PARAGRAPH, Sent, Text, Transcript

HEARTBEAT = 15.0
"""Seconds of silence after which proxies may think that the connection is dead."""
AT_ONCE = {"X-Accel-Buffering": "no", "Content-Encoding": "identity"}
"""Headers that keep proxies and compression from holding a stream back."""
LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
"""Lines of Python end here, those of server-sent events don't: clients get it wrong."""

Batches = AsyncIterator[list[TurnEvent]]


async def follow(log: EventLog, beat: float = HEARTBEAT) -> Batches:
    """Replay the log, then follow it to its end; [] after each `beat` seconds of silence."""
    loop, changed, since = asyncio.get_running_loop(), asyncio.Event(), 0
    with log.waking(lambda: loop.call_soon_threadsafe(changed.set)):
        while True:
            changed.clear()
            finished = log.finished
            if events := log.read(since):
                since += len(events)
                yield events
            elif finished:
                return
            elif not await _within(beat, changed):
                yield []


async def _within(seconds: float, changed: asyncio.Event) -> bool:
    """Whether something happens in that time."""
    try:
        async with asyncio.timeout(seconds):
            return await changed.wait()
    except TimeoutError:
        return False


async def as_events(batches: Batches, transcript: Transcript) -> AsyncIterator[bytes]:
    """Server-sent events, and comments that keep the connection alive while there are none."""
    async for batch in batches:
        sent = b"".join(encoded(each) for event in batch for each in transcript.take(event))
        yield sent or KEEPALIVE_COMMENT


async def as_text(batches: Batches, transcript: Transcript) -> AsyncIterator[bytes]:
    """The text alone; the sentence that says why a reply failed is its last paragraph."""
    begun = False
    async for batch in batches:
        for sent in (each for event in batch for each in transcript.take(event)):
            if isinstance(sent.data, Text):
                yield sent.data.text.encode()
                begun = True
            elif isinstance(sent.data, Error):
                yield f"{PARAGRAPH if begun else ''}{sent.data.message}\n".encode()


def encoded(sent: Sent) -> bytes:
    """The event as it goes over the wire."""
    data = sent.data.model_dump_json().translate(LINE_ENDS)
    return format_sse_event(event=sent.name, data_str=data, id=str(sent.id))
