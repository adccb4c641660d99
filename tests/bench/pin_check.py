"""Measure the check of pins: `python -m tests.bench.pin_check [FILE] [--misses]`.

FILE has a true pin a line: {"label", "city", "latitude", "longitude", "kind"}. Each is checked as
it is and corrupted, with and without the city that a model may give.
"""

import json
import sys
from collections.abc import Callable, Iterator
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.service.grounding import Pin, PinCheck
from travelbot.service.grounding.positions import Position

PINS = Path(__file__).parents[1] / "integration" / "places" / "data" / "pins.jsonl"
RIGHT_KM = {"natural": 60.0, "region": 600.0, "country": 1500.0}
"""How far from the label's point a placed pin may stand and be right; other kinds 16 km."""
DEGREE_KM = 111.2
AREAS = ("natural", "region", "country")
POINTS = ("city", "sight", "unknown_sight", "airport")


class LabelledPin(NamedTuple):
    """A labelled pin."""

    label: str
    city: str
    position: Position
    kind: str


class Corruption(NamedTuple):
    """A way to get a pin wrong, for the kinds where it makes a difference."""

    name: str
    kinds: tuple[str, ...]
    positions: Callable[[LabelledPin, list[LabelledPin]], Iterator[Position]]


def read(file: Path) -> list[LabelledPin]:
    """All labelled pins of a file."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
    return [
        LabelledPin(r["label"], r["city"], Position(r["latitude"], r["longitude"]), r["kind"])
        for r in rows
    ]


def _as_is(pin: LabelledPin, _: list[LabelledPin]) -> Iterator[Position]:
    yield pin.position


def _swapped(pin: LabelledPin, _: list[LabelledPin]) -> Iterator[Position]:
    yield from _if_elsewhere(pin, Position(pin.position.longitude, pin.position.latitude))


def _sign_lost(pin: LabelledPin, _: list[LabelledPin]) -> Iterator[Position]:
    latitude, longitude = pin.position
    yield from _if_elsewhere(pin, Position(-latitude, longitude))
    yield from _if_elsewhere(pin, Position(latitude, -longitude))


def _other_city(pin: LabelledPin, pins: list[LabelledPin]) -> Iterator[Position]:
    index = pins.index(pin)
    for step in (7, 31, 67):
        other = pins[(index + step) % len(pins)]
        if other.kind == "city":
            yield from _if_elsewhere(pin, other.position)


def _off(pin: LabelledPin, _: list[LabelledPin]) -> Iterator[Position]:
    latitude, longitude = pin.position
    north, east = 50 / DEGREE_KM, 50 / (DEGREE_KM * cos(radians(latitude)))
    for up, right in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        yield Position(latitude + up * north, longitude + right * east)


def _if_elsewhere(pin: LabelledPin, position: Position) -> Iterator[Position]:
    """A corrupted position, unless it happens to be about the true one."""
    if abs(position.latitude) > 90 or _away(pin, position) > 2 * _right_km(pin):
        yield position


CORRUPTIONS = (
    Corruption("as labelled", (*POINTS, *AREAS), _as_is),
    Corruption("swapped", (*POINTS, *AREAS), _swapped),
    Corruption("sign lost", (*POINTS, *AREAS), _sign_lost),
    Corruption("another city's", (*POINTS, *AREAS), _other_city),
    Corruption("50 km off", POINTS, _off),
)


def outcome(check: PinCheck, pin: LabelledPin, position: Position, city: str) -> str:
    """ "right", "wrong" or "refused"."""
    marker = check.judge(Pin(pin.label, position, city)).marker
    if marker is None:
        return "refused"
    placed = Position(marker.latitude, marker.longitude)
    return "right" if _away(pin, placed) <= _right_km(pin) else "wrong"


def _right_km(pin: LabelledPin) -> float:
    return RIGHT_KM.get(pin.kind, 16.0)


def _away(pin: LabelledPin, position: Position) -> float:
    return distance_km(*pin.position, *position)


def measure(
    check: PinCheck, pins: list[LabelledPin], corruption: Corruption, *, with_city: bool
) -> list[tuple[LabelledPin, Position, str]]:
    """What became of each corrupted pin."""
    return [
        (pin, position, outcome(check, pin, position, pin.city if with_city else ""))
        for pin in pins
        if pin.kind in corruption.kinds
        for position in corruption.positions(pin, pins)
    ]


def share(results: list[tuple[LabelledPin, Position, str]], *good: str) -> float:
    """Share of the outcomes that are good."""
    return sum(result in good for _, _, result in results) / max(len(results), 1)


def main() -> None:
    """Print the figures, and the misses if asked."""
    files = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]
    pins, check = read(files[0] if files else PINS), PinCheck(Gazetteer(GAZETTEER_FILE))
    print(f"{len(pins)} labelled pins")
    for with_city in (True, False):
        print("with the model's city" if with_city else "label alone")
        for corruption in CORRUPTIONS:
            good = ("right",) if corruption is CORRUPTIONS[0] else ("right", "refused")
            results = measure(check, pins, corruption, with_city=with_city)
            known = [r for r in results if r[0].kind != "unknown_sight"]
            print(
                f"  {corruption.name:<16}{len(results):>5}  {share(results, *good):7.1%}   "
                f"of known kinds {share(known, *good):7.1%}"
            )
            if "--misses" in sys.argv:
                for pin, position, result in results:
                    if result not in good:
                        print(f"      {result}: {pin.label} | {pin.city} | {pin.kind} {position}")


if __name__ == "__main__":
    main()
