"""What providers say when they fail, and what the reader is told."""

from typing import Any

import httpx2
import openai
import pytest

from tests.unit.provider.failing import ENDPOINT, REQUEST, error, status
from travelbot import errors
from travelbot.service.provider.event_stream import DamagedStream, StreamError
from travelbot.service.provider.failures import translate

HTML = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center>nginx</body></html>"

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
    "body",
    [
        error("Incorrect API key provided: sk-123.", code="invalid_api_key"),
        error("User not found.", code=401),
        error("Authentication Fails (no such user)", code="invalid_request_error"),
        error("No auth credentials found", code="401", type=None),
        error("nope", code=None, type=None),
        [{"error": {"code": 401, "message": "nope", "status": "UNAUTHENTICATED"}}],
        "Unauthorized",
        {"detail": "Unauthorized"},
        {"message": "Invalid API Key", "request_id": "1"},
        {"error": "invalid model access token"},
        "",
        HTML.format("401 Authorization Required"),
    ],
)
def test_401_in_every_shape(body: object) -> None:
    failure = status(401, body)
    assert type(failure) is errors.WrongKey
    assert "sk-123" not in failure.message


@pytest.mark.parametrize(
    ("code", "body"),
    [
        (
            400,
            [error("API key not valid. Please pass a valid API key.", status="INVALID_ARGUMENT")],
        ),
        (400, error("Incorrect API key provided: ab***z", type="invalid_request_error")),
        (400, {"error": "Incorrect API key provided. Obtain one from https://console.x.ai."}),
        (400, error("API key expired. Please renew the API key.")),
        (403, error("You have insufficient permissions for this operation.")),
        (403, error("Missing Authentication header")),
    ],
)
def test_a_wrong_key_with_another_status(code: int, body: object) -> None:
    assert type(status(code, body)) is errors.WrongKey


@pytest.mark.parametrize(
    "body",
    [
        "",
        error("forbidden"),
        error("Country not supported", code="unsupported_country_region_territory"),
        HTML.format("Attention Required! Cloudflare"),
    ],
)
def test_a_refusal_without_a_reason(body: object) -> None:
    assert type(status(403, body)) is errors.Refused


@pytest.mark.parametrize(
    ("code", "body"),
    [
        (429, error("You exceeded your current quota, check your plan", code="insufficient_quota")),
        (402, error("Insufficient Balance", type="unknown_error", code="invalid_request_error")),
        (402, error("This request requires more credits, or fewer max_tokens. You requested ...")),
        (402, ""),
        (400, error("Your credit balance is too low to access the Anthropic API.")),
        (403, error("Your account is not active, please check your billing details.")),
        (429, error("The account has an insufficient balance", type="insufficient_balance")),
    ],
)
def test_no_credit(code: int, body: object) -> None:
    assert type(status(code, body)) is errors.OutOfCredit


@pytest.mark.parametrize(
    ("code", "body"),
    [
        (404, error("The model `big` does not exist.", code="model_not_found")),
        (
            404,
            error(
                "The API deployment for this resource does not exist.", code="DeploymentNotFound"
            ),
        ),
        (404, {"error": {"message": 'model "big" not found, try pulling it first'}}),
        (404, [{"error": {"code": 404, "message": "models/big is not found for API version v1"}}]),
        (400, {"object": "error", "message": "Invalid model: big", "type": "invalid_model"}),
        (400, error("big is not a valid model ID", code=400)),
        (400, error("Model Not Exist", type="invalid_request_error")),
        (404, error("The model `big` has been deprecated", code="model_not_found")),
        (400, error("The model `big` has been decommissioned", code="model_decommissioned")),
        (404, error("No endpoints found for big.", code=404)),
        (404, error("This is not a chat model and thus not supported in v1/chat/completions")),
    ],
)
def test_an_unknown_model(code: int, body: object) -> None:
    failure = status(code, body)
    assert type(failure) is errors.UnknownModel
    assert "“big”" in failure.message


@pytest.mark.parametrize(
    ("code", "body"),
    [
        (404, HTML.format("404 Not Found")),
        (404, "404 page not found"),
        (404, {"detail": "Not Found"}),
        (404, {"error": {"message": "Invalid URL (POST /chat/completions)"}}),
        (404, ""),
        (405, {"detail": "Method Not Allowed"}),
    ],
)
def test_a_wrong_address(code: int, body: object) -> None:
    assert type(status(code, body)) is errors.WrongAddress


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
    "body",
    [
        error("The response was filtered due to the prompt triggering content management policy"),
        error("", code="content_filter", innererror={"code": "ResponsibleAIPolicyViolation"}),
        error("Input data may contain inappropriate content.", code="data_inspection_failed"),
        error("Your request was flagged by moderation", code=403),
    ],
)
def test_a_content_filter(body: object) -> None:
    assert type(status(400, body)) is errors.Filtered


@pytest.mark.parametrize(
    "body",
    [
        error("registry.ollama.ai/library/big does not support tools"),
        error("No endpoints found that support tool use. Try disabling tools."),
        error("`tool calling` is not supported with this model"),
        error("Function calling is not enabled for models/big"),
        error('"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser'),
        error("big does not support Function Calling"),
        error("This model does not support tool use"),
    ],
)
@pytest.mark.parametrize("code", [400, 404])
def test_no_tools(code: int, body: object) -> None:
    assert type(status(code, body)) is errors.NoTools


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
