"""What tests of turns have in common."""

from travelbot.models.events import TurnEvent
from travelbot.models.messages import Conversation, Reply
from travelbot.service.assistant import Assistant
from travelbot.service.turn import Turn

PATIENCE = 5.0
DRAW = {
    "view": {"latitude": 35.68, "longitude": 139.69, "zoom": 11},
    "markers": [{"latitude": 35.68, "longitude": 139.69, "label": "Tokyo"}],
}
MAP_TOOL = "update_map_and_markers"
PLAN = {"title": "A day in Tokyo", "days": [{"title": "Asakusa", "stops": [{"place": "Tokyo"}]}]}
ITINERARY_TOOL = "update_itinerary"


def finish(turn: Turn) -> list[TurnEvent]:
    """All events of a turn."""
    return [event for events in turn.log.follow(PATIENCE) for event in events]


def reply_of(conversation: Conversation) -> Reply:
    """The last message, which must be a reply."""
    reply = conversation.messages[-1]
    assert isinstance(reply, Reply)
    return reply


def load(assistant: Assistant) -> Conversation:
    """The conversation as stored, with no turn running in it."""
    conversation, turn = assistant.open("ann", "c1")
    assert turn is None
    return conversation
