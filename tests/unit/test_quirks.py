"""The quirks of providers, each told in words."""

from typing import Any

import pytest

from travelbot.service.provider.check.quirks import call_quirks, comes_whole, text_quirks

USAGE = {"choices": [], "usage": {"prompt_tokens": 1}}
ARGUMENTS = '{"query": "Paris"}'


def chunk(delta: dict[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}]}


def call(**fields: Any) -> dict[str, Any]:
    """One call that is as it should be, but for these fields."""
    whole = {"index": 0, "id": "a", "function": {"name": "find_places", "arguments": ARGUMENTS}}
    return {key: value for key, value in (whole | fields).items() if value is not None}


END = chunk({}, "tool_calls")
GOOD_TEXT = [chunk({"content": "Par"}), chunk({"content": "is"}), chunk({}, "stop"), USAGE]
GOOD_CALL = [chunk({"tool_calls": [call()]}), END]


def test_what_keeps_to_the_format_has_no_quirks() -> None:
    assert text_quirks(GOOD_TEXT) == []
    assert call_quirks(GOOD_CALL, 1) == []


@pytest.mark.parametrize(
    ("chunks", "words"),
    [
        ([GOOD_TEXT[0], *GOOD_TEXT[2:]], "in one piece"),
        ([*GOOD_TEXT[:2], USAGE], "no finish reason"),
        (GOOD_TEXT[:3], "no usage"),
        (
            [chunk({"content": [{"type": "text", "text": "Par"}]}), *GOOD_TEXT[1:]],
            "list of parts",
        ),
    ],
)
def test_quirks_of_texts(chunks: list[dict[str, Any]], words: str) -> None:
    [quirk] = text_quirks(chunks)
    assert words in quirk


@pytest.mark.parametrize(
    ("calls", "number", "words"),
    [
        ([call(index=None)], 1, "without an index"),
        ([call(), call(id="b")], 2, "share an index"),
        ([call(id=None)], 1, "missing or used twice"),
        ([call(id="")], 1, "missing or used twice"),
        ([call(), call(index=1)], 2, "missing or used twice"),
        ([call(function={"name": "f", "arguments": {"query": "Paris"}})], 1, "as an object"),
        ([call(), call(function={"arguments": ARGUMENTS})], 1, "sent twice"),
    ],
)
def test_quirks_of_calls(calls: list[dict[str, Any]], number: int, words: str) -> None:
    chunks = [*(chunk({"tool_calls": [each]}) for each in calls), END]
    [quirk] = call_quirks(chunks, number)
    assert words in quirk


@pytest.mark.parametrize(
    ("end", "words"), [(None, "without a finish reason"), ("stop", "end with “stop”")]
)
def test_quirks_of_the_end_of_calls(end: str | None, words: str) -> None:
    [quirk] = call_quirks([GOOD_CALL[0], chunk({}, end)], 1)
    assert words in quirk


def test_fragments_of_arguments_are_no_repetition() -> None:
    pieces = ['{"query": ', '"Paris"', "}"]
    deltas = [call(id=None, function={"arguments": piece}) for piece in pieces]
    chunks = [chunk({"tool_calls": [each]}) for each in [call(function={}), *deltas]]
    assert call_quirks([*chunks, END], 1) == []


def test_an_answer_that_comes_whole_is_told_once() -> None:
    message = {"content": "Paris.", "tool_calls": [call(index=None)]}
    choice = {"message": message, "finish_reason": "tool_calls"}
    whole = [{"choices": [choice], "usage": {"prompt_tokens": 1}}]
    assert comes_whole(whole)
    assert text_quirks(whole) == ["the answer comes whole instead of as a stream"]
    assert call_quirks(whole, 1) == ["the calls come whole instead of as a stream"]


def test_a_stream_with_a_message_beside_each_delta_is_none() -> None:
    said = {"content": "Paris"}
    beside = {"choices": [{"delta": said, "message": said, "finish_reason": None}]}
    assert not comes_whole([beside])
    assert text_quirks([beside, *GOOD_TEXT]) == []


@pytest.mark.parametrize(
    "junk",
    [{}, {"choices": None}, {"choices": [None]}, chunk({"tool_calls": [None]}), {"usage": None}],
)
def test_junk_is_passed_over(junk: dict[str, Any]) -> None:
    assert text_quirks([junk, *GOOD_TEXT]) == []
    assert call_quirks([junk, *GOOD_CALL], 1) == []
