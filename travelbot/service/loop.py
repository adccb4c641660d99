"""An event loop on a thread of its own, for work that outlives any page."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import Any


class BackgroundLoop:
    """Runs coroutines until it is closed or the process ends, and what blocks on `threads`."""

    def __init__(self, threads: int) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.set_default_executor(ThreadPoolExecutor(threads, "travelbot-work"))
        self._thread = Thread(target=self._loop.run_forever, name="travelbot-turns", daemon=True)
        self._thread.start()

    def submit(self, work: Coroutine[Any, Any, None]) -> Future[None]:
        """Start `work`; the future tells when it is done."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def close(self) -> None:
        """End the thread; what still runs is abandoned."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
