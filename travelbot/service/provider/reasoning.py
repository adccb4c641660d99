"""What a model thinks before it answers, in the fields where providers put it."""

from collections.abc import Iterable, Mapping
from typing import Any

Detail = dict[str, Any]

GROWING = ("text", "summary")
"""Fields of a detail that come in fragments."""


def reasoning_text(delta: Mapping[str, Any]) -> str:
    """The new reasoning in a delta; it often stands there twice."""
    for name in ("reasoning_content", "reasoning"):
        if isinstance(delta.get(name), str) and delta[name]:
            return str(delta[name])
    return _texts(delta.get("reasoning_details")) or _thinking(delta.get("content"))


def details(delta: Mapping[str, Any]) -> list[Detail]:
    """The `reasoning_details` in a delta."""
    return [d for d in _items(delta.get("reasoning_details")) if isinstance(d, dict)]


def add_details(held: list[Detail], coming: Iterable[Detail]) -> None:
    """Take in details: fragments of the last one continue it, others follow it."""
    for detail in coming:
        if held and _continues(held[-1], detail):
            held[-1] = _grown(held[-1], detail)
        else:
            held.append(dict(detail))


def _continues(last: Detail, detail: Detail) -> bool:
    is_fragment = any(isinstance(detail.get(name), str) for name in (*GROWING, "signature"))
    return is_fragment and all(last.get(key) == detail.get(key) for key in ("type", "index"))


def _grown(last: Detail, detail: Detail) -> Detail:
    known = {name: value for name, value in detail.items() if value is not None}
    for name in GROWING:
        if isinstance(last.get(name), str) and isinstance(known.get(name), str):
            known[name] = last[name] + known[name]
    return {**last, **known}


def _thinking(content: object) -> str:
    parts = [part for part in _items(content) if isinstance(part, dict)]
    thoughts = [part["thinking"] for part in parts if part.get("type") == "thinking"]
    return "".join(t if isinstance(t, str) else _texts(t) for t in thoughts)


def _texts(parts: object) -> str:
    texts = [p.get("text") or p.get("summary") for p in _items(parts) if isinstance(p, dict)]
    return "".join(text for text in texts if isinstance(text, str))


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []
