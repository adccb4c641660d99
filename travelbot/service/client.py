"""The model behind the openai SDK: a provider over the network, or the built-in guide."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Protocol, cast

import httpx2
from openai import AsyncOpenAI, AsyncStream

from travelbot.service.provider_errors import translated_errors
from travelbot.settings import Endpoint

CONNECT_TIMEOUT = 10.0
"""Seconds."""

WireMessage = dict[str, Any]
Chunk = dict[str, Any]


class ChatModel(Protocol):
    """Anything that answers a conversation with a stream of chat completion chunks."""

    def stream(
        self, messages: Sequence[WireMessage], tools: Sequence[dict[str, Any]]
    ) -> AsyncIterator[Chunk]:
        """The answer's chunks as JSON; raises ProviderError."""
        ...


class OpenAIModel:
    """A model at an OpenAI-compatible endpoint.

    Chunks stay plain JSON: the SDK's objects cost four times the CPU per token, and fail on
    what some providers send.
    """

    def __init__(self, endpoint: Endpoint, http: httpx2.AsyncClient) -> None:
        self._endpoint = endpoint
        self._client = AsyncOpenAI(
            api_key=endpoint.api_key.get_secret_value() or "none",
            base_url=endpoint.base_url,
            http_client=http,
            max_retries=0,
        )

    async def stream(
        self, messages: Sequence[WireMessage], tools: Sequence[dict[str, Any]]
    ) -> AsyncIterator[Chunk]:
        """The answer's chunks as JSON; raises ProviderError."""
        body = {"model": self._endpoint.model, "messages": messages, "tools": tools, "stream": True}
        with translated_errors(self._endpoint):
            stream = await self._client.post(
                "/chat/completions",
                body=body,
                cast_to=object,
                stream=True,
                stream_cls=AsyncStream[object],
            )
            async with stream:
                async for chunk in stream:
                    if isinstance(chunk, dict):
                        yield cast("Chunk", chunk)


def network_client(
    timeout: float, transport: httpx2.AsyncBaseTransport | None = None
) -> httpx2.AsyncClient:
    """The connections that all providers share; `timeout` is in seconds of silence."""
    return httpx2.AsyncClient(
        transport=transport,
        timeout=httpx2.Timeout(timeout, connect=min(timeout, CONNECT_TIMEOUT)),
        follow_redirects=True,
    )
