"""Turns what the SDK raises into the errors that a reader may see."""

import json
import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import openai

from travelbot import errors
from travelbot.settings import Endpoint

LOG = logging.getLogger(__name__)

CONTEXT_OVERFLOW = re.compile(
    r"context.{0,20}(length|window|size|limit)|maximum.{0,30}tokens|too many tokens"
    r"|prompt is too long|input is too long|token limit|reduce the length",
    re.IGNORECASE,
)
"""Always a 400, without a code that providers agree on."""
WAIT_IN_WORDS = re.compile(
    r"(?:try again|retry|wait)\D{0,20}(?P<wait>\d+(?:\.\d+)?)\s*(?P<unit>ms|s)"
)


@contextmanager
def translated_errors(endpoint: Endpoint) -> Iterator[None]:
    """Raise ProviderError for whatever the SDK or the connection raises inside."""
    try:
        yield
    except (openai.OpenAIError, httpx2.HTTPError, json.JSONDecodeError) as error:
        LOG.warning("The provider failed: %s", _without_key(error, endpoint))
        raise translate(error, endpoint) from error


def _without_key(error: Exception, endpoint: Endpoint) -> str:
    """The traceback; some providers repeat the key in their message."""
    text = "".join(traceback.format_exception(error))
    key = endpoint.api_key.get_secret_value()
    return text.replace(key, "[key]").replace(repr(key)[1:-1], "[key]") if key else text


def translate(error: Exception, endpoint: Endpoint) -> errors.ProviderError:
    """The reader's error for an SDK exception."""
    if isinstance(error, openai.APIStatusError):
        return _translate_status(error, endpoint)
    if isinstance(error.__cause__, httpx2.RemoteProtocolError | httpx2.ReadError):
        return errors.CutOff("The connection broke in the middle of the reply: press Retry.")
    if isinstance(error, openai.APIConnectionError):
        host = httpx2.URL(endpoint.base_url).host
        return errors.NoConnection(
            f"{host} can't be reached or doesn't answer: check the connection, then press Retry."
        )
    if isinstance(error, openai.APIError):
        return _translate_text(f"{error.message} {error.body}")
    return errors.CutOff("The reply came damaged: press Retry.")


def _translate_status(error: openai.APIStatusError, endpoint: Endpoint) -> errors.ProviderError:
    text = f"{error.message} {error.body}"
    match error.status_code:
        case 401 | 403:
            return errors.WrongKey(
                "The provider doesn't accept the API key: enter another one under Model."
            )
        case 404:
            return errors.UnknownModel(
                f"The provider has no model “{endpoint.model}”: choose another one under Model."
            )
        case 429:
            return errors.RateLimited(_wait(error.response.headers, text))
        case _:
            return _translate_text(text)


def _translate_text(text: str) -> errors.ProviderError:
    if CONTEXT_OVERFLOW.search(text):
        return errors.ContextTooLong(
            "This conversation is too long for the model: start a new one, or choose a model "
            "with a larger context."
        )
    if re.search(r"model.{0,40}(not found|does not exist|not exist)", text, re.IGNORECASE):
        return errors.UnknownModel(
            "The provider doesn't know this model: choose another one under Model."
        )
    if re.search(r"rate.?limit|too many requests|quota", text, re.IGNORECASE):
        return errors.RateLimited(_wait({}, text))
    return errors.ProviderError(
        "The model's provider failed: press Retry, and choose another model if it stays so."
    )


def _wait(headers: Any, text: str) -> float | None:
    """Seconds to wait, from the headers or from words such as 'try again in 1.5s'."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return float(headers.get(name, "")) * unit
        except ValueError:
            continue
    if found := WAIT_IN_WORDS.search(text):
        return float(found["wait"]) * (0.001 if found["unit"] == "ms" else 1.0)
    return None
