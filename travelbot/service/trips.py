"""What is done with conversations between turns: editing by hand."""

from collections.abc import Callable

from travelbot.errors import NotFound
from travelbot.models.itinerary import Itinerary
from travelbot.models.messages import MAX_EDITS, Reply
from travelbot.service.conversations import Conversations
from travelbot.service.live_turns import LiveTurns

Change = Callable[[Itinerary], Itinerary]


class Trips:
    """The conversations of all owners while no turn runs in them."""

    def __init__(self, conversations: Conversations, live: LiveTurns) -> None:
        self._conversations = conversations
        self._live = live

    def edit_itinerary(self, owner: str, conversation_id: str, change: Change) -> None:
        """Change the itinerary by hand; raises TurnRunning, and what `change` raises."""
        self._revise(owner, conversation_id, lambda now, reply: _edited(change(now), now, reply))

    def undo_edit(self, owner: str, conversation_id: str) -> None:
        """Take the last change by hand back, if there is one; raises TurnRunning."""
        self._revise(owner, conversation_id, lambda _, reply: reply.edits[:-1])

    def _revise(
        self,
        owner: str,
        conversation_id: str,
        revised: Callable[[Itinerary, Reply], tuple[Itinerary, ...]],
    ) -> None:
        with self._live.reserved((owner, conversation_id)):
            conversation = self._conversations.load(owner, conversation_id)
            replies = [at for at, m in enumerate(conversation.messages) if isinstance(m, Reply)]
            if not replies:
                raise NotFound("Nothing has been answered in this conversation yet: ask something.")
            messages = list(conversation.messages)
            reply = messages[replies[-1]]
            if not isinstance(reply, Reply):
                return
            edits = revised(conversation.itinerary, reply)
            messages[replies[-1]] = reply.model_copy(update={"edits": edits})
            changed = conversation.with_messages(tuple(messages))
            self._conversations.keep(owner, changed, replies[-1])


def _edited(after: Itinerary, before: Itinerary, reply: Reply) -> tuple[Itinerary, ...]:
    return (*reply.edits, after)[-MAX_EDITS:] if after != before else reply.edits
