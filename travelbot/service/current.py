"""Which conversation each owner is in: what a caller means who names none."""

from collections import OrderedDict
from threading import Lock

MOST_OWNERS = 10_000


class CurrentConversations:
    """The latest choices of owners, in memory."""

    def __init__(self) -> None:
        self._chosen: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def of(self, owner: str) -> str | None:
        """The conversation that the owner chose last, None where that isn't known."""
        return self._chosen.get(owner)

    def choose(self, owner: str, conversation_id: str) -> None:
        """Remember a choice, and forget the oldest one where there are too many."""
        with self._lock:
            self._chosen[owner] = conversation_id
            self._chosen.move_to_end(owner)
            if len(self._chosen) > MOST_OWNERS:
                self._chosen.popitem(last=False)

    def move(self, owner: str, to: str, conversation_id: str | None) -> None:
        """One owner is in no conversation any more, the other in this one, if there is one."""
        with self._lock:
            self._chosen.pop(owner, None)
        if conversation_id:
            self.choose(to, conversation_id)
