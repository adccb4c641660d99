"""A shared trip as what is taken along."""

from travelbot.models.messages import Conversation, Message, Prompt, Reply, Round, Status
from travelbot.models.trips import Said, SharedTrip


def shared_conversation(trip: SharedTrip, token: str) -> Conversation:
    """A conversation with nothing but what the link shows, called by its token."""
    messages = tuple(map(_message, trip.messages or ()))
    outcome = Reply(status=Status.COMPLETE, map=trip.map, itinerary=trip.itinerary)
    if messages and isinstance(last := messages[-1], Reply):
        outcome = outcome.model_copy(update={"rounds": last.rounds})
        messages = messages[:-1]
    return Conversation(id=token, title=trip.title, messages=(*messages, outcome))


def _message(said: Said) -> Message:
    if said.role == "user":
        return Prompt(text=said.text)
    return Reply(status=Status.COMPLETE, rounds=(Round(text=said.text),))
