"""Streams to read, made in a line, and what comes out of them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from travelbot.models.usage import Usage
from travelbot.service.provider.deltas import Answer
from travelbot.service.provider.event_stream import DamagedStream, EventStream, StreamError

DONE = b"data: [DONE]\n\n"
WHOLE = '{"x": 1}'
OTHER = '{"x": 2}'
BOTH = [("f", WHOLE), ("f", OTHER)]


class Called(NamedTuple):
    """A tool call; `id` is empty where the stream has none of its own."""

    id: str
    name: str
    arguments: str
    extra_content: object = None


class Read(NamedTuple):
    """All that comes out of a stream."""

    text: str
    reasoning: str
    calls: tuple[Called, ...]
    usage: Usage | None
    finish_reason: str | None
    echo: Mapping[str, Any]
    error: object
    """What the provider reports, or what has come damaged."""

    @property
    def called(self) -> list[tuple[str, str]]:
        """The name and the arguments of each call."""
        return [(call.name, call.arguments) for call in self.calls]


def chunk(delta: object, finish_reason: object = None, **fields: object) -> dict[str, Any]:
    """A chunk with one choice."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {"choices": [choice], **fields}


def says(content: object, finish_reason: object = None) -> dict[str, Any]:
    """A chunk with some text."""
    return chunk({"content": content}, finish_reason)


def calls(**fields: object) -> dict[str, Any]:
    """A chunk with a delta of a tool call, which has just these fields."""
    return chunk({"tool_calls": [called(**fields)]})


def called(**fields: object) -> dict[str, Any]:
    """A delta of a tool call, which has just these fields."""
    function = {key: fields.pop(key) for key in ("name", "arguments") if key in fields}
    return {**fields, "function": function}


def sse(*chunks: object) -> bytes:
    """A stream as it should be."""
    events = [f"data: {json.dumps(each)}\n\n".encode() for each in chunks]
    return b"".join([*events, DONE])


def read(*chunks: object) -> Read:
    """What comes out of a stream of these chunks."""
    return read_bytes(sse(*chunks))


def read_bytes(body: bytes) -> Read:
    """What comes out of a body, which must be the same when it comes byte by byte."""
    whole = read_pieces([body])
    assert read_pieces(bytes([byte]) for byte in body) == whole
    return whole


def read_pieces(pieces: Iterable[bytes]) -> Read:
    """What comes out of a body that comes in these pieces."""
    events, answer, error, body = EventStream(), Answer(), None, b""
    texts: list[str] = []
    thoughts: list[str] = []
    try:
        for piece in pieces:
            body += piece
            for each in events.feed(piece):
                _take(answer.add(each), thoughts, texts)
        for each in events.close():
            _take(answer.add(each), thoughts, texts)
    except StreamError as reported:
        error = reported.body
    except DamagedStream as damaged:
        error = damaged.text
    assert ("".join(texts), "".join(thoughts)) == (answer.text, answer.reasoning)
    return Read(
        text=answer.text,
        reasoning=answer.reasoning,
        calls=_calls(answer, body.decode(errors="replace")),
        usage=answer.usage,
        finish_reason=answer.finish_reason,
        echo=answer.echo,
        error=error,
    )


def _take(said: tuple[str, str], thoughts: list[str], texts: list[str]) -> None:
    thoughts.append(said[0])
    texts.append(said[1])


def _calls(answer: Answer, body: str) -> tuple[Called, ...]:
    found = answer.calls()
    assert len({call.id for call in found}) == len(found)
    assert all(call.id for call in found)
    return tuple(
        Called(c.id if c.id in body else "", c.name, c.arguments, c.extra_content) for c in found
    )
