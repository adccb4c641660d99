"""What was last known of conversations, for the time when the store fails."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from travelbot.data.store import Revision
from travelbot.models.messages import Conversation

MAX_KNOWN = 200
"""Conversations held in memory, the latest ones."""

Key = tuple[str, str]
"""Owner and conversation."""


@dataclass(frozen=True)
class Known:
    """What was last known of a conversation; without a revision where that isn't what is stored."""

    conversation: Conversation
    revision: Revision | None = None


class Memory:
    """The conversations that were used last, and which of them the store has missed."""

    def __init__(self) -> None:
        self._known: OrderedDict[Key, Known] = OrderedDict()
        self._missed: set[Key] = set()
        self._lock = Lock()

    @property
    def is_ahead(self) -> bool:
        """Whether the store has missed something."""
        return bool(self._missed)

    def of(self, key: Key) -> Known | None:
        """What is known of a conversation."""
        return self._known.get(key)

    def missed(self, key: Key) -> Conversation | None:
        """The conversation, where the store has missed how it went on."""
        with self._lock:
            return self._known[key].conversation if key in self._missed else None

    def remember(self, key: Key, known: Known) -> None:
        """Take in what is stored, unless the store has missed how it went on."""
        with self._lock:
            if key not in self._missed:
                self._take_in(key, known)

    def miss(self, key: Key, conversation: Conversation) -> None:
        """The store could not take this in."""
        with self._lock:
            self._take_in(key, Known(conversation))
            self._missed.add(key)

    def stored(self, key: Key, conversation: Conversation) -> None:
        """The store has taken this in."""
        with self._lock:
            self._take_in(key, Known(conversation))
            self._missed.discard(key)

    def forget(self, key: Key) -> None:
        """Nothing is known any more."""
        with self._lock:
            self._known.pop(key, None)
            self._missed.discard(key)

    def move(self, owner: str, to: str) -> None:
        """What is known of one owner's conversations is known of another's."""
        with self._lock:
            for key in [key for key in self._known if key[0] == owner]:
                self._known[to, key[1]] = self._known.pop(key)
                if key in self._missed:
                    self._missed.discard(key)
                    self._missed.add((to, key[1]))

    def _take_in(self, key: Key, known: Known) -> None:
        """The oldest are forgotten where there is too much."""
        self._known[key] = known
        self._known.move_to_end(key)
        while len(self._known) > MAX_KNOWN:
            forgotten, _ = self._known.popitem(last=False)
            self._missed.discard(forgotten)
