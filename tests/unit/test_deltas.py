from typing import Any

from travelbot.service.provider.deltas import Answer


def chunk(delta: dict[str, Any] | None, finish_reason: str | None = None) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}]}


def call(arguments: Any = "", name: Any = None, **fields: Any) -> dict[str, Any]:
    return chunk({"tool_calls": [{**fields, "function": {"name": name, "arguments": arguments}}]})


def read(*chunks: dict[str, Any]) -> Answer:
    answer = Answer()
    for each in chunks:
        answer.add(each)
    return answer


def called(answer: Answer) -> list[tuple[str, str]]:
    return [(c.name, c.arguments) for c in answer.calls()]


def test_text_is_joined_and_the_last_finish_reason_wins() -> None:
    answer = read(
        {"choices": []},
        chunk(None),
        chunk({"content": "Hel"}),
        chunk({"content": "lo"}, "length"),
        chunk({"content": None}, "stop"),
        {"usage": {"total_tokens": 3}},
    )
    assert (answer.text, answer.finish_reason, answer.calls()) == ("Hello", "stop", ())


def test_content_in_parts_gives_its_text_parts() -> None:
    parts = [{"type": "thinking", "thinking": []}, {"type": "text", "text": "Hi"}]
    assert read(chunk({"content": parts})).text == "Hi"


def test_arguments_in_fragments_are_joined() -> None:
    answer = read(
        call("", "f", id="a", index=0), call('{"x"', index=0), call(": 1}", index=0, name="")
    )
    assert called(answer) == [("f", '{"x": 1}')]
    assert answer.calls()[0].id == "a"


def test_parallel_calls_are_kept_apart_by_index() -> None:
    answer = read(
        call("", "f", id="a", index=0),
        call("", "g", id="b", index=1),
        call('{"x":', index=0),
        call('{"y":', index=1),
        call("1}", index=0),
        call("2}", index=1),
    )
    assert called(answer) == [("f", '{"x":1}'), ("g", '{"y":2}')]


def test_a_new_id_at_a_used_index_is_a_new_call() -> None:
    answer = read(call('{"x":1}', "f", id="a", index=0), call('{"x":2}', "f", id="b", index=0))
    assert called(answer) == [("f", '{"x":1}'), ("f", '{"x":2}')]


def test_without_index_and_id_a_delta_continues_the_last_call() -> None:
    assert called(read(call("{", "f", id="a"), call("}"))) == [("f", "{}")]


def test_an_id_repeated_on_each_delta_is_one_call() -> None:
    answer = read(call("{", "f", id="a", index=0), call("}", "f", id="a", index=0))
    assert called(answer) == [("f", "{}")]


def test_missing_and_doubled_ids_are_made() -> None:
    answer = read(call("{}", "f", index=0), call("{}", "g", index=1), call("{}", "h", index=2))
    assert len({c.id for c in answer.calls()}) == 3
    assert all(c.id for c in answer.calls())


def test_null_and_missing_arguments_become_an_empty_object() -> None:
    assert called(read(call(None, "f", id="a", index=0))) == [("f", "{}")]


def test_arguments_as_an_object_are_taken_as_json() -> None:
    assert called(read(call({"x": 1}, "f", id="a", index=0))) == [("f", '{"x": 1}')]


def test_whole_arguments_sent_again_are_ignored() -> None:
    answer = read(call('{"x":1}', "f", id="a", index=0), call('{"x":1}', id="a", index=0))
    assert called(answer) == [("f", '{"x":1}')]
