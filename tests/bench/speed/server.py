"""The server's figures, without a browser."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.speed import day, load, memory, rerun, store_bench
from tests.bench.speed.goals import Figure
from tests.bench.speed.provider import providing


def measure(quick: bool) -> list[Figure]:
    """Each part in a folder of its own; a quick run leaves out the slow ones."""
    parts = [rerun.measure, store_bench.measure]
    if not quick:
        parts += [memory.measure, day.measure]
    figures: list[Figure] = []
    for part in parts:
        with TemporaryDirectory() as folder:
            figures += part(Path(folder))
    with TemporaryDirectory() as folder, providing() as provider:
        figures += load.measure(Path(folder), provider)
    return figures
