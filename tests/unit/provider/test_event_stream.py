"""Bodies as servers send them: one test per quirk."""

import json

import pytest

from tests.unit.provider.streams import DONE, chunk, read_bytes, read_pieces, says, sse

HI, YOU = (json.dumps(says(word)).encode() for word in ("Hi ", "you"))
BOTH = b"data: " + HI + b"\n\ndata: " + YOU + b"\n\n"
CALL = {"id": "a", "type": "function", "function": {"name": "f", "arguments": '{"x": 1}'}}
MESSAGE = {"role": "assistant", "content": "Hi you", "tool_calls": [CALL]}
WHOLE = {"choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop"}], "usage": None}


def says_both(body: bytes) -> bool:
    stream = read_bytes(body)
    return (stream.text, stream.error) == ("Hi you", None)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends(end: bytes) -> None:
    assert says_both((BOTH + DONE).replace(b"\n", end))


def test_no_done() -> None:
    assert says_both(BOTH)


def test_no_end_of_the_last_line() -> None:
    assert says_both(BOTH.rstrip())


def test_no_blank_lines_between_events() -> None:
    assert says_both((BOTH + DONE).replace(b"\n\n", b"\n"))


def test_no_space_after_data() -> None:
    assert says_both((BOTH + DONE).replace(b"data: ", b"data:"))


def test_byte_order_mark() -> None:
    assert says_both(b"\xef\xbb\xbf" + BOTH)


def test_multi_line_data() -> None:
    assert says_both(BOTH.replace(b'{"choices": ', b'{"choices":\ndata: ') + DONE)


@pytest.mark.parametrize(
    "comment",
    [b": OPENROUTER PROCESSING\n\n", b": ping - 2026\n", b":\n\n", b"\n\n", b"event: message\n"],
)
def test_comments_and_other_lines_between(comment: bytes) -> None:
    assert says_both(comment + BOTH.replace(b"\n\ndata", b"\n\n" + comment + b"data") + DONE)


@pytest.mark.parametrize("field", [b"id: 7\n", b"retry: 3000\n", b"event: completion\n", b"x\n"])
def test_other_fields(field: bytes) -> None:
    assert says_both(field + BOTH)


@pytest.mark.parametrize("data", [b"data:\n\n", b"data: null\n\n", b'data: "ping"\n\n'])
def test_data_that_says_nothing(data: bytes) -> None:
    assert says_both(data + BOTH + data)


@pytest.mark.parametrize("event", [b'{"type": "ping"}', b"{}", b"[]"])
def test_data_without_choices(event: bytes) -> None:
    assert says_both(b"data: " + event + b"\n\n" + BOTH)


def test_nothing_after_done_counts() -> None:
    assert says_both(BOTH + DONE + b"data: " + HI + b"\n\n" + b"data: {broken\n\n")


def test_characters_of_several_bytes() -> None:
    event = json.dumps(says("東京 😀"), ensure_ascii=False).encode()
    assert read_bytes(b"data: " + event + b"\n\n").text == "東京 😀"


def test_line_separators_within_text() -> None:
    event = json.dumps(says("a\u2028b\u0085c\x0c"), ensure_ascii=False).encode()
    assert read_bytes(b"data: " + event + b"\n\n").text == "a\u2028b\u0085c\x0c"


def test_bytes_that_are_no_text() -> None:
    assert read_bytes(BOTH.replace(b"you", b"you\xff")).text == "Hi you\ufffd"


@pytest.mark.parametrize("indent", [None, 2])
def test_json_body_instead_of_a_stream(indent: int | None) -> None:
    stream = read_bytes(json.dumps(WHOLE, indent=indent).encode())
    assert (stream.text, stream.called) == ("Hi you", [("f", '{"x": 1}')])
    assert (stream.finish_reason, stream.error) == ("stop", None)


def test_whole_answer_as_the_only_event() -> None:
    stream = read_bytes(sse(WHOLE))
    assert (stream.text, stream.called) == ("Hi you", [("f", '{"x": 1}')])


def test_whole_answer_again_at_the_end() -> None:
    assert says_both(BOTH + sse(WHOLE))


def test_ndjson() -> None:
    assert says_both(HI + b"\n" + YOU + b"\n")


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"error": {"message": "boom"}}, {"message": "boom"}),
        ({"error": "boom"}, "boom"),
        ([{"error": {"message": "boom"}}], {"message": "boom"}),
        ({"object": "error", "message": "boom"}, {"object": "error", "message": "boom"}),
        ({"detail": "boom"}, {"detail": "boom"}),
        ({"message": "boom", "code": 3}, {"message": "boom", "code": 3}),
    ],
)
def test_json_error_body(body: object, error: object, indent: int | None) -> None:
    assert read_bytes(json.dumps(body, indent=indent).encode()).error == error


@pytest.mark.parametrize("body", [b"<!DOCTYPE html>\n<p>502</p>", b"\n <html></html>"])
def test_html_body(body: bytes) -> None:
    assert str(read_bytes(body).error).lstrip().startswith("<")


@pytest.mark.parametrize("body", [b"", b"\n", b"\n\n", DONE, b": ping\n\n", b"Service is down"])
def test_empty_body(body: bytes) -> None:
    stream = read_bytes(body)
    assert (stream.text, stream.calls, stream.error) == ("", (), None)


@pytest.mark.parametrize(
    ("last", "error"),
    [
        (b'error: {"message": "boom"}\n\n', {"message": "boom"}),
        (b"error: boom\n\n", "boom"),
        (b'event: error\ndata: {"message": "boom"}\n\n', {"message": "boom"}),
        (b'event: error\ndata: {"error": {"message": "boom"}}\n\n', {"message": "boom"}),
        (b"event: error\ndata: boom\n\n", "boom"),
        (b'data: {"error": {"message": "boom"}}\n\n', {"message": "boom"}),
        (b'data: {"error": "boom", "status": 500}\n\n', "boom"),
        (b'data: {"choices": [], "error": {"message": "boom"}}\n\n', {"message": "boom"}),
        (b'data: [{"error": {"message": "boom"}}]\n\n', {"message": "boom"}),
        (b'{"error": {"message": "boom"}}\n', {"message": "boom"}),
    ],
)
def test_error_after_text(last: bytes, error: object) -> None:
    stream = read_bytes(BOTH + last + DONE)
    assert (stream.text, stream.error) == ("Hi you", error)


def test_error_in_a_chunk_that_still_has_text() -> None:
    stream = read_bytes(sse(says("Hi"), chunk({"content": " you"}, "error", error={"code": 502})))
    assert (stream.text, stream.finish_reason, stream.error) == ("Hi you", "error", {"code": 502})


@pytest.mark.parametrize("none", [None, "", {}])
def test_an_error_that_is_none(none: object) -> None:
    stream = read_bytes(sse(says("Hi"), chunk({"content": " you"}, "stop", error=none)))
    assert (stream.text, stream.error) == ("Hi you", None)


@pytest.mark.parametrize("data", ["{broken", '{"choices": [{"del', "Internal error"])
def test_damaged_data(data: str) -> None:
    stream = read_bytes(BOTH + f"data: {data}\n\n".encode() + DONE)
    assert (stream.text, stream.error) == ("Hi you", data)


def test_data_that_is_cut() -> None:
    stream = read_bytes(BOTH[:-10])
    assert stream.text == "Hi "
    assert stream.error


def test_data_too_deep_to_read() -> None:
    stream = read_pieces([BOTH + b"data: " + b"[" * 3000 + b"]" * 3000 + b"\n\n"])
    assert stream.text == "Hi you"
    assert stream.error
