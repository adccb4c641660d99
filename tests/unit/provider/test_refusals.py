"""What providers refuse, each in its words and shapes, and what the reader is told."""

import pytest

from tests.unit.provider.failing import HTML, error, status
from travelbot import errors


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
