"""Measure the gazetteer: `python -m tests.bench.gazetteer [FILE]`.

Prints times in milliseconds and memory in megabytes beside their targets.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer, extract

EXACT = ("Tokyo", "Paris", "Москва", "Valencia", "San Jose", "東京", "Reykjavík", "Kuala Lumpur")
MISSPELT = ("Copenhagn", "Marakech", "Buenos Aries", "Reykjavk", "Los Angelos", "Istnabul", "Viena")
PROMPTS = (
    "Vienna, Bratislava and Budapest in a week",
    "Copenhagn bike tour",
    "What should I pack for a winter trip?",
    "LHR to JFK, then a week around Boston and Cape Cod with the kids",
    "東京で3日間の旅行プラン",
)
LONG = ". ".join(PROMPTS[:4] * 30)[:4_000]
POINTS = ((48.86, 2.35), (0.0, -30.0), (-16.8, 179.9), (89.0, 10.0), (35.7, 139.7))


def memory_mb() -> float:
    """Resident memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def times_ms(run: Callable[[str], object], inputs: tuple[str, ...], rounds: int) -> list[float]:
    """Times of each run over the inputs."""
    found = []
    for text in inputs * rounds:
        start = time.perf_counter()
        run(text)
        found.append((time.perf_counter() - start) * 1e3)
    return found


def report(name: str, times: list[float], target_ms: float) -> None:
    """Print median and 95th percentile."""
    cuts = quantiles(times, n=20)
    print(f"{name:<28} median {cuts[9]:7.2f}  p95 {cuts[18]:7.2f}  target {target_ms:5.0f} ms")


def main() -> None:
    """Run all measurements."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else GAZETTEER_FILE
    before = memory_mb()
    start = time.perf_counter()
    gazetteer = Gazetteer(path)
    gazetteer.get("country:JP")
    print(f"open and first look-up {(time.perf_counter() - start) * 1e3:.1f} ms, target 20 ms")
    report("exact look-up by key", times_ms(gazetteer.get, ("city:1850147",), 200), 1)
    report("search, exact", times_ms(lambda t: gazetteer.search(t, limit=1), EXACT, 50), 1)
    report("search, misspelt", times_ms(gazetteer.search, MISSPELT, 30), 25)
    nearby = [
        time_near(gazetteer, latitude, longitude)
        for latitude, longitude in POINTS
        for _ in range(10)
    ]
    report("near, 10 places", nearby, 10)
    report("extract, short prompt", times_ms(lambda t: extract(t, gazetteer), PROMPTS, 40), 20)
    report("extract, 4,000 characters", times_ms(lambda t: extract(t, gazetteer), (LONG,), 20), 100)
    print(f"memory added {memory_mb() - before:.1f} MB, target 40 MB")
    print(f"file {path.stat().st_size / 1e6:.1f} MB, target 25 MB")


def time_near(gazetteer: Gazetteer, latitude: float, longitude: float) -> float:
    """Time of one search around a point, in milliseconds."""
    start = time.perf_counter()
    gazetteer.near(latitude, longitude, 10)
    return (time.perf_counter() - start) * 1e3


if __name__ == "__main__":
    main()
