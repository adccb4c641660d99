"""Turns from prompt to reply."""

import json
from time import monotonic

import pytest

from tests.fakes.openai_server import (
    Answer,
    FakeOpenAI,
    Gate,
    calls,
    event,
    says,
)
from tests.integration.turns import DRAW, ITINERARY_TOOL, MAP_TOOL, PATIENCE, finish, load, reply_of
from travelbot.errors import (
    BadPrompt,
    NotFound,
    TurnRunning,
)
from travelbot.models.events import MapUpdated, TextDelta, ToolFinished
from travelbot.models.messages import Instead, Prompt, Status
from travelbot.service.assistant import Assistant
from travelbot.service.input import MAX_PROMPT
from travelbot.settings import Endpoint

STOPPED_WITHIN = 0.3
"""Seconds."""


def test_a_turn_streams_draws_and_is_kept(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW), says("Tokyo ", "it is."))
    events = finish(assistant.start("ann", "c1", "Let's visit Tokyo"))
    kinds = [type(event) for event in events]
    assert kinds.index(MapUpdated) < kinds.index(ToolFinished) < kinds.index(TextDelta)
    reply = reply_of(load(assistant))
    assert (reply.status, reply.text) == (Status.COMPLETE, "Tokyo it is.")
    assert [step.label for step in reply.steps] == ["Pinned Tokyo"]
    assert reply.map is not None
    assert reply.map.markers[0].label == "Tokyo"


def test_what_the_provider_is_sent(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW, "call_x"), says("Done."))
    finish(assistant.start("ann", "c1", "Tokyo"))
    first, second = provider.requests
    assert provider.headers[0]["authorization"] == "Bearer sk-host"
    assert (first["model"], first["stream"]) == ("big", True)
    assert [m["role"] for m in first["messages"]] == ["system", "user"]
    assert [tool["function"]["name"] for tool in first["tools"]] == [
        "find_places",
        MAP_TOOL,
        ITINERARY_TOOL,
    ]
    assert [m["role"] for m in second["messages"]] == ["system", "user", "assistant", "tool"]
    assert second["messages"][2]["tool_calls"][0]["id"] == "call_x"
    assert json.loads(second["messages"][3]["content"])["ok"] is True
    assert "Tokyo (35.68" in second["messages"][0]["content"]


def test_two_readers_see_the_same_turn_live(assistant: Assistant, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    turn = assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    conversation, same = assistant.open("ann", "c1")
    assert same is turn
    assert conversation.messages == (Prompt(text="Count"),)
    gate.opened.set()
    assert finish(turn) == finish(turn)


def test_stopping_keeps_the_text_and_hangs_up(assistant: Assistant, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    turn = assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    for events in turn.log.follow(PATIENCE):
        if any(isinstance(e, TextDelta) for e in events):
            break
    assistant.stop("ann", "c1")
    finish(turn)
    assert provider.hung_up.wait(1)
    reply = reply_of(load(assistant))
    assert (reply.status, reply.text) == (Status.STOPPED, "One")


def test_stopping_before_the_provider_answers_hangs_up(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    gate = Gate()
    provider.script(Answer([gate, *says("late").pieces]))
    turn = assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    assistant.stop("ann", "c1")
    finish(turn)
    assert provider.hung_up.wait(1)
    assert reply_of(load(assistant)).status is Status.STOPPED


def test_stop_is_heard_while_the_provider_is_silent(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    turn = assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    start = monotonic()
    assistant.stop("ann", "c1")
    finish(turn)
    assert monotonic() - start < STOPPED_WITHIN


def test_one_reply_at_a_time(assistant: Assistant, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([gate, *says("Done").pieces]))
    turn = assistant.start("ann", "c1", "First")
    with pytest.raises(TurnRunning):
        assistant.start("ann", "c1", "Second")
    other = assistant.start("ann", "c2", "Elsewhere")
    gate.opened.set()
    finish(turn)
    finish(other)
    assert [m.text for m in load(assistant).messages] == ["First", "Done"]


def test_regenerating_replaces_the_last_reply(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW), says("First."), says("Second."))
    finish(assistant.start("ann", "c1", "Tokyo"))
    finish(assistant.answer_again("ann", "c1"))
    conversation = load(assistant)
    assert [m.text for m in conversation.messages] == ["Tokyo", "Second."]
    assert conversation.map.markers == ()


def test_editing_replaces_the_last_prompt(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(says("One."), says("Two."), says("Three."))
    finish(assistant.start("ann", "c1", "a"))
    finish(assistant.start("ann", "c1", "b"))
    finish(assistant.ask_instead("ann", "c1", Instead(position=2, prompt="c")))
    assert [m.text for m in load(assistant).messages] == ["a", "One.", "c", "Three."]
    assert [m["content"] for m in provider.requests[-1]["messages"][1:]] == ["a", "One.", "c"]


@pytest.mark.parametrize(
    ("prompt", "advice"), [("  \0 ", "Type where"), ("x" * (MAX_PROMPT + 1), "Shorten")]
)
def test_a_prompt_that_cannot_be_sent_is_not_stored(
    assistant: Assistant, prompt: str, advice: str
) -> None:
    with pytest.raises(BadPrompt, match=advice):
        assistant.start("ann", "c1", prompt)
    with pytest.raises(NotFound):
        assistant.open("ann", "c1")


def test_a_visitors_own_endpoint_is_used_for_that_turn_only(
    guided: Assistant, provider: FakeOpenAI
) -> None:
    finish(guided.start("ann", "c1", "Hello", Endpoint(base_url=provider.url, model="mine")))
    finish(guided.start("ann", "c1", "Hello"))
    assert [request["model"] for request in provider.requests] == ["mine"]


def test_the_guide_goes_through_the_same_client(guided: Assistant) -> None:
    finish(guided.start("ann", "c1", "Let's visit Tokyo Japan"))
    reply = reply_of(load(guided))
    assert "capital of Japan" in reply.text
    assert reply.map is not None
    assert reply.map.markers[0].label == "Tokyo"
