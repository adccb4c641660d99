"""Conversations that have been going on for a while, and files full of them."""

from pathlib import Path
from random import Random

from tests.bench.speed.wording import WORDS
from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Message, Prompt, Reply, Round, Status

LENGTH = 1500
"""Characters of a message."""


def text_of(number: int, length: int = LENGTH) -> str:
    """What message `number` says: the same every time, and different from all others."""
    words = Random(number).choices(WORDS, k=length // 4)  # noqa: S311
    return f"{number} {' '.join(words)}"[:length].rstrip()


def message(number: int, length: int = LENGTH) -> Message:
    """Message `number`: prompts and replies by turns."""
    text = text_of(number, length)
    if number % 2 == 0:
        return Prompt(text=text)
    return Reply(rounds=(Round(text=text),), status=Status.COMPLETE)


def conversation(name: str, messages: int) -> Conversation:
    """A conversation of so many messages."""
    return Conversation(id=name, messages=tuple(map(message, range(messages))))


def keep(database: Path, owner: str, kept: Conversation) -> None:
    """Write it to a store file."""
    store = Store(database)
    store.create(owner, kept.id)
    store.write(owner, kept, 0)
