"""A stored reply as the turn that wrote it: the same events again, as far as they are kept."""

from collections.abc import Callable, Iterator

from travelbot.errors import CutOff, NotFound
from travelbot.models.events import (
    ItineraryUpdated,
    MapUpdated,
    ReasoningDelta,
    RoundEnded,
    RoundStarted,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnEvent,
    TurnFinished,
)
from travelbot.models.messages import Conversation, Failure, Reply, Status, ToolCall
from travelbot.service.turn import Turn

INTERRUPTED = Failure(code=CutOff.code, message="This reply was interrupted: press Retry.")

Running = Callable[[ToolCall], str]
"""Words for the reader while a call runs."""


def retold(owner: str, conversation: Conversation, running: Running) -> Turn:
    """The turn of the last reply, which has ended; raises NotFound where there is none."""
    reply = next(reversed(conversation.messages), None)
    if not isinstance(reply, Reply):
        raise NotFound("Nothing has been answered in this conversation yet: ask something.")
    turn = Turn(owner, conversation.with_messages(conversation.messages[:-1]), reply.turn)
    for event in events_of(reply, running):
        turn.log.append(event)
    return turn


def events_of(reply: Reply, running: Running) -> Iterator[TurnEvent]:
    """What happened in the turn; of its maps and itineraries only the last ones are kept."""
    last_drawing = next((step for step in reversed(reply.steps) if step.drew), None)
    last_planning = next((step for step in reversed(reply.steps) if step.planned), None)
    for answer in reply.rounds:
        yield RoundStarted(provider=answer.provider)
        if answer.reasoning:
            yield ReasoningDelta(text=answer.reasoning)
        if answer.text:
            yield TextDelta(text=answer.text)
        if answer.provider:
            yield RoundEnded(provider=answer.provider, usage=answer.usage, echo=answer.echo)
        for step in answer.steps:
            yield ToolStarted(call=step.call, label=running(step.call))
            if step is last_drawing and reply.map:
                yield MapUpdated(map=reply.map)
            if step is last_planning and reply.itinerary:
                yield ItineraryUpdated(itinerary=reply.itinerary)
            yield ToolFinished(step=step)
    yield _end(reply)


def _end(reply: Reply) -> TurnFinished:
    if reply.status is Status.STREAMING:
        return TurnFinished(status=Status.FAILED, failure=INTERRUPTED)
    return TurnFinished(status=reply.status, failure=reply.failure)
