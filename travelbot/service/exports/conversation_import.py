"""Reads a conversation that this or another Travelbot exported, and refuses anything else."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from travelbot.errors import BadImport, BadPrompt, BadTitle, BadToolCall
from travelbot.models.messages import Conversation, Message, Prompt, Reply, Status
from travelbot.service.exports.conversation_file import (
    FORMAT,
    VERSION,
    ConversationFile,
    without_providers,
)
from travelbot.service.input import checked_prompt, checked_title
from travelbot.service.tools import parse_arguments

MAX_MB = 5
MAX_NUMBER = 2**53
"""Beyond it readers of JSON disagree, and sums become too long to be shown."""

STRANGE = "This is no conversation from Travelbot: choose a .json file that Travelbot exported."
NEWER = "A newer Travelbot wrote this file: update this one, then import the file again."
DAMAGED = "This file was changed or damaged: export the conversation again, then import that."
TOO_LARGE = f"This file is too large: choose one of at most {MAX_MB} MB."


def read_conversation(data: bytes, conversation_id: str) -> Conversation:
    """The conversation in the file, as a draft with this id; raises BadImport.

    A reply that was still being written counts as stopped.
    """
    if len(data) > MAX_MB * 1024**2:
        raise BadImport(TOO_LARGE)
    content = _content(data)
    try:
        file = ConversationFile.model_validate(content)
        title = checked_title(file.title) if file.title else ""
        messages = tuple(map(_settled, without_providers(file.messages)))
    except (ValidationError, BadTitle, BadPrompt, BadToolCall) as error:
        raise BadImport(DAMAGED) from error
    if not _alternate(messages) or _has_huge_number(content):
        raise BadImport(DAMAGED)
    return Conversation(id=conversation_id, title=title, messages=messages)


def _content(data: bytes) -> dict[str, Any]:
    """The file's JSON object, of a version that can be read."""
    try:
        content = from_json(data, allow_inf_nan=False)
    except ValueError as error:  # no JSON, no UTF-8, half a character, or too deep
        raise BadImport(STRANGE) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BadImport(STRANGE)
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        raise BadImport(NEWER)
    return content


def _settled(message: Message) -> Message:
    """The message as it may stay; raises BadPrompt and BadToolCall."""
    if isinstance(message, Prompt):
        return Prompt(text=checked_prompt(message.text))
    for step in message.steps:
        parse_arguments(step.call.arguments)
    if message.status is Status.STREAMING:
        return message.model_copy(update={"status": Status.STOPPED})
    return message


def _alternate(messages: Iterable[Message]) -> bool:
    """Whether each reply answers a prompt."""
    roles = [None, *map(type, messages)]
    return all(role is not Reply or before is Prompt for before, role in pairwise(roles))


def _has_huge_number(value: object) -> bool:
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return any(map(_has_huge_number, parts))
    return isinstance(value, int) and abs(value) > MAX_NUMBER
