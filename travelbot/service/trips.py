"""What is done with conversations between turns: keeping, finding, copying, editing by hand."""

from collections.abc import Callable
from secrets import token_urlsafe

from travelbot.errors import NotFound
from travelbot.models.itinerary import Itinerary
from travelbot.models.messages import MAX_EDITS, Conversation, Reply
from travelbot.models.trips import Hit, Summary
from travelbot.service.conversations import Conversations
from travelbot.service.current import CurrentConversations
from travelbot.service.input import checked_title
from travelbot.service.live_turns import LiveTurns
from travelbot.service.titles import clean_title, copy_title, suggested_title

FOUND = 50
"""Trips that a search tells at most."""

Change = Callable[[Itinerary], Itinerary]


class Trips:
    """The conversations of all owners while no turn runs in them.

    Methods that change something raise NotFound, and StoreError where it can't be kept.
    """

    def __init__(
        self, conversations: Conversations, live: LiveTurns, current: CurrentConversations
    ) -> None:
        self._conversations = conversations
        self._live = live
        self._current = current

    def begin(self, owner: str) -> str:
        """An unguessable id for a conversation that begins with its first prompt."""
        conversation_id = _new_id()
        self._conversations.begin(owner, conversation_id)
        self._current.choose(owner, conversation_id)
        return conversation_id

    def save(self, owner: str, conversation_id: str, title: str) -> None:
        """Keep the conversation for good, or give it another title; raises BadTitle."""
        self._conversations.save(owner, conversation_id, checked_title(title))

    def saved(self, owner: str) -> tuple[Summary, ...]:
        """The owner's saved conversations, the latest first."""
        return self._conversations.saved(owner)

    def search(self, owner: str, query: str, limit: int = FOUND) -> tuple[Hit, ...]:
        """The saved conversations that have all words of `query`, the last one as a beginning.

        Those that have them in their titles first, then the latest; none for an empty query.
        """
        return self._conversations.search(owner, query, limit)

    def duplicate(self, owner: str, conversation_id: str) -> str:
        """Save a copy of the chosen branch; gives its id. Raises TurnRunning."""
        with self._live.at_rest((owner, conversation_id)):
            conversation = self._conversations.load(owner, conversation_id)
        title = copy_title(suggested_title(conversation))
        return self.add_imported(owner, conversation.model_copy(update={"title": title}))

    def add_imported(self, owner: str, conversation: Conversation) -> str:
        """Save a conversation under its title as a new one; gives its id."""
        title = clean_title(suggested_title(conversation))
        added = {"id": _new_id(), "title": title, "saved": True, "forks": {}}
        new = conversation.model_copy(update=added)
        self._conversations.add(owner, new)
        return new.id

    def delete(self, owner: str, *conversation_ids: str) -> None:
        """Stop what runs in the conversations and let them be gone: all of them, or none.

        They can be restored for 30 days.
        """
        for conversation_id in conversation_ids:
            self._live.end((owner, conversation_id))
        self._conversations.delete(owner, *conversation_ids)
        if self._current.of(owner) in conversation_ids:
            self.begin(owner)

    def restore(self, owner: str, *conversation_ids: str) -> None:
        """Take back that they were deleted."""
        self._conversations.restore(owner, *conversation_ids)

    def choose_branch(self, owner: str, conversation_id: str, version: int) -> None:
        """Go on from this version of a prompt, which a fork names; raises TurnRunning."""
        with self._live.at_rest((owner, conversation_id)):
            self._conversations.choose_branch(owner, conversation_id, version)

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
        """Let the last reply have other edits."""
        with self._live.at_rest((owner, conversation_id)):
            conversation = self._conversations.load(owner, conversation_id)
            reply = conversation.last_reply
            if reply is None:
                raise NotFound("Nothing has been answered in this conversation yet: ask something.")
            edits = revised(conversation.itinerary, reply)
            if edits == reply.edits:
                return
            position = conversation.positions(Reply)[-1]
            messages = list(conversation.messages)
            messages[position] = reply.model_copy(update={"edits": edits})
            self._conversations.keep(owner, conversation.with_messages(tuple(messages)), position)


def _edited(after: Itinerary, before: Itinerary, reply: Reply) -> tuple[Itinerary, ...]:
    """The newest edits, with one more where something has changed."""
    return (*reply.edits, after)[-MAX_EDITS:] if after != before else reply.edits


def _new_id() -> str:
    return token_urlsafe(16)
