"""What a provider says of a failure."""

import json
import re

REPEATED = ("failed_generation", "input")
"""Fields in which providers repeat what the model or the reader said."""


def words_of(body: object) -> str:
    """All that a body says, but for what it repeats; nothing of a web page, which is no model's."""
    if isinstance(body, str):
        return _words_of_text(body)
    return str(_own(body))


def code_of(body: object) -> int:
    """The status within a body, 0 where there is none."""
    fields = body if isinstance(body, dict) else {}
    given = (str(fields.get(key)) for key in ("code", "status_code", "status"))
    return next((int(code) for code in given if re.fullmatch("[1-5][0-9][0-9]", code)), 0)


def _words_of_text(text: str) -> str:
    if text.lstrip().startswith("<"):
        return ""
    try:
        return str(_own(json.loads(text)))
    except (ValueError, RecursionError):
        return text


def _own(value: object) -> object:
    if isinstance(value, dict):
        return {key: _own(part) for key, part in value.items() if key not in REPEATED}
    return [_own(part) for part in value] if isinstance(value, list) else value
