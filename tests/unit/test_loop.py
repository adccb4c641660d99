"""Work that outlives any page, and blocks."""

import asyncio
from threading import Barrier

from travelbot.service.loop import BackgroundLoop

AT_ONCE = 40
PATIENCE = 10.0


def test_what_blocks_keeps_nothing_else_waiting() -> None:
    all_there = Barrier(AT_ONCE, timeout=PATIENCE)

    async def blocking() -> None:
        await asyncio.to_thread(all_there.wait)

    loop = BackgroundLoop(threads=AT_ONCE)
    for work in [loop.submit(blocking()) for _ in range(AT_ONCE)]:
        assert work.result(PATIENCE) is None
    loop.close()
