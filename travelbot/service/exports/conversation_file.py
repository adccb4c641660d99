"""A whole conversation as JSON, which this and other Travelbots can import again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, Literal

from travelbot.models.base import Value
from travelbot.models.messages import Message, Prompt, Reply, Round, ToolStep
from travelbot.service.exports.export import Export

FORMAT: Final = "travelbot-conversation"
VERSION: Final = 1
"""Counts up when readers of the version before couldn't understand what is written."""


class ConversationFile(Value):
    """What is in the file."""

    format: Literal["travelbot-conversation"]
    version: Literal[1]
    exported: datetime
    title: str
    messages: tuple[Message, ...]


def conversation_json(export: Export) -> bytes:
    """All that the conversation holds of its reader's own.

    Its id and those of its turns stay here, and so does what is between a provider and this
    Travelbot: who it is, and what it wants back.
    """
    file = ConversationFile(
        format=FORMAT,
        version=VERSION,
        exported=export.now,
        title=export.conversation.title,
        messages=without_providers(export.conversation.messages),
    )
    return file.model_dump_json(exclude_none=True).encode()


def without_providers(messages: Iterable[Message]) -> tuple[Message, ...]:
    """The messages without anything that is sent to one provider only."""
    return tuple(m if isinstance(m, Prompt) else _reply(m) for m in messages)


def _reply(reply: Reply) -> Reply:
    return reply.model_copy(update={"rounds": tuple(map(_round, reply.rounds)), "turn": ""})


def _round(answer: Round) -> Round:
    steps = tuple(map(_step, answer.steps))
    return answer.model_copy(update={"provider": "", "echo": {}, "steps": steps})


def _step(step: ToolStep) -> ToolStep:
    call = step.call.model_copy(update={"extra_content": None})
    return step.model_copy(update={"call": call})
