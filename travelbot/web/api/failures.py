"""What can't be done, in one shape: a status, a code for programs, a sentence for readers."""

from collections.abc import Mapping
from http import HTTPStatus
from math import ceil
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from travelbot import errors
from travelbot.web.api.answers import Error, ErrorAnswer

LIMITED = 429
STATUSES: Mapping[type[Exception], int] = {
    errors.BadPrompt: 422,
    errors.BadTitle: 422,
    errors.BadEventId: 422,
    errors.NothingToExport: 422,
    errors.NotFound: 404,
    errors.TurnRunning: 409,
    errors.TurnGone: 409,
    errors.LimitReached: LIMITED,
    errors.ProviderError: 502,
    errors.StoreError: 503,
}
REASONS = {
    404: "The conversation does not exist for you, or has nothing of that kind yet.",
    409: "A reply is being written, or the one that shall be resumed is gone.",
    422: "What was sent can't be used as it is.",
    LIMITED: "A limit of the host; `Retry-After` says how many seconds to wait.",
    502: "The model's provider can't be used.",
    503: "The conversations' file can't be used.",
}
SECONDS = {"schema": {"type": "integer", "minimum": 1}, "description": "seconds to wait"}
CONVERSATION = {"schema": {"type": "string"}, "description": "the conversation's id"}


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a route about a conversation may answer besides its success, for OpenAPI."""
    return {200: {"headers": {"X-Conversation": CONVERSATION}}, **failing(*statuses)}


def failing(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The failures that a route may answer with, for OpenAPI."""
    answers: dict[int | str, dict[str, Any]] = {
        status: {"model": ErrorAnswer, "description": REASONS[status]} for status in statuses
    }
    if LIMITED in answers:
        answers[LIMITED]["headers"] = {"Retry-After": SECONDS}
    return answers


def install(api: FastAPI) -> None:
    """Answer every failure in this shape."""
    api.exception_handler(errors.TravelbotError)(_refused)
    api.exception_handler(RequestValidationError)(_invalid)
    api.exception_handler(HTTPException)(_not_served)
    api.exception_handler(Exception)(_broken)


def _refused(_: Request, error: errors.TravelbotError) -> JSONResponse:
    status = next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), 500)
    headers = {}
    if isinstance(error, errors.LimitReached):
        headers["Retry-After"] = str(max(1, ceil(error.wait.total_seconds())))
    return _answer(status, error.code, error.message, headers)


def _invalid(_: Request, error: RequestValidationError) -> JSONResponse:
    faults = (f"{fault['loc'][-1]}: {fault['msg']}" for fault in error.errors())
    return _answer(422, "bad_request", "; ".join(faults))


def _not_served(_: Request, error: HTTPException) -> JSONResponse:
    reason = HTTPStatus(error.status_code).phrase
    code = reason.lower().replace(" ", "_")
    return _answer(error.status_code, code, f"{reason}: see /docs.", error.headers)


def _broken(_: Request, __: Exception) -> JSONResponse:
    return _answer(500, "internal", "Something went wrong here: try again.")


def _answer(
    status: int, code: str, message: str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    body = ErrorAnswer(error=Error(code=code, message=message))
    return JSONResponse(body.model_dump(), status, headers)
