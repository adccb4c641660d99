"""Tells in words how a provider breaks the format, from the chunks as they came.

Each of these is mended where the chunks are merged; whole arguments in one delta, or reasoning in
a field of its own, are no quirks.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Chunks = Sequence[Mapping[str, Any]]


def text_quirks(chunks: Chunks) -> list[str]:
    """Of an answer in words."""
    contents = [content for delta in _deltas(chunks) if (content := delta.get("content"))]
    return _said(
        {
            "the answer comes whole instead of as a stream": comes_whole(chunks),
            "the text comes in one piece": len(contents) == 1 and not comes_whole(chunks),
            "the text comes as a list of parts": any(isinstance(c, list) for c in contents),
            "no finish reason, so replies are shown as possibly cut off": not _ends(chunks),
            "no usage, so tokens are estimated": not any(_counts(chunk) for chunk in chunks),
        }
    )


def call_quirks(chunks: Chunks, calls: int) -> list[str]:
    """Of an answer with so many tool calls."""
    deltas = list(_call_deltas(chunks))
    indexes = {delta["index"] for delta in deltas if isinstance(delta.get("index"), int)}
    has_indexes = all(isinstance(delta.get("index"), int) for delta in deltas)
    ids = {delta["id"] for delta in deltas if delta.get("id")}
    ends = _ends(chunks)
    return _said(
        {
            "the calls come whole instead of as a stream": comes_whole(chunks),
            "calls come without an index": not has_indexes and not comes_whole(chunks),
            "calls share an index": has_indexes and len(indexes) < calls,
            "ids of calls are missing or used twice, so they are made here": len(ids) < calls,
            "arguments come as an object": any(
                isinstance(_function(delta).get("arguments"), dict) for delta in deltas
            ),
            "arguments are sent twice": _has_arguments_twice(deltas),
            "calls end without a finish reason": not ends,
            f"calls end with “{ends[-1] if ends else ''}”": bool(ends) and ends[-1] == "stop",
        }
    )


def comes_whole(chunks: Chunks) -> bool:
    """Whether a message came where a stream was asked for.

    Perplexity and Writer do stream, with a message beside each delta.
    """
    choices = list(_choices(chunks))
    has_deltas = any(choice.get("delta") for choice in choices)
    return not has_deltas and any(choice.get("message") for choice in choices)


def _said(quirks: Mapping[str, bool]) -> list[str]:
    return [words for words, is_so in quirks.items() if is_so]


def _choices(chunks: Chunks) -> Iterator[Mapping[str, Any]]:
    """The first one of each chunk that has one."""
    for chunk in chunks:
        choices = chunk.get("choices")
        if isinstance(choices, list) and choices and isinstance(choices[0], dict):
            yield choices[0]


def _deltas(chunks: Chunks) -> Iterator[Mapping[str, Any]]:
    """What each chunk adds; of an answer that came whole, its message."""
    name = "message" if comes_whole(chunks) else "delta"
    deltas = (choice.get(name) for choice in _choices(chunks))
    return (delta for delta in deltas if isinstance(delta, dict))


def _call_deltas(chunks: Chunks) -> Iterator[Mapping[str, Any]]:
    lists = (delta.get("tool_calls") for delta in _deltas(chunks))
    calls = (call for each in lists if isinstance(each, list) for call in each)
    return (call for call in calls if isinstance(call, dict))


def _function(call: Mapping[str, Any]) -> Mapping[str, Any]:
    function = call.get("function")
    return function if isinstance(function, dict) else {}


def _ends(chunks: Chunks) -> list[str]:
    return [str(c["finish_reason"]) for c in _choices(chunks) if c.get("finish_reason")]


def _counts(chunk: Mapping[str, Any]) -> bool:
    groq = chunk.get("x_groq")
    return bool(chunk.get("usage") or (isinstance(groq, dict) and groq.get("usage")))


def _has_arguments_twice(deltas: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a delta has again all that its call had so far."""
    held: dict[object, str] = {}
    for delta in deltas:
        arguments = _function(delta).get("arguments")
        if not isinstance(arguments, str):
            continue
        call = delta.get("index"), delta.get("id") or None
        before = held.get(call, "")
        if arguments and arguments == before and arguments.endswith("}"):
            return True
        held[call] = before + arguments
    return False
