"""Reasoning, and what a provider wants back, as servers stream them: one test per quirk."""

import pytest

from tests.unit.provider.streams import called, calls, chunk, read, says


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
def test_reasoning_in_a_field_of_its_own(name: str) -> None:
    stream = read(
        chunk({name: "Hm", "content": None}), chunk({name: "…", "content": ""}), says("Hi")
    )
    assert (stream.reasoning, stream.text) == ("Hm…", "Hi")


def test_reasoning_in_two_fields_counts_once() -> None:
    details = [{"type": "reasoning.text", "text": "Hm"}]
    stream = read(
        chunk({"reasoning": "Hm", "reasoning_details": details}),
        chunk({"reasoning": "…", "reasoning_content": "…"}),
    )
    assert stream.reasoning == "Hm…"


def test_reasoning_details_by_themselves() -> None:
    details = [{"type": "reasoning.summary", "summary": "Hm"}, {"type": "reasoning.encrypted"}]
    assert read(chunk({"reasoning_details": details})).reasoning == "Hm"


def test_reasoning_content_is_echoed() -> None:
    stream = read(chunk({"reasoning_content": "H"}), chunk({"reasoning_content": "m"}), says("Hi"))
    assert stream.echo == {"reasoning_content": "Hm"}


def test_reasoning_alone_is_not_echoed() -> None:
    assert read(chunk({"reasoning": "Hm"}), says("Hi")).echo == {}


def test_reasoning_details_are_echoed_with_their_fragments_joined() -> None:
    stream = read(
        *(
            chunk({"reasoning_details": [{"type": "reasoning.text", "index": 0, **fields}]})
            for fields in ({"text": "H"}, {"text": "m"}, {"text": "", "signature": "s"})
        ),
        chunk({"reasoning_details": [{"type": "reasoning.encrypted", "index": 1, "data": "e"}]}),
    )
    assert stream.echo == {
        "reasoning_details": [
            {"type": "reasoning.text", "index": 0, "text": "Hm", "signature": "s"},
            {"type": "reasoning.encrypted", "index": 1, "data": "e"},
        ]
    }


def test_reasoning_details_with_characters_in_halves() -> None:
    stream = read(
        *(
            chunk({"reasoning_details": [{"type": "reasoning.text", "text": half}]})
            for half in ("\ud83d", "\ude00")
        )
    )
    assert stream.reasoning == "\U0001f600"
    assert stream.echo == {"reasoning_details": [{"type": "reasoning.text", "text": "\U0001f600"}]}


@pytest.mark.parametrize("late", [{}, {"extra_content": None}])
def test_extra_content_is_kept_with_its_call(late: dict[str, object]) -> None:
    signature = {"google": {"thought_signature": "s"}}
    first = called(index=0, id="a", name="f", arguments="", extra_content=signature)
    answer = read(chunk({"tool_calls": [first]}), calls(index=0, arguments="{}", **late))
    assert [call.extra_content for call in answer.calls] == [signature]
