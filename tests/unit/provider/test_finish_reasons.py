"""How servers say that a reply has ended: one test per quirk."""

import pytest

from tests.unit.provider.streams import called, chunk, read, says

CALL = called(index=0, id="a", name="f", arguments="{}")


@pytest.mark.parametrize(
    ("reasons", "last"),
    [
        (["stop"], "stop"),
        ([None], None),
        (["stop", "stop"], "stop"),
        (["stop", "length"], "length"),
        (["length", None], "length"),
        (["length", ""], "length"),
    ],
)
def test_the_last_finish_reason_wins(reasons: list[str | None], last: str | None) -> None:
    stream = read(says("Hi"), *(chunk({}, reason) for reason in reasons))
    assert (stream.text, stream.finish_reason) == ("Hi", last)


def test_finish_reason_on_every_chunk() -> None:
    stream = read(says("H", "stop"), says("i", "stop"))
    assert (stream.text, stream.finish_reason) == ("Hi", "stop")


def test_text_after_the_finish_reason() -> None:
    assert read(says("H"), chunk({}, "stop"), says("i")).text == "Hi"


def test_finish_reason_stop_with_calls() -> None:
    stream = read(chunk({"tool_calls": [CALL]}), chunk({}, "stop"))
    assert (stream.called, stream.finish_reason) == ([("f", "{}")], "stop")


def test_finish_reason_in_the_tool_call_chunk() -> None:
    stream = read(chunk({"tool_calls": [CALL]}, "tool_calls"))
    assert (stream.called, stream.finish_reason) == ([("f", "{}")], "tool_calls")


def test_finish_reason_none_at_all_with_calls() -> None:
    stream = read(chunk({"tool_calls": [CALL]}))
    assert (stream.called, stream.finish_reason) == ([("f", "{}")], None)


def test_finish_reason_without_a_delta() -> None:
    stream = read(says("Hi"), {"choices": [{"index": 0, "finish_reason": "stop"}]})
    assert stream.finish_reason == "stop"
