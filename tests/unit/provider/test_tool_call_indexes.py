"""Which delta belongs to which tool call, by its index: one test per quirk."""

from tests.unit.provider.streams import BOTH, OTHER, WHOLE, Called, called, calls, chunk, read


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
