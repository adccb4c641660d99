"""What a provider wants back, in a form that can be stored and sent."""

import json
from typing import Any

from pydantic import JsonValue

from travelbot.service.provider.characters import mended

DEEPEST = 50
"""Levels of lists and objects; readers of JSON give up at about 200."""


def echoable(value: Any) -> JsonValue:
    """The value with whole characters; None where it is too deep or has endless numbers."""
    if not _fits(value, DEEPEST):
        return None
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    except ValueError:
        return None
    fit: JsonValue = json.loads(mended(text))
    return fit


def _fits(value: object, levels: int) -> bool:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels > 0 and all(_fits(part, levels - 1) for part in parts)
