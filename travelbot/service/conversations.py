"""Keeps conversations in the store, and in memory while it can't be used."""

import logging
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock

from travelbot.data.database_file import utc_now
from travelbot.data.store import Revision, Store
from travelbot.errors import StoreError
from travelbot.models.messages import Conversation
from travelbot.models.trips import Summary

LOG = logging.getLogger(__name__)

DRAFT_LIFE = timedelta(days=30)
MAX_KNOWN = 200
"""Conversations held in memory, the latest ones, for the time when the store fails."""

Key = tuple[str, str]


@dataclass(frozen=True)
class _Known:
    """What was last known of a conversation; without a revision where that isn't what is stored."""

    conversation: Conversation
    revision: Revision | None = None


class Conversations:
    """The store, and what was last known of each conversation, so that the chat goes on."""

    def __init__(self, store: Store, is_ephemeral: bool = False) -> None:
        self._store = store
        self.is_ephemeral = is_ephemeral
        """Whether the store is lost when the app restarts."""
        self._known: OrderedDict[Key, _Known] = OrderedDict()
        self._unstored: set[Key] = set()
        self._lock = Lock()
        self._purged_on: date | None = None
        self.problem: str | None = None
        """What is wrong with the store, for the reader; None while it works."""

    def begin(self, owner: str, conversation_id: str) -> None:
        """Remember that this conversation is new, which a failing store couldn't tell."""
        self._remember((owner, conversation_id), _Known(Conversation(id=conversation_id)))

    def load(self, owner: str, conversation_id: str) -> Conversation:
        """The conversation; raises NotFound, and StoreError where nothing is known of it."""
        key = (owner, conversation_id)
        with self._lock:
            known = self._known.get(key)
            if known and key in self._unstored:
                return known.conversation
        try:
            latest = self._latest(key, known)
        except StoreError as error:
            self._note(error)
            if known is None:
                raise
            return known.conversation
        self._note_reading()
        self._remember(key, latest)
        return latest.conversation

    def keep(self, owner: str, conversation: Conversation, since: int) -> None:
        """Store the messages from position `since` on; 0 begins a draft, and old drafts go."""
        key = (owner, conversation.id)
        self._remember(key, _Known(conversation))
        with self._lock:
            since = 0 if key in self._unstored else since
        try:
            self._store.write(owner, conversation, since)
            self._purge()
        except StoreError as error:
            self._note(error)
            with self._lock:
                self._unstored.add(key)
            return
        self.problem = None
        with self._lock:
            self._unstored.discard(key)

    def save(self, owner: str, conversation_id: str, title: str) -> None:
        """Keep a draft for good; raises NotFound, and StoreError where it can't be kept."""
        key = (owner, conversation_id)
        if key in self._unstored:
            self.keep(owner, self._known[key].conversation, 0)
        self._store.save(owner, conversation_id, title)

    def delete(self, owner: str, conversation_id: str) -> None:
        """Delete for good; raises NotFound, and StoreError where that can't be done."""
        self._store.delete(owner, conversation_id)
        with self._lock:
            self._known.pop((owner, conversation_id), None)
            self._unstored.discard((owner, conversation_id))

    def move(self, owner: str, to: str) -> None:
        """Give all conversations of one owner to another; raises StoreError."""
        self._store.move(owner, to)
        with self._lock:
            for key in [key for key in self._known if key[0] == owner]:
                self._known[to, key[1]] = self._known.pop(key)
                if key in self._unstored:
                    self._unstored.discard(key)
                    self._unstored.add((to, key[1]))

    def saved(self, owner: str) -> tuple[Summary, ...]:
        """The saved conversations, the latest first; none while the store fails."""
        try:
            saved = self._store.saved(owner)
        except StoreError as error:
            self._note(error)
            return ()
        self._note_reading()
        return saved

    def latest(self, owner: str) -> str | None:
        """The conversation that was written to last, a draft or a saved one; raises StoreError."""
        return self._store.latest(owner)

    def check(self) -> None:
        """Find out whether the store can be used."""
        self.saved("")

    def _latest(self, key: Key, known: _Known | None) -> _Known:
        """The conversation as stored, which isn't read again while it stays the same."""
        revision = self._store.revision(*key)
        if known and known.revision == revision:
            return known
        return _Known(self._store.load(*key), revision)

    def _purge(self) -> None:
        """Let drafts go that have become too old; once a day is often enough."""
        today = utc_now().date()
        if self._purged_on != today:
            self._store.purge(utc_now() - DRAFT_LIFE)
            self._purged_on = today

    def _remember(self, key: Key, known: _Known) -> None:
        with self._lock:
            self._known[key] = known
            self._known.move_to_end(key)
            while len(self._known) > MAX_KNOWN:
                forgotten, _ = self._known.popitem(last=False)
                self._unstored.discard(forgotten)

    def _note_reading(self) -> None:
        """A store that can be read may still be too full to write."""
        if not self._unstored:
            self.problem = None

    def _note(self, error: StoreError) -> None:
        if self.problem != error.message:
            LOG.error("The store fails", exc_info=error)
        self.problem = error.message
