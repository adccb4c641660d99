"""A reply in the making: its log, and how it is stopped."""

from collections.abc import Callable
from secrets import token_urlsafe

from travelbot.models.events import TurnEvent, replay
from travelbot.models.messages import Conversation, Reply
from travelbot.service.event_log import EventLog


class Turn:
    """A reply in the making; `base` is the conversation up to its prompt.

    Its owner changes when an anonymous one signs in meanwhile.
    """

    def __init__(self, owner: str, base: Conversation, turn_id: str = "") -> None:
        self.owner = owner
        self.base = base
        self.id = turn_id or token_urlsafe(6)
        self.log = EventLog()
        self._blank = self.reply = Reply(map=base.map, turn=self.id)
        """The reply as of the last event that `catch_up` took in."""
        self._seen = 0
        self._cancel: Callable[[], object] | None = None
        self._stopped = False

    def stop(self) -> None:
        """End the turn at once; what it has said stays. Safe from any thread, at any time."""
        self._stopped = True
        if self._cancel:
            self._cancel()

    def stop_with(self, cancel: Callable[[], object]) -> None:
        """Let `cancel` end the turn from now on."""
        self._cancel = cancel
        if self._stopped:
            cancel()

    def catch_up(self, *ahead: TurnEvent) -> Conversation:
        """The conversation with all that is in the log, and with events that aren't yet."""
        events = self.log.read(self._seen)
        self._seen += len(events)
        self.reply = replay(events, self.reply)
        return self.base.with_messages((*self.base.messages, replay(ahead, self.reply)))

    def so_far(self) -> Conversation:
        """The conversation with all that is in the log, for readers on any thread."""
        return self.base.with_messages((*self.base.messages, replay(self.log.read(), self._blank)))
