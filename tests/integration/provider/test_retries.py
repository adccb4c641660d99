"""A provider is asked again only while it hasn't said anything, and never in silence for long."""

import pytest

from tests.fakes.openai_server import DONE, Answer, Cut, FakeOpenAI, event, fails, says
from tests.integration.turns import finish, load, reply_of
from travelbot.models.messages import Reply
from travelbot.service.assistant import Assistant

HALF = event({"content": "Half"})
BUSY = fails(503, {"message": "busy"}, retry_after_ms="20")


def ask(assistant: Assistant) -> Reply:
    finish(assistant.start("ann", "c1", "Go"))
    return reply_of(load(assistant))


def code_of(reply: Reply) -> str:
    return reply.failure.code if reply.failure else ""


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 529])
def test_a_provider_that_recovers_is_asked_until_it_answers(
    assistant: Assistant, provider: FakeOpenAI, status: int
) -> None:
    busy = fails(status, {"message": "busy"}, retry_after_ms="20")
    provider.script(busy, busy, says("Hello."))
    reply = ask(assistant)
    assert (reply.text, code_of(reply), len(provider.requests)) == ("Hello.", "", 3)


def test_a_provider_that_stays_busy_is_asked_three_times(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    provider.script(BUSY)
    assert code_of(ask(assistant)) == "rate_limited"
    assert len(provider.requests) == 3


@pytest.mark.parametrize(
    ("rest", "code"),
    [
        ([Cut()], "cut_off"),
        ([DONE], "cut_off"),
        ([b'data: {"error": {"message": "overloaded"}}\n\n'], "rate_limited"),
        ([b'event: error\ndata: {"message": "boom"}\n\n'], "provider"),
        ([b"data: {broken\n\n"], "cut_off"),
    ],
)
def test_after_text_nothing_is_asked_again(
    assistant: Assistant, provider: FakeOpenAI, rest: list[bytes | Cut], code: str
) -> None:
    provider.script(Answer([HALF, *rest]), says("Whole."))
    reply = ask(assistant)
    assert (reply.text, code_of(reply), len(provider.requests)) == ("Half", code, 1)


def test_an_error_as_the_first_event_is_told_at_once(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    provider.script(Answer([b'data: {"error": {"code": 429, "message": "slow"}}\n\n']))
    assert code_of(ask(assistant)) == "rate_limited"
    assert len(provider.requests) == 1


SLOW = {"message": "slow"}


@pytest.mark.parametrize(
    "refusal",
    [
        fails(429, SLOW, retry_after="3.5"),
        fails(429, SLOW, retry_after="Fri, 01 Jan 2100 00:00:00 GMT"),
        fails(429, SLOW, retry_after_ms="3500"),
        fails(429, {"message": "Please try again in 4s."}),
        fails(503, SLOW, retry_after="3.5"),
        fails(503, {"message": "Please retry in 20 seconds"}),
    ],
)
def test_a_long_wait_is_left_to_the_reader(
    assistant: Assistant, provider: FakeOpenAI, refusal: Answer
) -> None:
    provider.script(refusal, says("Hello."))
    assert code_of(ask(assistant)) == "rate_limited"
    assert len(provider.requests) == 1


@pytest.mark.parametrize(
    "refusal",
    [
        fails(429, SLOW, retry_after="0.05"),
        fails(429, SLOW, retry_after_ms="50"),
        fails(503, SLOW, retry_after_ms="50"),
    ],
)
def test_a_short_wait_is_waited(
    assistant: Assistant, provider: FakeOpenAI, refusal: Answer
) -> None:
    provider.script(refusal, says("Hello."))
    assert ask(assistant).text == "Hello."
    assert len(provider.requests) == 2


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 413, 422])
def test_what_asking_again_cannot_mend_is_asked_once(
    assistant: Assistant, provider: FakeOpenAI, status: int
) -> None:
    provider.script(fails(status, {"message": "no"}), says("Hello."))
    assert code_of(ask(assistant))
    assert len(provider.requests) == 1
