"""Which delta belongs to which tool call: one test per quirk."""

import pytest

from tests.unit.provider.streams import Called, called, calls, chunk, read, says

WHOLE = '{"x": 1}'
OTHER = '{"x": 2}'
BOTH = [("f", WHOLE), ("f", OTHER)]


def test_parallel_calls_whose_fragments_alternate() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments=""),
        calls(index=1, id="b", name="g", arguments=""),
        calls(index=0, arguments='{"x"'),
        calls(index=1, arguments='{"x"'),
        calls(index=0, arguments=": 1}"),
        calls(index=1, arguments=": 2}"),
    )
    assert stream.calls == (Called("a", "f", WHOLE), Called("b", "g", OTHER))


def test_parallel_calls_in_one_chunk() -> None:
    both = [
        called(index=0, id="a", name="f", arguments=WHOLE),
        called(index=1, id="b", name="f", arguments=OTHER),
    ]
    assert read(chunk({"tool_calls": both})).called == BOTH


def test_index_missing() -> None:
    assert read(calls(id="a", name="f", arguments=WHOLE)).calls == (Called("a", "f", WHOLE),)


def test_index_missing_in_parallel_calls() -> None:
    stream = read(
        calls(id="a", name="f", arguments=WHOLE), calls(id="b", name="f", arguments=OTHER)
    )
    assert stream.called == BOTH


def test_index_missing_in_fragments_with_ids() -> None:
    stream = read(
        calls(id="a", name="f", arguments='{"x"'),
        calls(id="b", name="f", arguments='{"x"'),
        calls(id="a", arguments=": 1}"),
        calls(id="b", arguments=": 2}"),
    )
    assert stream.called == BOTH


def test_index_null() -> None:
    stream = read(
        calls(index=None, id="a", name="f", arguments='{"x"'), calls(index=None, arguments=": 1}")
    )
    assert stream.called == [("f", WHOLE)]


def test_neither_index_nor_id_nor_name_continues_the_last_call() -> None:
    stream = read(calls(id="a", name="f", arguments='{"x"'), calls(arguments=": 1}"))
    assert stream.called == [("f", WHOLE)]


def test_every_parallel_call_at_index_0_with_different_ids() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments=WHOLE),
        calls(index=0, id="b", name="f", arguments=OTHER),
    )
    assert stream.calls == (Called("a", "f", WHOLE), Called("b", "f", OTHER))


def test_every_parallel_call_at_index_0_in_fragments() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments='{"x"'),
        calls(index=0, arguments=": 1}"),
        calls(index=0, id="b", name="f", arguments='{"x"'),
        calls(index=0, arguments=": 2}"),
    )
    assert stream.called == BOTH


def test_every_parallel_call_at_index_0_with_the_same_arguments() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments=WHOLE),
        calls(index=0, id="b", name="f", arguments=WHOLE),
    )
    assert stream.called == [("f", WHOLE), ("f", WHOLE)]


def test_index_starts_at_1() -> None:
    stream = read(
        calls(index=1, id="a", name="f", arguments=""),
        calls(index=1, arguments=WHOLE),
        calls(index=2, id="b", name="f", arguments=OTHER),
    )
    assert stream.called == BOTH


@pytest.mark.parametrize("name", ["f", "", None])
def test_id_repeated_on_each_delta(name: str | None) -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments='{"x"'),
        calls(index=0, id="a", name=name, arguments=": 1}"),
    )
    assert stream.calls == (Called("a", "f", WHOLE),)


@pytest.mark.parametrize("call_id", ["", None])
def test_id_empty_on_continuation(call_id: str | None) -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments='{"x"'),
        calls(index=0, id=call_id, arguments=": 1}"),
    )
    assert stream.calls == (Called("a", "f", WHOLE),)


def test_id_empty_at_first() -> None:
    stream = read(
        calls(index=0, id="", name="f", arguments='{"x"'), calls(index=0, id="a", arguments=": 1}")
    )
    assert stream.calls == (Called("a", "f", WHOLE),)


@pytest.mark.parametrize("fields", [{}, {"id": ""}, {"id": None}])
def test_id_missing_is_made(fields: dict[str, object]) -> None:
    stream = read(
        calls(index=0, name="f", arguments=WHOLE, **fields),
        calls(index=1, name="f", arguments=OTHER, **fields),
    )
    assert stream.calls == (Called("", "f", WHOLE), Called("", "f", OTHER))


def test_id_used_twice_is_made_anew() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments=WHOLE),
        calls(index=1, id="a", name="f", arguments=OTHER),
    )
    assert stream.calls == (Called("a", "f", WHOLE), Called("", "f", OTHER))


def test_id_a_number() -> None:
    stream = read(calls(index=0, id=7, name="f", arguments=WHOLE))
    assert stream.calls == (Called("7", "f", WHOLE),)


@pytest.mark.parametrize("name", ["", None, "f"])
def test_name_on_continuation(name: str | None) -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments='{"x"'),
        calls(index=0, name=name, arguments=": 1}"),
    )
    assert stream.called == [("f", WHOLE)]


def test_name_after_the_id() -> None:
    stream = read(calls(index=0, id="a"), calls(index=0, name="f"), calls(index=0, arguments=WHOLE))
    assert stream.calls == (Called("a", "f", WHOLE),)


def test_name_never_sent() -> None:
    assert read(calls(index=0, id="a", arguments=WHOLE)).calls == ()


def test_no_id_but_a_name_after_whole_arguments_is_a_new_call() -> None:
    stream = read(calls(name="f", arguments=WHOLE), calls(name="f", arguments=OTHER))
    assert stream.called == BOTH


def test_no_id_but_a_name_after_whole_arguments_is_a_new_call_in_fragments() -> None:
    stream = read(
        calls(name="f", arguments=WHOLE),
        calls(name="f", arguments='{"x"'),
        calls(name="f", arguments=": 2}"),
    )
    assert stream.called == BOTH


def test_no_id_but_another_name_is_a_new_call() -> None:
    stream = read(calls(name="f"), calls(name="g", arguments=WHOLE))
    assert stream.called == [("f", "{}"), ("g", WHOLE)]


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


def test_a_name_without_an_id_after_whole_arguments_is_a_new_call() -> None:
    stream = read(
        calls(index=0, name="f", arguments=""),
        calls(index=0, arguments=WHOLE),
        calls(index=0, name="f", arguments=""),
        calls(index=0, arguments=OTHER),
    )
    assert stream.called == BOTH


def test_a_name_sent_again_at_the_end_without_an_id_is_no_call() -> None:
    stream = read(
        calls(index=0, id="a", name="f", arguments=WHOLE),
        calls(index=0, id="", name="f", arguments=""),
    )
    assert stream.called == [("f", WHOLE)]
