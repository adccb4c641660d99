"""Old conversations in a store file."""

from pathlib import Path

from tests.bench.speed.history import old_messages
from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Message, Prompt, Reply, Round, Status


def conversation(name: str, messages: int) -> Conversation:
    """A conversation of so many messages."""
    said = tuple(message(**each) for each in old_messages(messages))
    return Conversation(id=name, messages=said)


def keep(database: Path, owner: str, kept: Conversation) -> None:
    """Write it to a store file."""
    store = Store(database)
    store.write(owner, kept, 0)


def message(role: str, content: str) -> Message:
    """A prompt or a complete reply."""
    if role == "user":
        return Prompt(text=content)
    return Reply(rounds=(Round(text=content),), status=Status.COMPLETE)
