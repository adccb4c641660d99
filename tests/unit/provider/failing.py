"""Failures of providers as the SDK raises them."""

import json
from typing import Any

import httpx2
import openai

from travelbot import errors
from travelbot.service.provider.failures import translate
from travelbot.settings import Endpoint

ENDPOINT = Endpoint(base_url="https://api.example.com/v1", model="big")
REQUEST = httpx2.Request("POST", "https://api.example.com/v1/chat/completions")
HTML = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center>nginx</body></html>"


def status(code: int, body: object, headers: dict[str, str] | None = None) -> errors.ProviderError:
    """What the reader is told after a response with this status and body."""
    text = body if isinstance(body, str) else json.dumps(body)
    response = httpx2.Response(code, headers=headers, request=REQUEST, text=text)
    return translate(openai.APIStatusError(text, response=response, body=body), ENDPOINT)


def error(message: str, **fields: Any) -> dict[str, Any]:
    """An error as OpenAI words it."""
    return {"error": {"message": message, **fields}}
