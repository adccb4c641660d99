"""Countries and regions that only say where the place before them is: "Paris, Texas"."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from travelbot.data.gazetteer.containment import lies_in
from travelbot.data.gazetteer.database import Match
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.models.places import Place

Abbreviated = Callable[[Collection[str]], dict[str, list[Place]]]
"""Looks up what regions and countries some short forms stand for."""

_MARKS = frozenset({"", ",", "(", "/"})
_IN = "in"
_CLOSE_RANK = 1.2
"""How far a region's rank may lie under that of a city of its name to qualify still."""
_WORDS = frozenset({"link", "closer", "english"})
_ABBREVIATION_RANK = 9.0
_LONGEST_ABBREVIATION = 5


def qualifies(text: Text, span: Span, whole: Span) -> bool:
    """Say whether `whole` follows at once and a place of `span` lies in it."""
    return _follows(text, span, whole) and bool(_inside(span, whole)[0])


def sure_pairs(text: Text, spans: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Return the names with a state or country of theirs right behind: "Paris Texas"."""
    known = list(spans)
    wholes: dict[int, list[Span]] = defaultdict(list)
    for span in known:
        if span.best.place.kind in ("country", "region"):
            wholes[span.first].append(span)
    return [
        (span, whole)
        for span in known
        for whole in wholes.get(span.last + 1, ())
        if span.how == "exact" and qualifies(text, span, whole)
    ]


def restricted(text: Text, spans: list[Span]) -> list[Span]:
    """Leave to each span the places that the region or country behind it allows.

    That region or country, having said only this, is dropped.
    """
    kept: list[Span] = []
    for span in reversed(spans):
        whole = kept[-1] if kept else None
        if whole is not None and _follows(text, span, whole):
            inside, around = _inside(span, whole)
            if inside:
                kept.pop()
                kept += [] if _is_mere_qualifier(around) else [whole._replace(matches=around)]
                span = span._replace(matches=inside)  # noqa: PLW2901
        kept.append(span)
    return kept[::-1]


def abbreviation_spans(text: Text, spans: list[Span], abbreviated: Abbreviated) -> list[Span]:
    """Return short forms behind names, such as the TX of "Paris, TX"."""
    after = {span.last + 1 for span in spans}
    indexes = [index for index in sorted(after) if _may_be_abbreviation(text, index)]
    found = abbreviated({text.key_at(index) for index in indexes})
    known = [_abbreviation(text, index, found) for index in indexes if text.key_at(index) in found]
    return [short for short in known if any(qualifies(text, span, short) for span in spans)]


def _may_be_abbreviation(text: Text, index: int) -> bool:
    token = text.token(index)
    if token is None or len(token.key) > _LONGEST_ABBREVIATION:
        return False
    if token.is_upper and text.has_case:
        return True
    is_small = token.gap == " " and not any(known.is_capital for known in text.tokens)
    classes = text.classes_at(index)
    is_word = bool(_WORDS & classes) or any(name.startswith("lang:") for name in classes)
    return not is_word and (is_small or token.gap.strip() in (",", "("))


def _abbreviation(text: Text, index: int, found: dict[str, list[Place]]) -> Span:
    token = text.tokens[index]
    matches = tuple(Match(place, _ABBREVIATION_RANK) for place in found[token.key])
    return Span(index, index, token.start, token.end, token.key, matches, "abbreviated")


def _follows(text: Text, span: Span, whole: Span) -> bool:
    if whole.first == span.last + 1:
        return text.tokens[whole.first].gap.strip() in _MARKS
    is_one_between = whole.first == span.last + 2
    return is_one_between and text.key_at(span.last + 1) == _IN


def _inside(span: Span, whole: Span) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    cities = [match.rank for match in whole.matches if match.place.kind == "city"]
    least = max(cities, default=0.0) - _CLOSE_RANK
    around = [m for m in whole.matches if m.rank >= least and m.place.kind != "airport"]
    inside = tuple(
        match for match in span.matches if any(lies_in(match.place, w.place) for w in around)
    )
    used = tuple(
        match for match in around if any(lies_in(part.place, match.place) for part in inside)
    )
    return inside, used


def _is_mere_qualifier(around: tuple[Match, ...]) -> bool:
    return any(match.place.kind in ("country", "region") for match in around)
