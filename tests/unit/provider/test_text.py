"""Text as servers stream it: one test per quirk."""

import pytest

from tests.unit.provider.streams import called, read, says

CALL = called(index=0, id="a", name="f", arguments="{}")


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
