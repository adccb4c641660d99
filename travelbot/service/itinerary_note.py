"""How the model is told what the reader has changed by hand: a line before the next prompt.

It is part of the prompt's own message, because strict servers take no other one there.
"""

import json

from travelbot.models.itinerary import Itinerary
from travelbot.service.itinerary_arguments import as_arguments

BEGINNING = "(I have changed the itinerary by hand; as arguments of update_itinerary it is now "
END = ")\n\n"
"""JSON on one line has no such end within it."""


def with_note(prompt: str, itinerary: Itinerary) -> str:
    """The prompt after the itinerary as the reader left it, in the tool's own format."""
    arguments = json.dumps(as_arguments(itinerary), ensure_ascii=False)
    return f"{BEGINNING}{arguments}{END}{prompt}"


def without_note(message: str) -> tuple[str, str]:
    """The arguments as JSON, empty where there is no note, and the prompt."""
    arguments, end, prompt = message.removeprefix(BEGINNING).partition(END)
    has_note = message.startswith(BEGINNING) and bool(end)
    return (arguments, prompt) if has_note else ("", message)
