import json
from typing import Any

from travelbot.service.offline.request import Exchange, Talk, read_request
from travelbot.service.offline.wire import Call, Calls, Say, stream

DRAW, LOOK_UP = "update_map_and_markers", "find_places"
ROME = {"latitude": 41.9, "longitude": 12.5, "label": "Rome"}


def called(
    identifier: str, name: str, arguments: object, result: object
) -> list[dict[str, object]]:
    function = {"name": name, "arguments": json.dumps(arguments)}
    call = {"id": identifier, "type": "function", "function": function}
    return [
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": identifier, "content": json.dumps(result)},
    ]


def read(*messages: dict[str, object]) -> Talk:
    body = {"messages": messages, "tools": [{"function": {"name": DRAW}}]}
    return read_request(json.dumps(body).encode())


def sent(answer: Say | Calls) -> list[Any]:
    """The chunks of an answer."""
    return [json.loads(line[6:]) for line in stream(answer, "guide") if b"[DONE]" not in line]


def test_reads_the_prompts_and_what_was_called_since_the_last() -> None:
    talk = read(
        {"role": "system", "content": "…"},
        {"role": "user", "content": "Rome"},
        *called("0", LOOK_UP, {"query": "Rome"}, {"places": [{"id": "city:1"}, {"id": "city:2"}]}),
        {"role": "assistant", "content": "Here is Rome."},
        {"role": "user", "content": "Paris"},
        *called("1", DRAW, {"markers": [ROME]}, {"ok": True}),
    )
    assert talk.prompt == "Paris"
    assert talk.earlier == (Exchange("Rome", ("city:1",)),)
    assert talk.tools == talk.called == {DRAW}
    assert talk.map.markers == ()


def test_results_of_another_shape_find_nothing() -> None:
    """As in a conversation from a file, whose results may say anything."""
    talk = read(
        {"role": "user", "content": "Rome"},
        *called("0", LOOK_UP, {"query": "Rome"}, {"places": ["city:1"]}),
        *called("1", LOOK_UP, {"query": "Rome"}, {"places": "city:1"}),
        {"role": "user", "content": "Paris"},
    )
    assert talk.earlier == (Exchange("Rome"),)


def test_draws_the_map_as_it_stood_before_the_prompt() -> None:
    talk = read(
        {"role": "user", "content": "Rome"},
        *called("0", DRAW, {"markers": [ROME]}, {"ok": True}),
        *called("1", DRAW, {"markers": []}, {"error": "Correct this and call again."}),
        {"role": "user", "content": "and now?"},
    )
    assert [marker.label for marker in talk.map.markers] == ["Rome"]
    assert round(talk.map.viewport.latitude, 1) == 41.9


def test_reads_a_request_without_a_prompt_and_results_that_are_no_json() -> None:
    assert read().prompt == ""
    broken: dict[str, object] = {"role": "tool", "tool_call_id": "1", "content": "not json"}
    talk = read({"role": "user", "content": "Rome"}, *called("1", LOOK_UP, {}, {})[:1], broken)
    assert talk.called == {LOOK_UP}


def test_streams_every_character_of_its_answer() -> None:
    text = "One **two**\n\n- three\n- four "
    *chunks, counts = sent(Say(text))
    deltas = [chunk["choices"][0]["delta"].get("content", "") for chunk in chunks]
    assert "".join(deltas) == text
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"
    assert counts["usage"]["total_tokens"] == 0


def test_streams_each_call_whole() -> None:
    calls = Calls((Call("find_places", {"query": "東京"}), Call("find_places", {"query": "Rome"})))
    *chunks, _ = sent(calls)
    made = [c for chunk in chunks for c in chunk["choices"][0]["delta"].get("tool_calls", [])]
    assert [c["index"] for c in made] == [0, 1]
    assert json.loads(made[0]["function"]["arguments"]) == {"query": "東京"}
    assert chunks[-1]["choices"][0]["finish_reason"] == "tool_calls"
