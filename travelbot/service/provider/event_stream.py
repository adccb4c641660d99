"""Splits a response's bytes into chunks of JSON, however they were cut.

Made for what servers really send: comments, `data:` with and without a blank line after it,
any line ends, no `[DONE]`, errors in `error:` lines, in `event: error` and in chunks, and bodies
that are plain JSON or a web page.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

Chunk = dict[str, Any]

LINE_END = re.compile(r"\r\n|\n|\r(?!\Z)")
"""A carriage return at the end may be the first half of one."""
NO_FIELDS = ("{", "[", "<")
"""What a body begins with that is no event stream; no field's name does."""


class StreamError(Exception):
    """The provider reports an error within its answer; `body` is what it says."""

    def __init__(self, body: object) -> None:
        super().__init__(body)
        self.body = body


class DamagedStream(Exception):
    """The answer isn't what a provider sends; `text` is what came."""

    def __init__(self, text: str) -> None:
        super().__init__(text[:500])
        self.text = text


class EventStream:
    """Reads one response; raises StreamError, and DamagedStream for what is no JSON."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._rest = ""
        self._data = ""
        self._body: list[str] = []
        self._is_error = False
        self.done = False
        """Whether the provider has said that nothing more comes."""

    def feed(self, data: bytes) -> Iterator[Chunk]:
        """The chunks that are complete with these bytes."""
        *lines, self._rest = LINE_END.split(self._rest + self._decoder.decode(data))
        yield from self._read(lines)

    def close(self) -> Iterator[Chunk]:
        """The chunks that are left at the end of the response."""
        rest = (self._rest + self._decoder.decode(b"", final=True)).removesuffix("\r")
        yield from self._read([rest, ""])
        if self._body:
            yield from _of_body("\n".join(self._body))

    def _read(self, lines: list[str]) -> Iterator[Chunk]:
        for line in lines:
            if self.done:
                return
            if self._body or line.lstrip().startswith(NO_FIELDS):
                yield from self._take_body(line)
            else:
                yield from self._take(line)

    def _take(self, line: str) -> Iterator[Chunk]:
        field, _, value = line.partition(":")
        match field.strip():
            case "" if not line:
                self._dispatch()
            case "data":
                yield from self._take_data(value.strip())
            case "event":
                self._is_error = value.strip() == "error"
            case "error":
                raise StreamError(_json(value.strip(), value.strip()))

    def _take_data(self, value: str) -> Iterator[Chunk]:
        """One line of data; only where it isn't JSON by itself it goes on in the next one."""
        if value == "[DONE]":
            self.done = True
            return
        self._data = f"{self._data}\n{value}" if self._data else value
        if not self._data:
            return
        chunk = _json(self._data)
        if chunk is not None or self._data == "null":
            self._data = ""
            yield from _checked(chunk, self._is_error)

    def _dispatch(self) -> None:
        if self._data:
            if self._is_error:
                raise StreamError(self._data)
            raise DamagedStream(self._data)
        self._is_error = False

    def _take_body(self, line: str) -> Iterator[Chunk]:
        """A line of a body without events: a chunk by itself, or a part of one document."""
        chunk = None if self._body else _json(line)
        if chunk is None:
            self._body.append(line)
        else:
            yield from _checked(chunk, is_error=False)


def _of_body(text: str) -> Iterator[Chunk]:
    body = _json(text)
    if body is None:
        raise DamagedStream(text)
    yield from _checked(body, is_error=False)


def _checked(chunk: Any, is_error: bool) -> Iterator[Chunk]:
    if isinstance(chunk, list):
        for each in chunk:
            yield from _checked(each, is_error)
    elif isinstance(chunk, dict):
        yield chunk
        if is_error or chunk.get("error") or _is_bare_error(chunk):
            raise StreamError(chunk.get("error") or chunk)
    elif is_error:
        raise StreamError(chunk)


def _is_bare_error(chunk: Chunk) -> bool:
    """Whether it says nothing but what went wrong, as some servers do without `error`."""
    return "choices" not in chunk and (
        chunk.get("object") == "error" or any(key in chunk for key in ("detail", "message"))
    )


def _json(text: str, otherwise: Any = None) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return otherwise
