"""The rows of the gazetteer while it is built."""

from math import log10
from typing import NamedTuple

from travelbot.data.gazetteer.folding import name_key
from travelbot.models.places import CountryFacts, Place


class Names(NamedTuple):
    """Spellings of one place, by how surely each means it."""

    sure: tuple[str, ...]
    """Its own name and reviewed ones."""
    likely: tuple[str, ...] = ()
    """Reviewed short or second names."""
    other: tuple[str, ...] = ()
    """Alternate names of GeoNames, whose language is unknown."""


class Record(NamedTuple):
    """A place with its score and the rank of each key that it is found by."""

    place: Place
    score: float
    """log10 of the population + 1.5 x fame."""
    ranks: dict[str, int]
    """Hundredths of a score."""
    city: str = ""
    """Id of the city that a sight belongs to."""


class CountryRecord(NamedTuple):
    """A country: the place and the facts about it."""

    record: Record
    facts: CountryFacts


LIKELY_PENALTY = 0.5
LATIN_PENALTY = 1.0
SHORT_LATIN_PENALTY = 2.0
OTHER_SCRIPT_PENALTY = 0.3
_SHORT = 4
_FAME_WEIGHT = 1.5


def score(population: int, alternate_names: int) -> float:
    """Score a settlement; fame is log10 of the number of its alternate names."""
    return log10(max(population, 1)) + _FAME_WEIGHT * log10(1 + alternate_names)


def record(place: Place, names: Names, points: float, city: str = "") -> Record:
    """Return the record of a place; each name costs what it may mislead."""
    best: dict[str, float] = {}
    for key, penalty in _penalties(names):
        best[key] = max(best.get(key, 0.0), points - penalty)
    ranks = {key: round(100 * rank) for key, rank in best.items() if key}
    return Record(place, points, ranks, city)


def _penalties(names: Names) -> list[tuple[str, float]]:
    sure = [(name_key(name), 0.0) for name in names.sure]
    likely = [(name_key(name), LIKELY_PENALTY) for name in names.likely]
    other = [(key, _other_penalty(key)) for key in map(name_key, names.other)]
    return sure + likely + other


def _other_penalty(key: str) -> float:
    if not key.isascii():
        return OTHER_SCRIPT_PENALTY
    return SHORT_LATIN_PENALTY if len(key) <= _SHORT else LATIN_PENALTY
