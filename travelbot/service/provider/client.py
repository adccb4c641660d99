"""The model behind the openai SDK: a provider over the network, or the built-in guide."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol, cast

import httpx2
from openai import AsyncOpenAI

from travelbot.service.provider.event_stream import Chunk, EventStream
from travelbot.service.provider.failures import translated_errors
from travelbot.service.provider.history import WireMessage
from travelbot.service.provider.waits import wait_of
from travelbot.settings import Endpoint

CONNECT_TIMEOUT = 10.0
"""Seconds."""
RETRIES = 2
"""Before the first byte, with the SDK's pauses of about 0.5 and 1 s."""
LONGEST_RETRY_WAIT = 3.0
"""Seconds that a provider may ask to wait; for a longer time the reader is asked instead."""
COUNTS_ON_REQUEST = (".openai.com", ".openai.azure.com")
"""Who sends the usage only when it is asked for; others may refuse to be asked."""


class ChatModel(Protocol):
    """Anything that answers a conversation with a stream of chat completion chunks."""

    @property
    def provider(self) -> str:
        """Names who answers."""
        ...

    def stream(
        self, messages: Sequence[WireMessage], tools: Sequence[dict[str, Any]]
    ) -> AsyncGenerator[Chunk, None]:
        """The answer's chunks as JSON; raises ProviderError."""
        ...


class OpenAIModel:
    """A model at an OpenAI-compatible endpoint.

    The SDK asks and retries, but the stream is read here: the SDK passes over errors in it,
    and its objects cost four times the CPU per token.
    """

    def __init__(self, endpoint: Endpoint, http: httpx2.AsyncClient) -> None:
        self._endpoint = endpoint
        self._patience = http.timeout.read
        self._client = AsyncOpenAI(
            api_key=endpoint.api_key.get_secret_value() or "none",
            base_url=endpoint.base_url,
            http_client=http,
            max_retries=RETRIES,
        )

    @property
    def provider(self) -> str:
        """Names who answers."""
        return self._endpoint.provider

    async def stream(
        self, messages: Sequence[WireMessage], tools: Sequence[dict[str, Any]]
    ) -> AsyncGenerator[Chunk, None]:
        """The answer's chunks as JSON; raises ProviderError."""
        events = EventStream()
        with translated_errors(self._endpoint):
            async with self._response(messages, tools) as response:
                async for data in response.aiter_bytes():
                    for chunk in events.feed(data):
                        yield chunk
                    if events.done:
                        return
            for chunk in events.close():
                yield chunk

    @asynccontextmanager
    async def _response(
        self, messages: Sequence[WireMessage], tools: Sequence[dict[str, Any]]
    ) -> AsyncIterator[httpx2.Response]:
        """The response as soon as its head is there, for which all tries have the same time."""
        asking = self._client.chat.completions.with_streaming_response.create(
            model=self._endpoint.model,
            messages=cast("Any", messages),
            stream=True,
            extra_body=self._options(tools),
        )
        async with asyncio.timeout(self._patience) as patience, asking as response:
            patience.reschedule(None)
            yield response.http_response

    def _options(self, tools: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """As few as possible: some servers refuse what they don't know."""
        options: dict[str, Any] = {"tools": tools} if tools else {}
        if f".{self.provider}".endswith(COUNTS_ON_REQUEST):
            options["stream_options"] = {"include_usage": True}
        return options


def network_client(
    timeout: float, transport: httpx2.AsyncBaseTransport | None = None
) -> httpx2.AsyncClient:
    """The connections that all providers share; `timeout` is in seconds of silence."""
    return httpx2.AsyncClient(
        transport=transport,
        timeout=httpx2.Timeout(timeout, connect=min(timeout, CONNECT_TIMEOUT)),
        follow_redirects=True,
        event_hooks={"response": [_leave_long_waits]},
    )


async def _leave_long_waits(response: httpx2.Response) -> None:
    """Keep the SDK from waiting in silence: its own header says that it shan't retry."""
    if response.is_error:
        await response.aread()
        wait = wait_of(response.headers, response.text)
        if wait is not None and wait > LONGEST_RETRY_WAIT:
            response.headers["x-should-retry"] = "false"
