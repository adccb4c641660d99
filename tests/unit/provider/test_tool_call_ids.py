"""Which delta belongs to which tool call, by its id: one test per quirk."""

import pytest

from tests.unit.provider.streams import OTHER, WHOLE, Called, calls, read


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
