"""The server's figures, without a browser."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.speed import day, load, memory, rerun, store_bench
from tests.bench.speed.goals import Figure
from tests.bench.speed.provider import providing


def measure(quick: bool) -> Iterator[Figure]:
    """Each part in a folder of its own; a quick run leaves out the slow ones."""
    for part in (rerun.measure, store_bench.measure):
        with TemporaryDirectory() as folder:
            yield from part(Path(folder))
    if not quick:
        yield from _memory()
    with TemporaryDirectory() as folder, providing() as provider:
        yield from load.measure(Path(folder), provider)


def _memory() -> Iterator[Figure]:
    """Two parts at once, for no time is taken; the day in a process of its own."""
    with (
        TemporaryDirectory() as folder,
        TemporaryDirectory() as days_folder,
        ProcessPoolExecutor(1, get_context("spawn")) as beside,
    ):
        living = beside.submit(day.measure, Path(days_folder))
        yield from memory.measure(Path(folder))
        yield living.result()
