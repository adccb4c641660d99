"""What goes wrong at the provider, and what the reader is told."""

import logging

import pytest
from pydantic import SecretStr

from tests.fakes.openai_server import DONE, Answer, Cut, FakeOpenAI, Gate, event, fails, says
from tests.integration.conftest import Build
from tests.integration.turns import finish, load, reply_of
from travelbot.errors import NoConnection, NotFound, ProviderError, WrongKey
from travelbot.models.messages import Status
from travelbot.service.assistant import Assistant
from travelbot.settings import Endpoint


@pytest.mark.parametrize(
    ("answer", "code", "advice"),
    [
        (fails(401, {"message": "Incorrect API key sk-host"}), "wrong_key", "enter another one"),
        (fails(404, {"code": "model_not_found"}), "unknown_model", "“big”"),
        (fails(400, {"message": "maximum context length"}), "context_too_long", "start a new one"),
        (fails(400, "<html>no</html>"), "provider", "press Retry"),
        (Answer([event({"content": "Half"}), Cut()]), "cut_off", "press Retry"),
        (Answer([event({"content": "Half"}), DONE]), "cut_off", "press Retry"),
        (Answer([event({"content": "Long"}, "length"), DONE]), "cut_off", "go on"),
        (Answer([event({}, "content_filter"), DONE]), "filtered", "rephrase"),
        (Answer([DONE]), "cut_off", "press Retry"),
        (Answer([b"data: {broken\n\n"]), "cut_off", "press Retry"),
        (Answer([b'data: {"error": {"message": "boom"}}\n\n']), "provider", "press Retry"),
    ],
)
def test_a_failure_is_one_sentence_and_keeps_the_text(
    assistant: Assistant,
    provider: FakeOpenAI,
    answer: Answer,
    code: str,
    advice: str,
) -> None:
    provider.script(answer)
    finish(assistant.start("ann", "c1", "Go"))
    reply = reply_of(load(assistant))
    assert reply.failure is not None
    assert reply.failure.code == code
    assert advice in reply.failure.message
    assert "sk-host" not in reply.failure.message
    assert reply.text == next((t for t in ("Half", "Long") if t in str(answer.pieces)), "")


HTML = "<html><head><title>502 Bad Gateway</title></head><body>Unauthorized</body></html>"


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (400, '[{"error": {"code": 400, "message": "API key not valid."}}]', "wrong_key"),
        (400, '{"error": "Incorrect API key provided."}', "wrong_key"),
        (401, '"no"', "wrong_key"),
        (401, "no", "wrong_key"),
        (401, '{"error": {"message": "no", "code": null}}', "wrong_key"),
        (403, '{"detail": "no"}', "refused"),
        (404, "<html>404 Not Found</html>", "wrong_address"),
        (404, '{"error": {"code": "DeploymentNotFound", "message": "no"}}', "unknown_model"),
        (400, '{"message": "prompt is too long", "object": "error"}', "context_too_long"),
        (400, '{"error": {"code": "tool_use_failed", "message": "no"}}', "broken_tool_call"),
        (400, '{"error": {"innererror": {"code": "ResponsibleAIPolicyViolation"}}}', "filtered"),
        (429, '{"error": {"code": "insufficient_quota", "message": "no"}}', "out_of_credit"),
        (502, HTML, "provider"),
        (529, '{"type": "error", "error": {"type": "overloaded_error"}}', "rate_limited"),
    ],
)
def test_bodies_of_every_shape_are_understood(
    assistant: Assistant, provider: FakeOpenAI, status: int, body: str, code: str
) -> None:
    provider.script(fails(status, body, retry_after_ms="5"))
    finish(assistant.start("ann", "c1", "Go"))
    failure = reply_of(load(assistant)).failure
    assert failure is not None
    assert failure.code == code


def test_a_rate_limit_says_how_long_to_wait(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(fails(429, {"message": "slow"}, retry_after="70"))
    finish(assistant.start("ann", "c1", "Go"))
    failure = reply_of(load(assistant)).failure
    assert failure is not None
    assert "wait 70 s" in failure.message


def test_no_connection_is_told(guided: Assistant) -> None:
    nobody = Endpoint(base_url="http://127.0.0.1:9/v1", model="big")
    finish(guided.start("ann", "c1", "Go", nobody))
    failure = reply_of(load(guided)).failure
    assert failure is not None
    assert (failure.code, "check the connection" in failure.message) == ("no_connection", True)


def test_the_log_has_the_traceback_and_no_key(
    assistant: Assistant, provider: FakeOpenAI, caplog: pytest.LogCaptureFixture
) -> None:
    provider.script(fails(401, {"message": "Incorrect API key: sk-host"}))
    with caplog.at_level(logging.DEBUG):
        finish(assistant.start("ann", "c1", "Go"))
    assert "Traceback" in caplog.text
    assert "Incorrect API key: [key]" in caplog.text
    assert "sk-host" not in caplog.text


def test_half_characters_are_joined(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(says("Wow \ud83d", "\ude00 and \udc00!"))
    finish(assistant.start("ann", "c1", "Go"))
    reply = reply_of(load(assistant))
    assert reply.text == "Wow \U0001f600 and \ufffd!"
    assert reply.status is Status.COMPLETE


def test_a_silent_provider_is_given_up(build: Build, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "Half"}), gate, DONE]))
    assistant = build(OPENAI_BASE_URL=provider.url, TRAVELBOT_TIMEOUT="0.3")
    finish(assistant.start("ann", "c1", "Go"))
    failure = reply_of(load(assistant)).failure
    assert failure is not None
    assert "doesn't answer" in failure.message
    assert len(provider.requests) == 1


@pytest.mark.parametrize(
    ("endpoint", "error"),
    [
        (Endpoint(base_url="http://host:abc/v1"), NoConnection),
        (Endpoint(base_url="http://[::1/v1"), NoConnection),
        (Endpoint(base_url="localhost"), NoConnection),
        (Endpoint(api_key=SecretStr("sk-…")), WrongKey),
        (Endpoint(api_key=SecretStr("sk-a\nb")), WrongKey),
    ],
)
def test_an_unusable_endpoint_is_told_before_anything_is_stored(
    guided: Assistant, endpoint: Endpoint, error: type[ProviderError]
) -> None:
    with pytest.raises(error, match="under Model"):
        guided.start("ann", "c1", "Go", endpoint)
    with pytest.raises(NotFound):
        guided.open("ann", "c1")


def test_a_refused_request_takes_no_tokens(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(fails(401, {"message": "no"}))
    finish(assistant.start("ann", "c1", "Go"))
    assert reply_of(load(assistant)).usage.total == 0
