"""Keeps conversations in the store, and in memory while the store can't be used."""

import logging
from collections import OrderedDict
from datetime import timedelta
from threading import Lock

from travelbot.data.store import Store, utc_now
from travelbot.errors import NotFound, StoreError
from travelbot.models.messages import Conversation, Summary

LOG = logging.getLogger(__name__)

DRAFT_LIFE = timedelta(days=30)
MAX_UNSTORED = 200
"""Conversations kept in memory while the store fails, the latest ones."""


class Conversations:
    """The store, with a fallback so that the chat goes on when it fails."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._unstored: OrderedDict[tuple[str, str], Conversation] = OrderedDict()
        self._lock = Lock()
        self.problem: str | None = None
        """What is wrong with the store, for the reader; None while it works."""

    def load(self, owner: str, conversation_id: str) -> Conversation:
        """The conversation; raises NotFound."""
        with self._lock:
            unstored = self._unstored.get((owner, conversation_id))
        if unstored is not None:
            return unstored
        try:
            conversation = self._store.load(owner, conversation_id)
        except StoreError as error:
            self._note(error)
            raise NotFound from error
        self.problem = None
        return conversation

    def keep(self, owner: str, conversation: Conversation, since: int) -> None:
        """Store the messages from position `since` on; 0 begins a draft, and old ones go."""
        key = (owner, conversation.id)
        with self._lock:
            since = 0 if key in self._unstored else since
        try:
            if since == 0:
                self._store.purge_drafts(utc_now() - DRAFT_LIFE)
                self._store.create(owner, conversation.id)
            self._store.write(owner, conversation, since)
        except StoreError as error:
            self._note(error)
            with self._lock:
                self._unstored[key] = conversation
                self._unstored.move_to_end(key)
                while len(self._unstored) > MAX_UNSTORED:
                    self._unstored.popitem(last=False)
            return
        self.problem = None
        with self._lock:
            self._unstored.pop(key, None)

    def save(self, owner: str, conversation_id: str, title: str) -> None:
        """Keep a draft for good; raises NotFound, and StoreError where it can't be kept."""
        with self._lock:
            unstored = self._unstored.get((owner, conversation_id))
        if unstored is not None:
            self.keep(owner, unstored, 0)
        self._store.save(owner, conversation_id, title)

    def delete(self, owner: str, conversation_id: str) -> None:
        """Delete for good; raises NotFound, and StoreError where that can't be done."""
        with self._lock:
            self._unstored.pop((owner, conversation_id), None)
        self._store.delete(owner, conversation_id)

    def saved(self, owner: str) -> tuple[Summary, ...]:
        """The saved conversations, the latest first; none while the store fails."""
        try:
            saved = self._store.saved(owner)
        except StoreError as error:
            self._note(error)
            return ()
        self.problem = None
        return saved

    def check(self) -> None:
        """Find out whether the store can be used."""
        self.saved("")

    def _note(self, error: StoreError) -> None:
        if self.problem != error.message:
            LOG.error("The store fails", exc_info=error)
        self.problem = error.message
