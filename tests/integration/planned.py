"""What tests of trips have in common."""

from collections.abc import Callable

from tests.integration.turns import finish
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.messages import Prompt
from travelbot.service.assistant import Assistant


def asked(assistant: Assistant, *prompts: str) -> Assistant:
    """The assistant after it has answered."""
    for prompt in prompts:
        finish(assistant.start("ann", "c1", prompt))
    return assistant


def prompts(assistant: Assistant, conversation_id: str = "c1") -> list[str]:
    """What has been asked in the chosen branch."""
    conversation, _ = assistant.open("ann", conversation_id)
    return [message.text for message in conversation.messages if isinstance(message, Prompt)]


def with_day(title: str, *places: str) -> Itinerary:
    """An itinerary of one day."""
    return Itinerary(days=(Day(title=title, stops=tuple(Stop(place=place) for place in places)),))


def becomes(itinerary: Itinerary) -> Callable[[Itinerary], Itinerary]:
    """The change to this one."""
    return lambda _: itinerary
