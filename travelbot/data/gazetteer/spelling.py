"""Guessing the name that a misspelling means."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

_EDITS = ((5, 0), (7, 1), (11, 2))
_MOST_EDITS = 3


def allowed_edits(key: str) -> int:
    """Return how many letters a misspelling of this length may have wrong: 0 to 3."""
    return next((edits for length, edits in _EDITS if len(key) < length), _MOST_EDITS)


class Speller:
    """The well-known names, read when the first misspelling comes."""

    def __init__(self, load: Callable[[], Iterable[str]]) -> None:
        """Take what returns the names."""
        self._load = load

    def closest(self, key: str, limit: int, *, same_initial: bool = False) -> list[tuple[str, int]]:
        """Return the names within the allowed edits, nearest first, and how many edits they take.

        A swap of neighbouring letters is one edit. `same_initial` skips names that begin otherwise.
        """
        edits = allowed_edits(key)
        if not edits:
            return []
        lengths = range(len(key) - edits, len(key) + edits + 1)
        names = [
            name
            for initial in (key[0] if same_initial else self._initials)
            for length in lengths
            for name in self._by_shape.get((initial, length), ())
        ]
        found = process.extract(key, names, scorer=OSA.distance, score_cutoff=edits, limit=limit)
        return [(name, int(distance)) for name, distance, _ in found]

    @cached_property
    def _by_shape(self) -> dict[tuple[str, int], list[str]]:
        names: dict[tuple[str, int], list[str]] = defaultdict(list)
        for name in self._load():
            names[name[0], len(name)].append(name)
        return dict(names)

    @cached_property
    def _initials(self) -> list[str]:
        return sorted({initial for initial, _ in self._by_shape})
