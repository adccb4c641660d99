"""Text, reasoning, usage and the end as servers stream them: one test per quirk."""

import pytest

from tests.unit.provider.streams import called, calls, chunk, read, says
from travelbot.models.usage import Usage
from travelbot.service.provider.usage import estimated

CALL = called(index=0, id="a", name="f", arguments="{}")
COUNTS = {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}


@pytest.mark.parametrize("choices", [[], None, {}, [None], [{}], [{"delta": None}], [{"index": 0}]])
def test_chunks_without_choice_or_delta(choices: object) -> None:
    odd = {"choices": choices}
    assert read(odd, says("Hi"), odd, says("!", "stop"), odd).text == "Hi!"


@pytest.mark.parametrize("content", [None, "", 5, {}, [], [None], [{"type": "image_url"}]])
def test_content_that_is_no_text(content: object) -> None:
    assert read(says("Hi"), says(content)).text == "Hi"


def test_only_the_first_choice_counts() -> None:
    both = [{"index": i, "delta": {"content": word}} for i, word in enumerate(("Hi", "Yo"))]
    second = {"choices": [{"index": 1, "delta": {"content": " you", "tool_calls": [CALL]}}]}
    stream = read({"choices": both}, second, says("!"))
    assert (stream.text, stream.calls) == ("Hi!", ())


def test_a_choice_without_index() -> None:
    assert read({"choices": [{"delta": {"content": "Hi"}}]}, says("!")).text == "Hi!"


def test_content_is_a_list_of_parts() -> None:
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm"}]}
    stream = read(
        says([thinking]), says([{"type": "text", "text": "H"}, {"type": "text"}]), says("i")
    )
    assert (stream.reasoning, stream.text) == ("Hm", "Hi")


def test_characters_in_halves_over_two_chunks() -> None:
    stream = read(says("\ud83d"), says("\ude00"), says(" \udc00"))
    assert stream.text == "\U0001f600 \ufffd"


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


@pytest.mark.parametrize(
    "last",
    [
        {"choices": [], "usage": COUNTS},
        {"usage": COUNTS},
        chunk({}, "stop", usage=COUNTS),
        {"choices": [], "x_groq": {"usage": COUNTS}},
    ],
)
def test_usage_wherever_it_stands(last: dict[str, object]) -> None:
    stream = read(says("Hi"), last)
    assert stream.usage == Usage(prompt=5, completion=2)


def test_the_last_usage_wins() -> None:
    early = {"prompt_tokens": 5, "completion_tokens": 0}
    stream = read(chunk({}, usage=early), chunk({}, usage=COUNTS), chunk({}, usage=None))
    assert stream.usage == Usage(prompt=5, completion=2)


@pytest.mark.parametrize(
    "usage", [None, {}, [], 7, {"prompt_tokens": None}, {"prompt_tokens": "5"}, {"total_tokens": 3}]
)
def test_usage_that_counts_nothing(usage: object) -> None:
    assert read(chunk({}, usage=usage)).usage is None


def test_usage_that_is_estimated_says_so() -> None:
    assert estimated(400, 41) == Usage(prompt=100, completion=11, estimated=True)
