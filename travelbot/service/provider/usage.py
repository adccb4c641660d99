"""How many tokens an answer took: as the provider counts, or about as many."""

from collections.abc import Mapping
from typing import Any

from travelbot.models.usage import Usage

CHARACTERS = 4
"""Of a token; as providers count, a little more in English and less elsewhere."""


def usage_of(chunk: Mapping[str, Any]) -> Usage | None:
    """The tokens that a chunk counts, None where it counts none."""
    groq = chunk.get("x_groq")
    counts = chunk.get("usage") or (groq.get("usage") if isinstance(groq, dict) else None)
    if not isinstance(counts, dict):
        return None
    prompt, completion = (_count(counts.get(f"{part}_tokens")) for part in ("prompt", "completion"))
    if prompt is None and completion is None:
        return None
    return Usage(prompt=prompt or 0, completion=completion or 0)


def estimated(asked: int, answered: int) -> Usage:
    """About how many tokens these numbers of characters are."""
    return Usage(prompt=asked // CHARACTERS, completion=-(-answered // CHARACTERS), estimated=True)


def _count(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) and 0 <= value < float("inf") else None
