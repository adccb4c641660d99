"""Measure the app beside its goals and its peers: `python -m tests.bench.speed [--quick]`."""

import argparse
import sys

from tests.bench.speed import browser, server
from tests.bench.speed.goals import Figure
from tests.bench.speed.table import table

PARTS = {"browser": browser.measure, "server": server.measure}


def main() -> None:
    """Run all measurements: each figure as it comes to stderr, and the table to stdout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each once, and no long replies")
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    given = parser.parse_args()
    parts = [PARTS[given.only]] if given.only else PARTS.values()
    figures: list[Figure] = []
    for measure in parts:
        for figure in measure(quick=given.quick):
            print(figure, file=sys.stderr, flush=True)
            figures.append(figure)
    print(table(figures))


if __name__ == "__main__":
    main()
