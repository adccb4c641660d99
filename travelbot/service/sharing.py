"""Read-only links to saved trips: nothing else of their owner can be seen through them."""

from travelbot.data.shares import Shares
from travelbot.models.messages import Conversation
from travelbot.models.trips import Said, Share, SharedTrip


class Sharing:
    """The links of all owners; every method raises StoreError where the store fails."""

    def __init__(self, shares: Shares) -> None:
        self._shares = shares

    def share(self, owner: str, conversation_id: str, *, with_chat: bool) -> str:
        """The token of the link to a saved trip, the same one again; raises NotFound."""
        return self._shares.share(owner, conversation_id, with_chat=with_chat)

    def shared(self, owner: str, conversation_id: str) -> Share | None:
        """The link to a conversation, None where there is none; raises NotFound."""
        return self._shares.shared(owner, conversation_id)

    def revoke(self, owner: str, conversation_id: str) -> None:
        """Let the link lead nowhere from now on; raises NotFound."""
        self._shares.revoke(owner, conversation_id)

    def open_share(self, token: str) -> SharedTrip:
        """What a link shows; raises NotFound alike where it never led, or no longer leads."""
        conversation, with_chat = self._shares.opened(token)
        return SharedTrip(
            title=conversation.title,
            map=conversation.map,
            itinerary=conversation.itinerary,
            messages=_said(conversation) if with_chat else None,
        )


def _said(conversation: Conversation) -> tuple[Said, ...]:
    """Tool calls, reasoning and what providers want back are nobody's business."""
    return tuple(Said(role=message.role, text=message.text) for message in conversation.messages)
