"""Which delta belongs to which tool call, by its name: one test per quirk."""

import pytest

from tests.unit.provider.streams import BOTH, OTHER, WHOLE, Called, calls, read


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
