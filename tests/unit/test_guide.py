import json

import pytest

from travelbot.data.cities import load_cities
from travelbot.service.offline.guide import Guide
from travelbot.service.offline.request import GuideRequest, read_request
from travelbot.service.offline.wire import Call, Say, stream

TOOLS = frozenset({"update_map_and_markers"})


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(load_cities())


@pytest.mark.parametrize(
    ("prompt", "cities"),
    [
        ("Let's visit Tokyo Japan", ["Tokyo"]),
        ("let's visit TOKYO", ["Tokyo"]),
        ("From Lisbon to Madrid to Paris!", ["Lisbon", "Madrid", "Paris"]),
        ("são paulo, then Sao Paulo again", ["São Paulo"]),
        ("東京に行きたい", ["Tokyo"]),
        ("What a nice day", []),
    ],
)
def test_finds_the_cities_of_a_prompt(guide: Guide, prompt: str, cities: list[str]) -> None:
    assert [city.name for city in guide.find(prompt)] == cities


def test_draws_first_and_then_speaks(guide: Guide) -> None:
    first = guide.answer(GuideRequest("Let's visit Tokyo Japan", TOOLS, ()))
    assert isinstance(first, Call)
    assert first.arguments["markers"][0]["label"] == "Tokyo"
    then = guide.answer(GuideRequest("Let's visit Tokyo Japan", TOOLS, ({"ok": True},)))
    assert isinstance(then, Say)
    assert "capital of Japan" in then.text


def test_measures_the_way(guide: Guide) -> None:
    answer = guide.answer(GuideRequest("Lisbon to Madrid", TOOLS, ({"ok": True},)))
    assert isinstance(answer, Say)
    assert "503 km" in answer.text


@pytest.mark.parametrize(
    ("prompt", "words"), [("hello", "Try one of these"), ("blah", "no place that I know")]
)
def test_says_what_it_is(guide: Guide, prompt: str, words: str) -> None:
    answer = guide.answer(GuideRequest(prompt, TOOLS, ()))
    assert isinstance(answer, Say)
    assert words in answer.text
    assert "built-in guide" in answer.text


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
