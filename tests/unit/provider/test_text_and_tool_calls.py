"""Tool calls beside text, and what is none."""

import pytest

from tests.unit.provider.streams import WHOLE, called, calls, chunk, read, says


def test_text_and_tool_calls_in_one_reply() -> None:
    stream = read(says("Wait"), calls(index=0, id="a", name="f", arguments=WHOLE), says("."))
    assert (stream.text, stream.called) == ("Wait.", [("f", WHOLE)])


def test_text_and_tool_call_in_one_chunk() -> None:
    delta = {"content": "Wait.", "tool_calls": [called(index=0, id="a", name="f", arguments=WHOLE)]}
    stream = read(chunk(delta, "tool_calls"))
    assert (stream.text, stream.called) == ("Wait.", [("f", WHOLE)])


@pytest.mark.parametrize("tool_calls", [None, [], {}, "f", 5, [None], ["f"], [{"function": "f"}]])
def test_tool_calls_that_are_none(tool_calls: object) -> None:
    stream = read(chunk({"content": "Hi", "tool_calls": tool_calls}))
    assert (stream.text, stream.calls) == ("Hi", ())
