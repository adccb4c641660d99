"""The arguments of tool calls as servers stream them: one test per quirk."""

import pytest

from tests.unit.provider.streams import Called, calls, chunk, read

WHOLE = '{"x": 1}'


def test_arguments_in_fragments() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments=""),
        calls(index=0, arguments='{"x"'),
        calls(index=0, arguments=": 1}"),
    )
    assert stream.calls == (Called("a", "f", WHOLE),)


@pytest.mark.parametrize("first", [{}, {"arguments": None}, {"arguments": ""}, {"arguments": "{}"}])
def test_first_arguments_say_nothing(first: dict[str, object]) -> None:
    stream = read(
        calls(index=0, id="a", name="f", **first),
        calls(index=0, arguments='{"x"'),
        calls(index=0, arguments=": 1}"),
    )
    assert stream.called == [("f", WHOLE)]


@pytest.mark.parametrize("first", [{}, {"arguments": None}, {"arguments": ""}, {"arguments": " "}])
def test_arguments_never_sent(first: dict[str, object]) -> None:
    assert read(calls(index=0, id="a", name="f", **first)).called == [("f", "{}")]


@pytest.mark.parametrize(
    "fields", [{"index": 0}, {"index": 0, "id": "a"}, {"index": 0, "name": "f"}]
)
def test_arguments_sent_twice(fields: dict[str, object]) -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments='{"x"'),
        calls(index=0, arguments=": 1}"),
        calls(arguments=WHOLE, **fields),
    )
    assert stream.calls == (Called("a", "f", WHOLE),)


def test_arguments_sent_twice_in_another_form() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments=WHOLE), calls(index=0, arguments='{"x":1}')
    )
    assert stream.called == [("f", WHOLE)]


def test_arguments_sent_again_in_fragments() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments=WHOLE),
        calls(index=0, arguments='{"x"'),
        calls(index=0, arguments=": 1}"),
    )
    assert stream.called == [("f", WHOLE)]


def test_arguments_as_an_object() -> None:
    stream = read(calls(index=0, id="a", name="f", arguments={"x": 1}))
    assert stream.called == [("f", WHOLE)]


def test_arguments_as_an_empty_object_at_first() -> None:
    stream = read(calls(index=0, id="a", name="f", arguments={}), calls(index=0, arguments=WHOLE))
    assert stream.called == [("f", WHOLE)]


def test_truncated_arguments_stay_truncated() -> None:
    stream = read(calls(index=0, id="a", name="f", arguments='{"x": '), chunk({}, "tool_calls"))
    assert (stream.called, stream.finish_reason) == ([("f", '{"x":')], "tool_calls")


def test_characters_in_halves_over_two_fragments() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments='{"x": "\ud83d'),
        calls(index=0, arguments='\ude00"}'),
    )
    assert stream.called == [("f", '{"x": "\U0001f600"}')]
