"""However a stream is cut, and however its calls alternate, the same comes out."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.provider.streams import (
    DONE,
    Called,
    called,
    calls,
    chunk,
    read,
    read_pieces,
    says,
)
from travelbot.service.provider.deltas import Answer

PIECES = (
    *(
        json.dumps(each, ensure_ascii=False).encode()
        for each in (says("Hi 東京"), says("é\u2028😀"))
    ),
    *(json.dumps(says(half)).encode() for half in ("\ud83d", "\ude00")),
    *(json.dumps(chunk({key: "Hm"})).encode() for key in ("reasoning", "reasoning_content")),
    *(
        json.dumps(calls(index=index, arguments=arguments, **first)).encode()
        for index in (0, 1)
        for arguments, first in (("", {"id": f"c{index}", "name": "f"}), ('{"x"', {}), (": 1}", {}))
    ),
    json.dumps(says("!", "stop"), indent=1).replace("\n", "\ndata: ").encode(),
    json.dumps({"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 2}}).encode(),
)
LINES = (
    *(b"data: " + piece + b"\n\n" for piece in PIECES),
    *(b"data:" + piece + b"\n" for piece in PIECES),
    b": ping\n\n",
    b"event: message\n",
    b"\n",
    b"data: {broken\n\n",
    b'event: error\ndata: {"message": "boom"}\n\n',
    b"error: boom\n",
    b"<html>\n",
    b'{"error": "boom"}\n',
    DONE,
)
BODIES = st.builds(
    lambda mark, lines, end: (mark + b"".join(lines)).replace(b"\n", end),
    st.sampled_from((b"", b"\xef\xbb\xbf")),
    st.lists(st.sampled_from(LINES), max_size=8),
    st.sampled_from((b"\n", b"\r\n", b"\r")),
)


@given(BODIES, st.data())
def test_any_split_gives_the_same(body: bytes, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(body)), max_size=12))
    places = sorted({0, *cuts, len(body)})
    assert read_pieces(body[a:b] for a, b in pairwise(places)) == read_pieces([body])


def fragments(index: int, arguments: str, cuts: list[int]) -> Iterator[dict[str, Any]]:
    """A call's deltas as OpenAI sends them: the id at first, then pieces at its index."""
    yield called(index=index, id=f"c{index}", type="function", name=f"f{index}", arguments="")
    for a, b in pairwise(sorted({0, *cuts, len(arguments)})):
        yield called(index=index, arguments=arguments[a:b])


ARGUMENTS = st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=5), max_size=3)


@given(
    st.lists(st.tuples(ARGUMENTS, st.lists(st.integers(0, 20), max_size=3)), max_size=4), st.data()
)
def test_any_interleaving_of_parallel_calls_gives_the_same(
    wanted: list[tuple[dict[str, Any], list[int]]], data: st.DataObject
) -> None:
    texts = [json.dumps(arguments) for arguments, _ in wanted]
    waiting = [
        list(fragments(index, text, [cut for cut in cuts if cut < len(text)]))
        for index, (text, (_, cuts)) in enumerate(zip(texts, wanted, strict=True))
    ]
    mixed = [call.pop(0) for call in waiting]
    while any(waiting):
        mixed.append(data.draw(st.sampled_from([call for call in waiting if call])).pop(0))
    together = data.draw(st.booleans())
    stream = [{"tool_calls": mixed}] if together else [{"tool_calls": [each]} for each in mixed]
    right = tuple(Called(f"c{index}", f"f{index}", text) for index, text in enumerate(texts))
    assert read(*map(chunk, stream)).calls == right


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda part: (
        st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=3), part, max_size=3)
    ),
    max_leaves=5,
)
DELTAS = st.fixed_dictionaries(
    {},
    optional={
        "content": JSON,
        "reasoning": JSON,
        "reasoning_content": JSON,
        "reasoning_details": JSON | st.lists(st.fixed_dictionaries({"type": JSON, "text": JSON})),
        "tool_calls": JSON
        | st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "id": JSON,
                    "index": JSON,
                    "extra_content": JSON,
                    "function": st.fixed_dictionaries({"name": JSON, "arguments": JSON}) | JSON,
                },
            ),
            max_size=3,
        ),
    },
)
CHUNKS = st.builds(chunk, DELTAS | JSON, JSON, usage=JSON, x_groq=JSON)


@given(st.lists(CHUNKS, max_size=4))
def test_any_json_in_any_field_is_taken_and_can_be_stored(chunks: list[dict[str, Any]]) -> None:
    answer = Answer()
    for each in chunks:
        said = answer.add(each)
        f"{said.reasoning}{said.text}".encode()
    json.dumps(answer.echo, allow_nan=False, ensure_ascii=False).encode()
    for call in answer.calls():
        assert type(call).model_validate_json(call.model_dump_json()) == call
