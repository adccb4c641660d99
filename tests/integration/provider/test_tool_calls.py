"""Tool calls that a model gets wrong, or makes without end."""

import json

from tests.fakes.openai_server import DONE, Answer, FakeOpenAI, calls, event, says
from tests.integration.turns import DRAW, MAP_TOOL, finish, load, reply_of
from travelbot.models.messages import Status
from travelbot.service.assistant import Assistant
from travelbot.settings import LimitSettings


def test_a_refused_tool_call_can_be_corrected(assistant: Assistant, provider: FakeOpenAI) -> None:
    wrong = {"view": {"latitude": 135, "longitude": 35, "zoom": 11}}
    provider.script(calls(MAP_TOOL, wrong), calls(MAP_TOOL, DRAW), says("There."))
    finish(assistant.start("ann", "c1", "Tokyo"))
    reply = reply_of(load(assistant))
    assert [step.ok for step in reply.steps] == [False, True]
    assert "view.latitude" in provider.requests[1]["messages"][-1]["content"]
    assert reply.map is not None
    assert reply.map.viewport.latitude == 35.68


def test_broken_arguments_do_not_poison_the_conversation(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    provider.script(calls(MAP_TOOL, '{"view": {"lat'), says("Sorry."))
    finish(assistant.start("ann", "c1", "Tokyo"))
    sent = provider.requests[1]["messages"]
    assert sent[2]["tool_calls"][0]["function"]["arguments"] == "{}"
    assert "not valid JSON" in sent[3]["content"]


def test_a_model_that_only_calls_tools_is_ended(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW))
    finish(assistant.start("ann", "c1", "Tokyo"))
    reply = reply_of(load(assistant))
    assert reply.failure is not None
    assert "rephrase" in reply.failure.message
    assert len(provider.requests) == LimitSettings().tool_rounds


def test_text_beside_the_tool_call_is_an_answer(assistant: Assistant, provider: FakeOpenAI) -> None:
    call = {"index": 0, "id": "a", "function": {"name": MAP_TOOL, "arguments": json.dumps(DRAW)}}
    spoken = Answer(
        [event({"content": "Here."}), event({"tool_calls": [call]}, "tool_calls"), DONE]
    )
    provider.script(spoken, Answer([event({}, "stop"), DONE]))
    finish(assistant.start("ann", "c1", "Go"))
    reply = reply_of(load(assistant))
    assert (reply.status, reply.failure, reply.text) == (Status.COMPLETE, None, "Here.")
