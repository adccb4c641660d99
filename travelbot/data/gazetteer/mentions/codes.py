"""IATA codes, which count only in capitals and where flying is meant."""

from collections.abc import Iterable

from travelbot.data.gazetteer.mentions.context import is_alone, is_joined, place_before
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text

_CODE_LENGTH = 3
_NOT_CODES = frozenset({"code", "lang:en", "person", "ordinary"})
_LARGE = 6.5
"""Rank from which an airport is one that travellers know by its code."""


def without_lone_codes(text: Text, spans: Iterable[Span]) -> list[Span]:
    """Drop the airports that spans match by code only, unless a code is meant."""
    known = list(spans)
    written = [span for span in known if _is_written_as_code(text, span)]
    meant = {span for span in written if _is_meant(text, span, written)}
    return [kept for span in known if (kept := _reduced(span, is_code=span in meant)) is not None]


def is_code(span: Span) -> bool:
    """Say whether a span is an airport's code."""
    return span.key.upper() == span.best.place.iata


def _reduced(span: Span, *, is_code: bool) -> Span | None:
    by_code = [match for match in span.matches if match.place.iata == span.key.upper()]
    if is_code:
        return span._replace(matches=tuple(by_code))
    others = tuple(match for match in span.matches if match not in by_code)
    return span._replace(matches=others) if others else None


def _is_written_as_code(text: Text, span: Span) -> bool:
    has_airport = any(match.place.iata == span.key.upper() for match in span.matches)
    if span.words > 1 or len(span.key) != _CODE_LENGTH or not has_airport:
        return False
    return text.tokens[span.first].is_upper or _is_small_code(text, span)


def _is_small_code(text: Text, span: Span) -> bool:
    """Say whether small letters are a well-known code in a text without capitals."""
    has_capital = any(token.is_capital for token in text.tokens)
    is_known = span.best.rank >= _LARGE and span.best.place.iata == span.key.upper()
    return is_known and not has_capital and not _NOT_CODES & text.classes_at(span.first)


def _is_paired(text: Text, span: Span, written: list[Span]) -> bool:
    others = [other for other in written if _is_neighbour(text, span, other)]
    is_known = any(pair.best.rank >= _LARGE for pair in (span, *others))
    are_words = all("code" in text.classes_at(pair.first) for pair in (span, *others))
    return bool(others) and is_known and not are_words


def _has_sure_code(text: Text, written: list[Span]) -> bool:
    return any(
        span.best.rank >= _LARGE and "code" not in text.classes_at(span.first) for span in written
    )


def _is_neighbour(text: Text, span: Span, other: Span) -> bool:
    if span.first == other.first:
        return False
    left, right = (span, other) if span.first < other.first else (other, span)
    return is_joined(text, left, right)


def _is_meant(text: Text, span: Span, written: list[Span]) -> bool:
    if span.best.place.iata != span.key.upper():
        return False
    if _is_paired(text, span, written) or text.key_at(span.last + 1) == "airport":
        return True
    is_flying = any("flight" in text.classes_at(index) for index in range(len(text.tokens)))
    is_placed = place_before(text, span) == "in"
    if not text.tokens[span.first].is_upper:
        return is_flying and is_placed and "english" not in text.classes_at(span.first)
    if "code" in text.classes_at(span.first):
        return is_placed and (is_flying or _has_sure_code(text, written))
    is_likely = is_flying or is_placed or span.best.rank >= _LARGE
    return is_alone(text, span) or (is_likely and not text.is_shouted)
