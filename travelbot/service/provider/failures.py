"""Turns what the SDK, the connection or the stream raises into errors that a reader may see."""

import logging
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx2
import openai

from travelbot import errors
from travelbot.service.provider.event_stream import DamagedStream, StreamError
from travelbot.service.provider.meanings import meaning_of
from travelbot.service.provider.waits import wait_of
from travelbot.service.provider.words import code_of, words_of
from travelbot.settings import Endpoint

LOG = logging.getLogger(__name__)

FAILURES = (openai.OpenAIError, httpx2.HTTPError, StreamError, DamagedStream, TimeoutError)
BUSY = (429, 503, 529)
BY_STATUS: dict[int, type[errors.ProviderError]] = {
    401: errors.WrongKey,
    402: errors.OutOfCredit,
    405: errors.WrongAddress,
    413: errors.ContextTooLong,
}
WITHOUT_MEANING: dict[int, type[errors.ProviderError]] = {
    403: errors.Refused,
    404: errors.WrongAddress,
}
"""What a status says where the words say nothing."""


@contextmanager
def translated_errors(endpoint: Endpoint) -> Iterator[None]:
    """Raise ProviderError for whatever goes wrong inside."""
    try:
        yield
    except FAILURES as error:
        LOG.warning("The provider failed: %s", _without_key(error, endpoint))
        raise translate(error, endpoint) from error


def translate(error: Exception, endpoint: Endpoint) -> errors.ProviderError:
    """The reader's error for what was raised."""
    match error:
        case openai.APIStatusError(status_code=status):
            response = error.response
            return _of_status(status, words_of(response.text), response.headers, endpoint)
        case StreamError(body=body):
            return _of_status(code_of(body), words_of(body), {}, endpoint)
        case DamagedStream(text=text) if text.lstrip().startswith("<"):
            return errors.WrongAddress()
        case DamagedStream():
            return errors.CutOff("The reply came damaged: press Retry.")
        case httpx2.RemoteProtocolError() | httpx2.ReadError() | httpx2.DecodingError():
            return errors.CutOff()
        case _:
            return errors.NoConnection(
                f"{endpoint.provider} can't be reached or doesn't answer: check the connection, "
                "then press Retry."
            )


def _of_status(
    status: int, text: str, headers: Mapping[str, str], endpoint: Endpoint
) -> errors.ProviderError:
    match _kind(status, text):
        case errors.RateLimited:
            return errors.RateLimited(wait_of(headers, text))
        case errors.UnknownModel:
            return errors.UnknownModel(
                f"The provider has no chat model “{endpoint.model}”: "
                "choose another one under Model."
            )
        case kind:
            return kind()


def _kind(status: int, text: str) -> type[errors.ProviderError]:
    kind = meaning_of(text)
    if status in BUSY and kind not in (errors.OutOfCredit, errors.ContextTooLong):
        return errors.RateLimited
    if kind is errors.ProviderError:
        kind = WITHOUT_MEANING.get(status, kind)
    return BY_STATUS.get(status, kind)


def _without_key(error: Exception, endpoint: Endpoint) -> str:
    """The traceback; some providers repeat the key in their message."""
    text = "".join(traceback.format_exception(error))
    key = endpoint.api_key.get_secret_value()
    return text.replace(key, "[key]").replace(repr(key)[1:-1], "[key]") if key else text
