"""A stream that needs no model, to try a client with."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import EventSourceResponse, format_sse_event

from travelbot.web.api.examples import numbers
from travelbot.web.api.failures import failing
from travelbot.web.api.streaming import AT_ONCE

MOST = 60

Count = Annotated[int, Query(ge=1, le=MOST, description="How far to count.")]
LastEventId = Annotated[
    int,
    Header(alias="Last-Event-ID", ge=0, le=MOST + 1, description="The number to go on after."),
]

router = APIRouter(prefix="/openai-streaming")


@router.get(
    "/demo",
    summary="Count, to try a client with",
    response_class=StreamingResponse,
    responses={**failing(422), **numbers()},
)
async def demo(request: Request, count: Count = 10, last_event_id: LastEventId = 0) -> Response:
    """Server-sent events: a `number` twice a second, then `done`; no model is asked."""
    if last_event_id > count:
        return Response(status_code=204)
    pause: float = request.app.state.pause
    return EventSourceResponse(_counting(last_event_id + 1, count, pause), headers=AT_ONCE)


async def _counting(first: int, last: int, pause: float) -> AsyncIterator[bytes]:
    for number in range(first, last + 1):
        yield format_sse_event(event="number", data_str=f'{{"number":{number}}}', id=str(number))
        await asyncio.sleep(pause)
    yield format_sse_event(event="done", data_str='{"status":"complete"}', id=str(last + 1))
