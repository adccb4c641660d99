"""The server's figures, without a browser."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.speed import day, load, memory, rerun, store_bench
from tests.bench.speed.goals import Figure
from tests.bench.speed.provider import providing


def measure(quick: bool) -> Iterator[Figure]:
    """Each part in a folder of its own; a quick run leaves out the slow ones."""
    parts = [rerun.measure, store_bench.measure]
    if not quick:
        parts += [memory.measure, day.measure]
    for part in parts:
        with TemporaryDirectory() as folder:
            yield from part(Path(folder))
    with TemporaryDirectory() as folder, providing() as provider:
        yield from load.measure(Path(folder), provider)
