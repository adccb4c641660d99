"""Routes about a conversation: its map and itinerary, its messages, keeping and deleting it."""

from typing import Annotated

from fastapi import APIRouter, Query

from travelbot.errors import NotFound
from travelbot.service.titles import suggested_title
from travelbot.web.api.answers import (
    ChatMessage,
    Deleted,
    MapCoordinates,
    Saved,
    coordinates,
    message,
)
from travelbot.web.api.caller import Calling
from travelbot.web.api.failures import documented
from travelbot.web.api.itinerary import ItineraryState, itinerary_state

Title = Annotated[str, Query(description="At most 60 characters; suggested if left out.")]

router = APIRouter(prefix="/openai-streaming", responses=documented(404, 422, 503))


@router.get("/map-coordinates", summary="The map")
def map_coordinates(caller: Calling) -> MapCoordinates:
    """Where the map looks and its pins, in the middle of a reply too."""
    return coordinates(caller.now().map)


@router.get("/itinerary", summary="The itinerary")
def itinerary(caller: Calling) -> ItineraryState:
    """The days with their stops, as the assistant or since then the reader left them."""
    return itinerary_state(caller.now().itinerary)


@router.get(
    "/get-all-messages-before-saved",
    summary="The messages, saved or not",
    response_model_exclude_none=True,
)
def all_messages(caller: Calling) -> list[ChatMessage]:
    """All messages; the last one is the running reply as far as it is."""
    return [message(said) for said in caller.now().messages]


@router.get(
    "/get-db-chat", summary="The messages of a saved conversation", response_model_exclude_none=True
)
def saved_messages(caller: Calling) -> list[ChatMessage]:
    """The messages as they are kept; 404 where the conversation isn't saved."""
    conversation = caller.assistant.conversations.load(caller.owner, caller.conversation)
    if not conversation.saved:
        raise NotFound("This conversation isn't saved: save it first.")
    return [message(said) for said in conversation.messages]


@router.post("/save-db-chat", summary="Save")
def save(caller: Calling, title: Title = "") -> Saved:
    """Keep the conversation for good, or give it another title."""
    assistant, owner, conversation = caller.assistant, caller.owner, caller.conversation
    assistant.trips.save(owner, conversation, title or suggested_title(caller.now()))
    kept = assistant.conversations.load(owner, conversation)
    return Saved(conversation=conversation, title=kept.title)


@router.get("/save-db-chat", summary="Save, by GET")
def save_by_get(caller: Calling, title: Title = "") -> Saved:
    """The same as POST, which is better: a GET may be repeated or fetched in advance."""
    return save(caller, title)


@router.delete("/delete-db-state-chat", summary="Delete")
def delete(caller: Calling) -> Deleted:
    """Stop what runs in the conversation and delete it; after 30 days nothing is left of it."""
    caller.assistant.trips.delete(caller.owner, caller.conversation)
    return Deleted(conversation=caller.conversation)
