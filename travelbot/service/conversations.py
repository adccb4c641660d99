"""Keeps conversations in the store, and in memory while it can't be used."""

import logging
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from travelbot.data.database_file import utc_now
from travelbot.data.store import Store
from travelbot.errors import StoreError
from travelbot.models.messages import Conversation
from travelbot.models.trips import Hit, Summary
from travelbot.service.memory import Key, Known, Memory

LOG = logging.getLogger(__name__)

LIFE = timedelta(days=30)
"""Of drafts, and of what is deleted."""

Put = Callable[[str, Conversation, int], None]
Read = TypeVar("Read")


class Conversations:
    """The store, and what was last known of each conversation, so that the chat goes on."""

    def __init__(self, store: Store, is_ephemeral: bool = False) -> None:
        self._store = store
        self.is_ephemeral = is_ephemeral
        """Whether the store is lost when the app restarts."""
        self._memory = Memory()
        self._purged_on: date | None = None
        self.problem: str | None = None
        """What is wrong with the store, for the reader; None while it works."""

    def begin(self, owner: str, conversation_id: str) -> None:
        """Remember that this conversation is new, which a failing store couldn't tell."""
        self._memory.remember((owner, conversation_id), Known(Conversation(id=conversation_id)))

    def load(self, owner: str, conversation_id: str) -> Conversation:
        """The conversation; raises NotFound, and StoreError where nothing is known of it."""
        key = (owner, conversation_id)
        if missed := self._memory.missed(key):
            return missed
        known = self._memory.of(key)
        try:
            latest = self._latest(key, known)
        except StoreError as error:
            self._note(error)
            if known is None:
                raise
            return known.conversation
        self._note_reading()
        self._memory.remember(key, latest)
        return latest.conversation

    def keep(self, owner: str, conversation: Conversation, since: int) -> None:
        """Store the messages from position `since` on; 0 begins a draft, and old ones go."""
        self._put(owner, conversation, since, self._store.write)

    def branch(self, owner: str, conversation: Conversation, since: int) -> None:
        """Store the messages from position `since` on as a branch beside those that are there."""
        self._put(owner, conversation, since, self._store.branch)

    def choose_branch(self, owner: str, conversation_id: str, version: int) -> None:
        """Go on in the branch of this version of a prompt; raises NotFound and StoreError."""
        self._catch_up((owner, conversation_id))
        self._store.choose_branch(owner, conversation_id, version)

    def save(self, owner: str, conversation_id: str, title: str) -> None:
        """Keep a draft for good; raises NotFound, and StoreError where it can't be kept."""
        self._catch_up((owner, conversation_id))
        self._store.save(owner, conversation_id, title)

    def add(self, owner: str, conversation: Conversation) -> None:
        """Store a new conversation, saved under its title; raises StoreError."""
        self._store.write(owner, conversation, 0)
        self._store.save(owner, conversation.id, conversation.title)

    def delete(self, owner: str, *conversation_ids: str) -> None:
        """Let conversations be gone; raises NotFound, and StoreError where that can't be done."""
        keys = [(owner, conversation_id) for conversation_id in conversation_ids]
        for key in keys:
            self._catch_up(key)
        self._store.delete(owner, *conversation_ids)
        for key in keys:
            self._memory.forget(key)

    def restore(self, owner: str, *conversation_ids: str) -> None:
        """Take back that they were deleted; raises NotFound, also once purged, and StoreError."""
        self._store.restore(owner, *conversation_ids)

    def move(self, owner: str, to: str) -> None:
        """Give all conversations of one owner to another; raises StoreError."""
        self._store.move(owner, to)
        self._memory.move(owner, to)

    def saved(self, owner: str) -> tuple[Summary, ...]:
        """The saved conversations, the latest first; none while the store fails."""
        return self._none_while_failing(lambda: self._store.saved(owner))

    def search(self, owner: str, query: str, limit: int) -> tuple[Hit, ...]:
        """The saved conversations that have all words; none while the store fails."""
        return self._none_while_failing(lambda: self._store.search(owner, query, limit))

    def latest(self, owner: str) -> str | None:
        """The conversation that was written to last, a draft or a saved one, if that is known."""
        try:
            return self._store.latest(owner)
        except StoreError as error:
            self._note(error)
            return None

    def check(self) -> None:
        """Find out whether the store can be used."""
        self.saved("")

    def _latest(self, key: Key, known: Known | None) -> Known:
        """The conversation as stored, which isn't read again while it stays the same."""
        revision = self._store.revision(*key)
        if known and known.revision == revision:
            return known
        return Known(self._store.load(*key), revision)

    def _put(self, owner: str, conversation: Conversation, since: int, put: Put) -> None:
        """What the store has missed before is taken in too."""
        key = (owner, conversation.id)
        try:
            if self._memory.missed(key):
                self._store.merge(owner, conversation)
            else:
                put(owner, conversation, since)
            self._purge()
        except StoreError as error:
            self._note(error)
            self._memory.miss(key, conversation)
            return
        self.problem = None
        self._memory.stored(key, conversation)

    def _catch_up(self, key: Key) -> None:
        """Let the store have what it has missed of a conversation, if it can be used now."""
        if missed := self._memory.missed(key):
            self.keep(key[0], missed, 0)

    def _purge(self) -> None:
        """Let go what has become too old; once a day is often enough."""
        today = utc_now().date()
        if self._purged_on != today:
            self._store.purge(utc_now() - LIFE)
            self._purged_on = today

    def _none_while_failing(self, read: Callable[[], tuple[Read, ...]]) -> tuple[Read, ...]:
        try:
            found = read()
        except StoreError as error:
            self._note(error)
            return ()
        self._note_reading()
        return found

    def _note_reading(self) -> None:
        """A store that can be read may still be too full to write."""
        if not self._memory.is_ahead:
            self.problem = None

    def _note(self, error: StoreError) -> None:
        if self.problem != error.message:
            LOG.error("The store fails", exc_info=error)
        self.problem = error.message
