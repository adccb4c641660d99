"""Routes about a turn: asking, following, resuming and stopping it."""

from typing import Annotated

from fastapi import APIRouter, Header, Query, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import EventSourceResponse

from travelbot.errors import TurnGone
from travelbot.service.turn import Turn
from travelbot.web.api.answers import Stopped
from travelbot.web.api.caller import CONVERSATION_HEADER, Caller, Calling
from travelbot.web.api.examples import replies
from travelbot.web.api.failures import documented
from travelbot.web.api.positions import BEGINNING, DONE, EventId, Position
from travelbot.web.api.streaming import AT_ONCE, as_events, as_text, follow
from travelbot.web.api.transcript import Transcript

Prompt = Annotated[str, Query(description="Your prompt, of at most 4,000 characters.")]
Since = Annotated[
    str | None,
    Query(
        description="The id of the last event that you have: nothing is asked, the reply goes on"
        " after it. 0 is the last reply from its beginning."
    ),
]
LastEventId = Annotated[
    str | None,
    Header(alias="Last-Event-ID", description="As `since`, which it overrules."),
]
Accept = Annotated[str, Header(include_in_schema=False)]

router = APIRouter(prefix="/openai-streaming")


@router.get("", include_in_schema=False)
@router.get(
    "/",
    summary="Ask, and have the reply as it is written",
    response_class=StreamingResponse,
    responses={**documented(404, 409, 422, 429, 502, 503), **replies()},
)
def stream(
    caller: Calling,
    query: Prompt = "",
    since: Since = None,
    last_event_id: LastEventId = None,
    accept: Accept = "",
) -> Response:
    """Server-sent events: `text`, `tool`, `map`, `itinerary`, `error` and, at the end, `done`.

    Each has an id, after which a reply can be resumed while it is written and later: with
    `since`, or with the header that a browser's EventSource sends by itself. With
    `Accept: text/plain` the text comes alone; where a reply fails, its last paragraph says why.
    What a model thinks before it answers is not sent; `done` counts its tokens with the others.
    A client that goes away doesn't stop the reply.
    """
    resumed = last_event_id or since
    turn, read = _asked(caller, query) if resumed is None else _resumed(caller, resumed)
    if read >= DONE:
        return Response(status_code=204)
    batches, transcript = follow(turn.log), Transcript(turn.base.id, turn.id, read)
    headers = {CONVERSATION_HEADER: turn.base.id, **AT_ONCE}
    if "text/plain" in accept and "text/event-stream" not in accept:
        return StreamingResponse(as_text(batches, transcript), 200, headers, "text/plain")
    return EventSourceResponse(as_events(batches, transcript), headers=headers)


@router.delete("/turn", summary="Stop the running reply", responses=documented(404, 422, 503))
def stop(caller: Calling) -> Stopped:
    """End the reply at once; what it has said stays."""
    stopped = caller.assistant.stop(caller.owner, caller.conversation)
    return Stopped(conversation=caller.conversation, stopped=stopped)


def _asked(caller: Caller, query: str) -> tuple[Turn, Position]:
    turn = caller.assistant.start(caller.owner, caller.conversation, query, address=caller.address)
    return turn, Position()


def _resumed(caller: Caller, event_id: str) -> tuple[Turn, Position]:
    """The turn that the id names, or the conversation's last one, and how far it was read."""
    if event_id in BEGINNING:
        return caller.assistant.last_turn(caller.owner, caller.conversation), Position()
    last = EventId.parse(event_id)
    turn = caller.assistant.last_turn(caller.owner, last.conversation)
    if turn.id != last.turn:
        raise TurnGone
    return turn, last.position
