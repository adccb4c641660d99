"""Conversations that are told from others by one word a message."""

from collections.abc import Sequence

from travelbot.models.messages import Conversation, Message, Prompt, Reply, Status


def told(*texts: str) -> tuple[Message, ...]:
    """Prompts and replies in turn; a reply is told from others by its turn."""
    return tuple(
        Prompt(text=text) if at % 2 == 0 else Reply(turn=text, status=Status.COMPLETE)
        for at, text in enumerate(texts)
    )


def chat(*texts: str) -> Conversation:
    """A conversation of those."""
    return Conversation(id="c1", messages=told(*texts))


def words(messages: Sequence[Message]) -> list[str]:
    """What prompts say, and the turns of replies."""
    return [m.text if isinstance(m, Prompt) else m.turn for m in messages]
