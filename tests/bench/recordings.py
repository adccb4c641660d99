"""Read recorded streams: `python -m tests.bench.recordings FOLDER`.

FOLDER has the bodies of streamed completions as *.sse, and index.json with the tool calls that
each gives. Prints what comes out wrong, and for each way to read how many come out right.
"""

import asyncio
import json
import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.fakes.openai_server import Answer as Response
from tests.fakes.openai_server import FakeOpenAI
from travelbot.errors import ProviderError
from travelbot.service.provider.client import OpenAIModel, network_client
from travelbot.service.provider.deltas import Answer
from travelbot.service.provider.event_stream import DamagedStream, EventStream, StreamError
from travelbot.settings import Endpoint

SEEDS = range(20)
ABSENT = "ABSENT"


class Call(NamedTuple):
    """A tool call; the id is empty where the stream gives none."""

    id: str
    name: str
    arguments: Any


class Said(NamedTuple):
    """What a stream says."""

    text: str
    calls: tuple[Call, ...]


class Recording(NamedTuple):
    """A recorded stream, and what it says."""

    name: str
    body: bytes
    said: Said


def recordings(folder: Path) -> list[Recording]:
    """All recordings of the folder's index."""
    rows = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return [_recording(folder, row) for row in rows]


def read(pieces: Iterable[bytes]) -> Answer:
    """The answer in a body that comes in these pieces, up to an error or damage in it."""
    events, answer = EventStream(), Answer()
    with suppress(StreamError, DamagedStream):
        for piece in pieces:
            for chunk in events.feed(piece):
                answer.add(chunk)
        for chunk in events.close():
            answer.add(chunk)
    return answer


def split(body: bytes, seed: int) -> Iterator[bytes]:
    """The body cut at random, the same way for the same seed."""
    random = Random(seed)  # noqa: S311
    start = 0
    while start < len(body):
        end = start + random.choice((1, 2, 3, 10, 100, 1000))
        yield body[start:end]
        start = end


async def ask(fake: FakeOpenAI, body: bytes) -> Answer:
    """The answer in a body that comes over HTTP."""
    fake.script(Response([body]))
    answer = Answer()
    async with network_client(5) as http:
        model = OpenAIModel(Endpoint(base_url=fake.url, model="recorded"), http)
        with suppress(ProviderError):
            async for chunk in model.stream([{"role": "user", "content": "Hello"}], []):
                answer.add(chunk)
    return answer


def fault(answer: Answer, right: Said) -> str:
    """What an answer has wrong; empty where it is right."""
    calls = answer.calls()
    if answer.text != right.text:
        return f"text {answer.text[:60]!r} instead of {right.text[:60]!r}"
    got = tuple(Call(c.id, c.name, _parsed(c.arguments)) for c in calls)
    wanted = tuple(w._replace(id=w.id or g.id) for w, g in zip(right.calls, got, strict=False))
    if got != wanted or len(got) != len(right.calls):
        return f"calls {got} instead of {right.calls}"
    return "" if all(call.id for call in calls) else "a call without an id"


def main() -> None:
    """Print each fault and the figures."""
    logging.disable()
    kept = recordings(Path(sys.argv[1]))
    _tell("whole", kept, [[fault(read([r.body]), r.said)] for r in kept])
    bytewise = [[fault(read(bytes([b]) for b in r.body), r.said)] for r in kept]
    _tell("byte by byte", kept, bytewise)
    at_random = [[fault(read(split(r.body, seed)), r.said) for seed in SEEDS] for r in kept]
    _tell(f"split at random with {len(SEEDS)} seeds", kept, at_random)
    with FakeOpenAI().running() as fake:
        asked = [[fault(asyncio.run(ask(fake, r.body)), r.said)] for r in kept]
    _tell("over HTTP", kept, asked)


def _recording(folder: Path, row: dict[str, Any]) -> Recording:
    body = (folder / f"{row['name']}.sse").read_bytes()
    calls = [call for call in row["tool_calls"] if call.get("ci", 0) == 0]
    return Recording(row["name"], body, Said(_text(body), tuple(map(_call, calls))))


def _call(row: dict[str, Any]) -> Call:
    call_id = row.get("id") or ""
    return Call("" if call_id == ABSENT else call_id, row["name"], json.loads(row["args"] or "{}"))


def _parsed(arguments: str) -> Any:
    try:
        return json.loads(arguments)
    except ValueError:
        return f"broken: {arguments}"


def _text(body: bytes) -> str:
    """The text by a reader of its own: the first choice's content in each line of data."""
    text = ""
    for line in body.decode("utf-8-sig").split("\n"):
        with suppress(ValueError):
            chunk = json.loads(line.removeprefix("data:"))
            firsts = [c for c in chunk.get("choices") or [] if not c.get("index")]
            choice: dict[str, Any] = next(iter(firsts), {})
            content = (choice.get("delta") or {}).get("content") or ""
            parts = [{"text": content}] if isinstance(content, str) else content
            text += "".join(part.get("text") or "" for part in parts)
    return text


def _tell(way: str, kept: list[Recording], faults: list[list[str]]) -> None:
    for recording, found in zip(kept, faults, strict=True):
        for wrong in sorted(set(filter(None, found))):
            print(f"{recording.name}, {way}: {wrong}")
    right = sum(not any(found) for found in faults)
    print(f"{way}: {right} of {len(kept)}")


if __name__ == "__main__":
    main()
