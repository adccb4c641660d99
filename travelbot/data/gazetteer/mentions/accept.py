"""Which stretches of a text mean places, each supported by itself or by its neighbours."""

from collections.abc import Iterable

from travelbot.data.gazetteer.containment import lies_in
from travelbot.data.gazetteer.mentions.context import is_joined
from travelbot.data.gazetteer.mentions.evidence import Support, is_supported
from travelbot.data.gazetteer.mentions.people import means_person
from travelbot.data.gazetteer.mentions.qualifiers import qualifies, sure_pairs
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.data.gazetteer.mentions.things import means_thing

_MOST_ROUNDS = 4
_FAMOUS_RANK = 7.0
"""Rank from which a name is a well-known place's, even if people have it too."""
_NEAR = 10
"""Tokens from first to first within which places can support one another."""


def accepted(text: Text, spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that mean places, in order and without overlaps, longest names first."""
    known = list(spans)
    sure = {span for pair in sure_pairs(text, known) for span in pair}
    famous = {span.first for span in known if span.best.rank >= _FAMOUS_RANK}
    open_spans = [
        span
        for span in known
        if span in sure or not (means_person(text, span, famous) or means_thing(text, span))
    ]
    found: list[Span] = []
    for _ in range(_MOST_ROUNDS):
        more = [
            span for span in open_spans if is_supported(text, span, _support(text, span, found))
        ]
        if not more:
            break
        found += _longest(more)
        covered = _letters(found)
        open_spans = [span for span in open_spans if covered.isdisjoint(_letters([span]))]
    return sorted(found, key=lambda span: span.start)


def _longest(spans: list[Span]) -> list[Span]:
    chosen: list[Span] = []
    covered: set[int] = set()
    for span in sorted(spans, key=_preference):
        letters = _letters([span])
        if covered.isdisjoint(letters):
            chosen.append(span)
            covered |= letters
    return chosen


def _preference(span: Span) -> tuple[int, bool, float, int]:
    return -span.length, span.how == "misspelt", -span.best.rank, span.start


def _letters(spans: Iterable[Span]) -> set[int]:
    return {position for span in spans for position in range(span.start, span.end)}


def _support(text: Text, span: Span, found: list[Span]) -> Support:
    near = [other for other in found if abs(other.first - span.first) <= _NEAR]
    is_whole = span.best.place.kind in ("country", "region")
    return Support(
        is_qualified=any(qualifies(text, span, other) for other in near),
        is_joined=any(_is_listed(text, span, other) for other in near),
        is_confirmed=is_whole and any(lies_in(o.best.place, span.best.place) for o in found),
    )


def _is_listed(text: Text, span: Span, other: Span) -> bool:
    left, right = (span, other) if span.start < other.start else (other, span)
    return is_joined(text, left, right)
