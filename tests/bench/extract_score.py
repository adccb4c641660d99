"""Score the extraction of places: `python -m tests.bench.extract_score FILE [GAZETTEER]`.

FILE has a JSON object a line: {"prompt", "expected": [{"name", "country", "lat", "lon", "kind"}]}.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer
from travelbot.data.gazetteer.extract import extract
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place

_TOLERANCE_KM = {"city": 30.0, "sight": 30.0, "airport": 30.0, "region": 150.0, "any": 150.0}
_POINTS = ("city", "sight", "airport")


class Expected(NamedTuple):
    """A place that a prompt means, as labelled."""

    name: str
    country: str
    lat: float
    lon: float
    kind: str


class Outcome(NamedTuple):
    """What the extraction made of one prompt."""

    prompt: str
    hits: int
    missing: list[Expected]
    wrong: list[Place]

    @property
    def is_right(self) -> bool:
        """Whether nothing is missing and nothing wrong."""
        return not self.missing and not self.wrong


class Score(NamedTuple):
    """Figures over all prompts, each from 0 to 1."""

    precision: float
    recall: float
    none_accuracy: float
    """Share of the prompts without a place that none was found in."""
    prompt_accuracy: float


def is_hit(place: Place, expected: Expected) -> bool:
    """Say whether a place is the one expected: kind, country and distance fit."""
    if expected.kind == "country" and place.kind == "country":
        return place.country == expected.country
    if not _kinds_fit(place.kind, expected.kind):
        return False
    if "" not in (place.country, expected.country) and place.country != expected.country:
        return False
    if name_key(place.name) == name_key(expected.name) and expected.kind == "region":
        return True
    tolerance = _TOLERANCE_KM.get(expected.kind, 0.0)
    away = distance_km(place.latitude, place.longitude, expected.lat, expected.lon)
    return away <= tolerance


def outcome(prompt: str, expected: list[Expected], gazetteer: Gazetteer) -> Outcome:
    """Compare what a prompt gives with what it should."""
    wrong: list[Place] = []
    missing = list(expected)
    for place in extract(prompt, gazetteer):
        hit = next((wanted for wanted in missing if is_hit(place, wanted)), None)
        if hit is None:
            wrong.append(place)
        else:
            missing.remove(hit)
    return Outcome(prompt, len(expected) - len(missing), missing, wrong)


def outcomes(file: Path, gazetteer: Gazetteer) -> list[Outcome]:
    """Compare every prompt of a file."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
    return [
        outcome(
            row["prompt"],
            [Expected(**{f: place[f] for f in Expected._fields}) for place in row["expected"]],
            gazetteer,
        )
        for row in rows
    ]


def score(results: list[Outcome]) -> Score:
    """Sum up."""
    hits = sum(result.hits for result in results)
    found = hits + sum(len(result.wrong) for result in results)
    wanted = hits + sum(len(result.missing) for result in results)
    empty = [result for result in results if not result.hits and not result.missing]
    return Score(
        precision=hits / max(found, 1),
        recall=hits / max(wanted, 1),
        none_accuracy=sum(result.is_right for result in empty) / max(len(empty), 1),
        prompt_accuracy=sum(result.is_right for result in results) / max(len(results), 1),
    )


def main() -> None:
    """Print each miss and the figures."""
    file = Path(sys.argv[1])
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else GAZETTEER_FILE
    results = outcomes(file, Gazetteer(path))
    for result in results:
        if not result.is_right:
            missing = [f"{p.name} ({p.kind} {p.country})" for p in result.missing]
            wrong = [f"{p.name} ({p.kind} {p.country})" for p in result.wrong]
            print(f"{result.prompt[:110]!r}: missing {missing}, wrong {wrong}")
    print(
        f"{len(results)} prompts: "
        + ", ".join(f"{k} {v:.3f}" for k, v in score(results)._asdict().items())
    )


def _kinds_fit(kind: str, expected: str) -> bool:
    if "any" in (kind, expected) or kind == expected:
        return True
    if kind == "country" or expected == "country":
        return False
    return kind in (*_POINTS, "region") and expected in ("region", *_POINTS)


if __name__ == "__main__":
    main()
