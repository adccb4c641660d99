from typing import Any

import httpx2
import openai
import pytest

from travelbot import errors
from travelbot.service.provider.event_stream import StreamError
from travelbot.service.provider.failures import translate
from travelbot.settings import Endpoint

ENDPOINT = Endpoint(base_url="https://api.example.com/v1", model="big")
REQUEST = httpx2.Request("POST", "https://api.example.com/v1/chat/completions")


def status(code: int, message: str, headers: dict[str, str] | None = None) -> openai.APIStatusError:
    response = httpx2.Response(code, headers=headers, request=REQUEST)
    return openai.APIStatusError(message, response=response, body={"message": message})


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (status(401, "bad key sk-123"), errors.WrongKey, "enter another one"),
        (status(403, "forbidden"), errors.WrongKey, "enter another one"),
        (status(404, "model_not_found"), errors.UnknownModel, "“big”"),
        (status(429, "slow down"), errors.RateLimited, "wait a little"),
        (status(429, "", {"retry-after": "7"}), errors.RateLimited, "wait 7 s"),
        (status(429, "", {"retry-after-ms": "2600"}), errors.RateLimited, "wait 3 s"),
        (status(429, "Please try again in 12.4s."), errors.RateLimited, "wait 13 s"),
        (status(429, "Please try again in 900ms."), errors.RateLimited, "wait 1 s"),
        (status(400, "maximum context length is 8192"), errors.ContextTooLong, "too long"),
        (status(400, "The prompt is too long: 9 tokens"), errors.ContextTooLong, "too long"),
        (status(400, "the model x does not exist"), errors.UnknownModel, "another one"),
        (status(500, "boom"), errors.ProviderError, "press Retry"),
        (openai.APIConnectionError(request=REQUEST), errors.NoConnection, "api.example.com"),
        (openai.APITimeoutError(request=REQUEST), errors.NoConnection, "api.example.com"),
        (StreamError({"message": "rate limit"}), errors.RateLimited, "wait"),
        (httpx2.RemoteProtocolError("peer closed"), errors.CutOff, "press Retry"),
    ],
)
def test_each_failure_says_what_to_do(error: Any, kind: type, words: str) -> None:
    translated = translate(error, ENDPOINT)
    assert type(translated) is kind
    assert words in translated.message
    assert "sk-123" not in translated.message
    assert translated.message.count(".") + translated.message.count("?") <= 3
