import json

from travelbot.service.offline.request import GuideRequest, read_request
from travelbot.service.offline.wire import Call, Calls, Say, stream

TOOLS = frozenset({"update_map_and_markers"})


def test_reads_the_last_prompt_and_what_was_called_since() -> None:
    messages = [
        {"role": "system", "content": "…"},
        {"role": "user", "content": "Rome"},
        {"role": "tool", "tool_call_id": "0", "content": '{"old": 1}'},
        {"role": "user", "content": "Paris"},
        {"role": "assistant", "tool_calls": []},
        {"role": "tool", "tool_call_id": "1", "content": '{"ok": true}'},
    ]
    body = {"messages": messages, "tools": [{"function": {"name": "update_map_and_markers"}}]}
    assert read_request(json.dumps(body).encode()) == GuideRequest("Paris", TOOLS, ({"ok": True},))


def test_streams_every_character_of_its_answer() -> None:
    text = "One **two**\n\n- three\n- four "
    chunks = [json.loads(line[6:]) for line in stream(Say(text), "guide") if b"[DONE]" not in line]
    deltas = [chunk["choices"][0]["delta"].get("content", "") for chunk in chunks]
    assert "".join(deltas) == text
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"


def test_streams_each_call_whole() -> None:
    calls = Calls((Call("find_places", {"query": "東京"}), Call("find_places", {"query": "Rome"})))
    chunks = [json.loads(line[6:]) for line in stream(calls, "guide") if b"[DONE]" not in line]
    sent = [c for chunk in chunks for c in chunk["choices"][0]["delta"].get("tool_calls", [])]
    assert [c["index"] for c in sent] == [0, 1]
    assert json.loads(sent[0]["function"]["arguments"]) == {"query": "東京"}
    assert chunks[-1]["choices"][0]["finish_reason"] == "tool_calls"
