"""Measure the app beside its goals and its peers: `python -m tests.bench.speed [--quick]`."""

import argparse

from tests.bench.speed import browser, server
from tests.bench.speed.goals import table

PARTS = {"browser": browser.measure, "server": server.measure}


def main() -> None:
    """Run all measurements and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each once, and no long replies")
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    given = parser.parse_args()
    parts = [PARTS[given.only]] if given.only else PARTS.values()
    print(table([figure for measure in parts for figure in measure(quick=given.quick)]))


if __name__ == "__main__":
    main()
