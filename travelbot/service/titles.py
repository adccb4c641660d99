"""Titles of conversations, made from their first prompt."""

import re

from travelbot.models.messages import Conversation, Prompt

MAX_TITLE = 60
UNTITLED = "New trip"
COPY = " (copy)"


def clean_title(text: str) -> str:
    """One line of at most MAX_TITLE characters, cut between words, never empty."""
    line = re.sub(r"\s+", " ", text).strip()
    if len(line) > MAX_TITLE:
        line = line[: MAX_TITLE - 1].rsplit(" ", 1)[0].rstrip(",;:.-– ") + "…"
    return line or UNTITLED


def copy_title(title: str) -> str:
    """The title of a copy."""
    return clean_title(f"{title[: MAX_TITLE - len(COPY)]}{COPY}")


def suggested_title(conversation: Conversation) -> str:
    """The title that it has, or one made from its first prompt."""
    prompts = (message.text for message in conversation.messages if isinstance(message, Prompt))
    return conversation.title or clean_title(next(prompts, ""))
