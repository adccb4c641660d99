"""What a reader may send: checked before anything is asked or stored."""

from travelbot.errors import BadPrompt, BadTitle
from travelbot.models.messages import Conversation, Prompt
from travelbot.service.titles import MAX_TITLE, clean_title

MAX_PROMPT = 4000
"""Characters."""


def checked_prompt(prompt: str) -> str:
    """The prompt without space around it; raises BadPrompt."""
    text = prompt.strip().strip("\0").strip()
    if not text:
        raise BadPrompt("Type where you would like to go.")
    if not _is_text(text):
        raise BadPrompt("Your message has broken characters in it: type it again without them.")
    if len(text) > MAX_PROMPT:
        raise BadPrompt(
            f"Shorten your message: {len(text):,} of at most {MAX_PROMPT:,} characters."
        )
    return text


def asked(conversation: Conversation, prompt: str) -> Conversation:
    """The conversation with one more prompt; raises BadPrompt."""
    question = Prompt(text=checked_prompt(prompt))
    return conversation.with_messages((*conversation.messages, question))


def checked_title(title: str) -> str:
    """The title on one line; raises BadTitle."""
    if not _is_text(title):
        raise BadTitle("The title has broken characters in it: type it again without them.")
    line = " ".join(title.split())
    if len(line) > MAX_TITLE:
        raise BadTitle(f"Shorten the title: {len(line):,} of at most {MAX_TITLE} characters.")
    return clean_title(line)


def _is_text(text: str) -> bool:
    """Whether it has neither NUL nor halves of characters, which no file can hold."""
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)
