"""Stretches of a text that may name a place."""

from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from travelbot.data.gazetteer.database import Match
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.data.gazetteer.mentions.tokens import Token, Writing, joint
from travelbot.data.gazetteer.mentions.unspaced import longest_name, name_starts

Named = Callable[[Collection[str]], dict[str, list[Match]]]
"""Looks up what each of some keys names."""
How = Literal["exact", "inflected", "misspelt", "part", "abbreviated"]

_LONGEST_NAME = 7
_SHORTEST_PART = 2
_FUNCTION_WORDS = frozenset({"lang:en", "article", "link"})


class Span(NamedTuple):
    """Tokens `first` to `last` of a text, from `start` to `end`, and what they may name."""

    first: int
    last: int
    start: int
    end: int
    key: str
    matches: tuple[Match, ...]
    """The most likely first; never empty."""
    how: How = "exact"

    @property
    def length(self) -> int:
        """How many letters it covers."""
        return self.end - self.start

    @property
    def words(self) -> int:
        """How many tokens it covers."""
        return self.last - self.first + 1

    @property
    def best(self) -> Match:
        """The likeliest place."""
        return self.matches[0]

    def is_same_stretch(self, other: "Span") -> bool:
        """Say whether two spans cover the same letters."""
        return (self.start, self.end) == (other.start, other.end)


def ngrams(tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield first token, last token and key of each run of words that a name could be."""
    joints = [None, *(joint(before, token) for before, token in pairwise(tokens))]
    for first, token in enumerate(tokens):
        key = token.key
        yield first, first, key
        for last in range(first + 1, min(first + _LONGEST_NAME, len(tokens))):
            join = joints[last]
            if join is None:
                break
            key += join + tokens[last].key
            yield first, last, key


def exact_spans(text: Text, named: Named) -> list[Span]:
    """Return the runs of words that are a place's name."""
    runs = [run for run in ngrams(text.tokens) if _may_be_name(text, *run)]
    found = named({key for _, _, key in runs})
    return [
        Span(first, last, text.tokens[first].start, text.tokens[last].end, key, tuple(found[key]))
        for first, last, key in runs
        if key in found
    ]


def part_spans(text: Text, named: Named) -> list[Span]:
    """Return names inside runs of unspaced scripts and at the beginning of Korean words."""
    parts = [
        (index, start, length)
        for index, token in enumerate(text.tokens)
        for start, length in _parts(token)
    ]
    keys = {
        part: text.tokens[part[0]].text[part[1] : part[1] + part[2]].casefold() for part in parts
    }
    found = named(set(keys.values()))
    return [
        _part_span(text.tokens[part[0]], part, keys[part], found[keys[part]])
        for part in parts
        if keys[part] in found
    ]


def without_crossing(spans: list[Span]) -> list[Span]:
    """Drop guesses that share only some words with a likelier one before them."""
    kept: list[Span] = []
    for span in spans:
        if not any(_cross(span, other) for other in kept):
            kept.append(span)
    return kept


def _cross(span: Span, other: Span) -> bool:
    first, second = sorted((span, other), key=lambda one: (one.first, -one.last))
    return first.first < second.first <= first.last < second.last


def _may_be_name(text: Text, first: int, last: int, key: str) -> bool:
    if len(key) < _SHORTEST_PART:
        return False
    classes = text.classes_at(first)
    if "foreign" in classes and text.may_be_english and text.tokens[first].text.isascii():
        return False
    return first < last or not _FUNCTION_WORDS & classes or _is_code(text, first)


def _is_code(text: Text, index: int) -> bool:
    return text.has_case and text.tokens[index].is_upper


def _parts(token: Token) -> Iterator[tuple[int, int]]:
    size = len(token.text)
    if token.writing is Writing.SPACED or size < _SHORTEST_PART:
        return
    for start in name_starts(token):
        longest = min(size - start, longest_name(token.text[start]))
        for length in range(_SHORTEST_PART, longest + 1):
            if (start, length) != (0, size):
                yield start, length


def _part_span(token: Token, part: tuple[int, int, int], key: str, matches: list[Match]) -> Span:
    index, start, length = part
    begin = token.start + start
    return Span(index, index, begin, begin + length, key, tuple(matches), "part")
