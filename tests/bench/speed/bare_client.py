"""A reader of the bare page without a browser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import time

import httpx2

from tests.bench.speed.streamlit_client import Run


@dataclass(frozen=True)
class BareTab:
    """An open page."""

    client: httpx2.AsyncClient

    async def ask(self, prompt: str) -> Run:
        """Send a prompt and follow its reply to the end."""
        run = Run(time())
        async with self.client.stream("POST", "/chat", content=prompt) as answer:
            async for part in answer.aiter_raw():
                run.received += len(part)
                if b'"content"' in part:
                    run.last_text_at = time()
                    run.first_text_at = run.first_text_at or run.last_text_at
        run.ended_at = time()
        return run


@asynccontextmanager
async def bare_tab(url: str) -> AsyncIterator[BareTab]:
    """Open a page until the block ends."""
    async with httpx2.AsyncClient(base_url=url, timeout=None) as client:
        await client.get("/")
        yield BareTab(client)
