"""An event loop on a thread of its own, for work that outlives any page."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from threading import Thread
from typing import Any


class BackgroundLoop:
    """Runs coroutines until the process ends."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        Thread(target=self._loop.run_forever, name="travelbot-turns", daemon=True).start()

    def submit(self, work: Coroutine[Any, Any, None]) -> Future[None]:
        """Start `work`; the future tells when it is done."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)
