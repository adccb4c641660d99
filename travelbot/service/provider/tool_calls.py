"""Puts tool calls together from a provider's deltas.

Rules that hold on all recorded servers: a delta belongs to the call with its id, else to the
last one at its index, else to the last one; a new id at a used index begins a new call, and so
does a name without an id where the arguments are already whole; names are set once; whole
arguments that come again are ignored.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from travelbot.models.messages import ToolCall
from travelbot.service.provider.characters import mended
from travelbot.service.provider.echoes import echoable


@dataclass
class _Call:
    id: str = ""
    index: object = None
    name: str = ""
    arguments: str = ""
    extra_content: Any = None


class ToolCalls:
    """The calls of one answer, as far as they have come."""

    def __init__(self) -> None:
        self._calls: list[_Call] = []

    @property
    def size(self) -> int:
        """Characters of all arguments."""
        return sum(len(call.arguments) for call in self._calls)

    def add(self, delta: object) -> None:
        """Take in one item of a delta's `tool_calls`."""
        if not isinstance(delta, dict):
            return
        new = _read(delta)
        call = self._find(new)
        if call is None:
            self._calls.append(new)
            return
        call.id, call.name = call.id or new.id, call.name or new.name
        call.extra_content = new.extra_content or call.extra_content
        call.arguments = _joined(call.arguments, new.arguments)

    def finished(self, taken: Collection[str]) -> Iterator[ToolCall]:
        """The calls that have a name, each with an id that is neither `taken` nor used twice."""
        seen = set(taken)
        for before, call in zip([None, *self._calls], self._calls, strict=False):
            if not call.name or _only_repeats(before, call):
                continue
            call_id = call.id if call.id and call.id not in seen else f"call_{uuid4().hex[:24]}"
            seen.add(call_id)
            yield ToolCall(
                id=call_id,
                name=call.name,
                arguments=mended(call.arguments).strip() or "{}",
                extra_content=echoable(call.extra_content),
            )

    def _find(self, new: _Call) -> _Call | None:
        """The call that a delta continues, or None where it begins a new one."""
        here = [c for c in self._calls if new.index is None or c.index in (None, new.index)]
        if new.id:
            same = [c for c in here if c.id == new.id]
            nameless = [c for c in here[-1:] if not c.id and c.index == new.index is not None]
            here = same or nameless
        last = next(reversed(here), None)
        return None if last and _begins_another(last, new) else last


def _read(delta: dict[str, Any]) -> _Call:
    function = delta.get("function")
    function = function if isinstance(function, dict) else {}
    return _Call(
        id=mended(str(delta.get("id") or "")),
        index=delta.get("index"),
        name=mended(str(function.get("name") or "")),
        arguments=_text(function.get("arguments")),
        extra_content=delta.get("extra_content"),
    )


def _begins_another(last: _Call, new: _Call) -> bool:
    """Whether a named delta is a call of its own: the last one has its arguments already."""
    held = _object(last.arguments)
    if last.name and new.name not in ("", last.name):
        return held is not None or not last.arguments
    if not (new.name and held) or (new.id and not new.arguments.strip()):
        return False
    return _object(new.arguments) != held


def _only_repeats(before: _Call | None, call: _Call) -> bool:
    """Whether it is nothing but the name of the call before it, sent again at its end."""
    if before is None or call.id or call.arguments:
        return False
    return bool(before.arguments) and (call.name, call.index) == (before.name, before.index)


def _joined(held: str, coming: str) -> str:
    """Fragments one after the other; `{}` may be replaced, and after whole ones none counts."""
    whole = _object(held)
    if whole:
        return held
    return coming if whole == {} and coming.strip() else held + coming


def _text(arguments: object) -> str:
    if isinstance(arguments, str):
        return arguments
    return "" if arguments is None else json.dumps(arguments, ensure_ascii=False)


def _object(text: str) -> dict[str, Any] | None:
    """The JSON object in `text`, None where there is none."""
    if not text.rstrip().endswith("}"):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
