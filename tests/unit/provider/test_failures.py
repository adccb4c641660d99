"""How providers fail in other ways, and what the reader is told."""

from typing import Any

import httpx2
import openai
import pytest

from tests.unit.provider.failing import ENDPOINT, HTML, REQUEST, error, status
from travelbot import errors
from travelbot.service.provider.event_stream import DamagedStream, StreamError
from travelbot.service.provider.failures import translate

GEMINI_QUOTA = (
    "You exceeded your current quota, please check your plan and billing details. "
    "Please retry in 43.2s."
)
GROQ_RATE = (
    "Rate limit reached for model `big` on tokens per minute (TPM): Limit 6000, Used 5000, "
    "Requested 2000. Please try again in 12.3s. Need more tokens? Upgrade to Dev Tier today at "
    "https://console.groq.com/settings/billing"
)


@pytest.mark.parametrize(
    ("code", "body", "headers", "wait"),
    [
        (429, error("slow down"), {}, None),
        (429, error("slow down"), {"retry-after": "7"}, 7),
        (429, error("slow down"), {"retry-after-ms": "2600"}, 2.6),
        (
            429,
            error("Rate limit reached, try again in 12.4s.", code="rate_limit_exceeded"),
            {},
            12.4,
        ),
        (429, error("Rate limit on tokens per min (TPM): Limit 30000, Requested 9"), {}, None),
        (429, [error("Resource exhausted", details=[{"retryDelay": "36s"}])], {}, 36),
        (429, {"message": "Requests rate limit exceeded"}, {}, None),
        (429, error("Rate limit exceeded: free-models-per-day. Add 10 credits"), {}, None),
        (429, error("Daily token limit reached"), {}, None),
        (429, error("This exceeds your rate limit of 30,000 input tokens per minute"), {}, None),
        (429, [error(GEMINI_QUOTA, details=[{"retryDelay": "43s"}])], {}, 43.2),
        (429, error(GROQ_RATE), {}, 12.3),
        (429, HTML.format("429 Too Many Requests"), {}, None),
        (503, error("Service is too busy. Please retry in 20 seconds"), {}, 20),
        (503, [error("The model is overloaded. Please try again later.")], {}, None),
        (529, error("Overloaded", type="overloaded_error"), {}, None),
        (503, HTML.format("503 Service Temporarily Unavailable"), {}, None),
        (498, error("Flex tier capacity exceeded: too many requests"), {}, None),
    ],
)
def test_a_busy_provider(
    code: int, body: object, headers: dict[str, str], wait: float | None
) -> None:
    failure = status(code, body, headers)
    assert isinstance(failure, errors.RateLimited)
    assert failure.wait == wait


TOOL_USE_FAILED = {
    "message": "Failed to call a function. Please adjust your prompt. See 'failed_generation'.",
    "type": "invalid_request_error",
    "code": "tool_use_failed",
}


def test_tool_use_failed_as_a_400() -> None:
    assert type(status(400, {"error": TOOL_USE_FAILED})) is errors.BrokenToolCall


def test_tool_use_failed_in_mid_stream() -> None:
    assert type(translate(StreamError(TOOL_USE_FAILED), ENDPOINT)) is errors.BrokenToolCall


def test_tool_use_failed_for_a_model_that_speaks_of_its_tokens() -> None:
    body = error("Parsing failed.", code="tool_use_failed", failed_generation="max tokens 5 <f>")
    assert type(status(400, body)) is errors.BrokenToolCall


@pytest.mark.parametrize(
    ("code", "body"),
    [
        (500, error("boom")),
        (500, error("The server had an error while processing your request", type="server_error")),
        (502, HTML.format("502 Bad Gateway")),
        (504, HTML.format("504 Gateway Time-out")),
        (400, HTML.format("400 Bad Request")),
        (400, error("Unrecognized request argument supplied: stream_options")),
        (400, error("Extra inputs are not permitted", type="invalid_request_error")),
        (422, {"detail": [{"loc": ["body", "messages"], "msg": "field required"}]}),
        (400, ["boom"]),
        (400, "boom"),
        (400, ""),
        (400, error("Unexpected token i in JSON at position 3")),
        (400, error("Invalid 'tools[0].function.name': string does not match pattern")),
        (400, error("An assistant message with 'tool_calls' must be followed by tool messages")),
        (400, error("Invalid 'messages[3].content': expected a string, got null instead.")),
        (400, error("Unexpected token '<' is invalid JSON")),
        (400, error("Unsupported parameter: 'max_tokens' is not supported with this model.")),
        (422, {"detail": [{"msg": "bad", "input": {"content": "Unauthorized billing details"}}]}),
        (500, error("Internal error. Contact support with the id of your tool call.")),
    ],
)
def test_whatever_else(code: int, body: object) -> None:
    failure = status(code, body)
    assert type(failure) is errors.ProviderError
    assert "press Retry" in failure.message


@pytest.mark.parametrize(
    ("raised", "kind", "words"),
    [
        (openai.APIConnectionError(request=REQUEST), errors.NoConnection, "api.example.com"),
        (openai.APITimeoutError(request=REQUEST), errors.NoConnection, "api.example.com"),
        (httpx2.ReadTimeout("silent"), errors.NoConnection, "doesn't answer"),
        (TimeoutError(), errors.NoConnection, "doesn't answer"),
        (httpx2.RemoteProtocolError("peer closed"), errors.CutOff, "press Retry"),
        (httpx2.ReadError("reset"), errors.CutOff, "press Retry"),
        (DamagedStream("{broken"), errors.CutOff, "press Retry"),
        (DamagedStream(" <html>"), errors.WrongAddress, "check it"),
        (StreamError({"message": "boom"}), errors.ProviderError, "press Retry"),
        (StreamError("boom"), errors.ProviderError, "press Retry"),
        (StreamError({"message": "Rate limit, try again in 5s"}), errors.RateLimited, "wait 5 s"),
        (StreamError({"code": 400, "message": "Token limit reached"}), errors.ContextTooLong, ""),
        (StreamError({"code": "content_filter"}), errors.Filtered, "rephrase"),
        (StreamError({"type": "overloaded_error"}), errors.RateLimited, "wait a little"),
        (StreamError({"code": 401, "message": "nope"}), errors.WrongKey, "another one"),
        (StreamError({"code": 429, "message": "nope"}), errors.RateLimited, "wait a little"),
        (StreamError({"code": 502, "message": "Provider error"}), errors.ProviderError, "Retry"),
    ],
)
def test_a_failure_without_a_status(raised: Any, kind: type, words: str) -> None:
    failure = translate(raised, ENDPOINT)
    assert type(failure) is kind
    assert words in failure.message
