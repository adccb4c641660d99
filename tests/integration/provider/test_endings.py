"""How replies end, told apart: the text stays, and the reader knows whether it is whole."""

import json

import pytest

from tests.fakes.openai_server import DONE, Answer, Cut, FakeOpenAI, event, says
from tests.integration.turns import DRAW, MAP_TOOL, finish, load, reply_of
from travelbot.models.messages import Reply
from travelbot.service.assistant import Assistant

HALF = event({"content": "Half"})


def ask(assistant: Assistant) -> Reply:
    finish(assistant.start("ann", "c1", "Go"))
    return reply_of(load(assistant))


def called(arguments: str, reason: str | None) -> Answer:
    call = {"index": 0, "id": "a", "function": {"name": MAP_TOOL, "arguments": arguments}}
    return Answer([event({"tool_calls": [call]}), event({}, reason), DONE])


@pytest.mark.parametrize(
    ("answer", "text", "words"),
    [
        (Answer([HALF, DONE]), "Half", "may be cut off"),
        (Answer([HALF]), "Half", "may be cut off"),
        (Answer([HALF, Cut()]), "Half", "connection broke"),
        (Answer([HALF, event({}, "length"), DONE]), "Half", "model's limit"),
        (Answer([HALF, event({}, "content_filter"), DONE]), "Half", "filter ended"),
        (Answer([HALF, event({}, "error"), DONE]), "Half", "provider failed"),
        (Answer([HALF, b'data: {"error": {"message": "boom"}}\n\n']), "Half", "provider failed"),
        (
            Answer([HALF, b'data: {"error": {"message": "Token limit reached"}}\n\n']),
            "Half",
            "model's limit",
        ),
        (Answer([HALF, b"error: too many requests\n\n"]), "Half", "busy"),
        (Answer([HALF, b"data: {broken\n\n"]), "Half", "damaged"),
        (Answer([event({}, "content_filter"), DONE]), "", "filter ended"),
        (Answer([event({}, "length"), DONE]), "", "model's limit"),
        (Answer([event({}, "stop"), DONE]), "", "sent no answer"),
        (Answer([DONE]), "", "sent no answer"),
        (Answer([b""]), "", "sent no answer"),
        (Answer([b": ping\n\n"]), "", "sent no answer"),
        (Answer([event({"reasoning": "Hm"}, "stop"), DONE]), "", "sent no answer"),
        (Answer([b'{"error": {"message": "Incorrect API key"}}']), "", "accept the API key"),
        (Answer([b'{"error": {"code": "content_filter"}}']), "", "filter ended"),
        (Answer([b"<!DOCTYPE html><p>Welcome</p>"]), "", "No model answers"),
    ],
)
def test_each_end_is_told(
    assistant: Assistant, provider: FakeOpenAI, answer: Answer, text: str, words: str
) -> None:
    provider.script(answer)
    reply = ask(assistant)
    assert reply.text == text
    assert reply.failure is not None
    assert words in reply.failure.message


def test_reasoning_alone_is_kept_and_no_answer(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(Answer([event({"reasoning_content": "Hm"}), event({}, "stop"), DONE]))
    reply = ask(assistant)
    assert (reply.rounds[0].reasoning, reply.text) == ("Hm", "")
    assert reply.failure is not None


@pytest.mark.parametrize("reason", ["stop", "tool_calls", "function_call", None, ""])
def test_calls_are_run_whatever_the_finish_reason(
    assistant: Assistant, provider: FakeOpenAI, reason: str | None
) -> None:
    provider.script(called(json.dumps(DRAW), reason), says("There."))
    reply = ask(assistant)
    assert (reply.text, reply.failure) == ("There.", None)
    assert reply.map is not None


@pytest.mark.parametrize("reason", ["length", "content_filter"])
def test_calls_are_not_run_when_they_may_be_half_ones(
    assistant: Assistant, provider: FakeOpenAI, reason: str
) -> None:
    provider.script(called(json.dumps(DRAW), reason), says("There."))
    reply = ask(assistant)
    assert not reply.steps
    assert reply.failure is not None
    assert len(provider.requests) == 1


def test_a_whole_answer_instead_of_a_stream(assistant: Assistant, provider: FakeOpenAI) -> None:
    message = {"role": "assistant", "content": "Hello."}
    whole = {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    provider.script(
        Answer([json.dumps(whole).encode()], headers={"content-type": "application/json"})
    )
    reply = ask(assistant)
    assert (reply.text, reply.failure) == ("Hello.", None)
