"""Choosing among places of one name by what else a text mentions."""

from collections.abc import Iterable
from math import exp

from travelbot.data.gazetteer.containment import lies_in
from travelbot.data.gazetteer.database import Match
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.models.places import Place

_CLEAR_MARGIN = 1.0
"""By how much the likeliest place must lead for it to help others as an anchor."""
_SAME_KM = 60.0
_NEARNESS_KM = 250.0
_NEARNESS_GAIN = 2.0
_COUNTRY_GAIN = 0.5
_CONTAINER_GAIN = 1.5
_HEADING_GAIN = 5.0
"""What lying in the country or region before a colon adds: "Cape Verde: Sal or Boa Vista"."""
_DIVISION_GAIN = 3.0
_ONE_ANCHOR_GAIN = 1.2
_ANCHORS_GAIN = 4.0
_MOST_ANCHORS = 15
_RIVAL = 1.5
"""By how much a namesake may trail to help another ambiguous name beside it."""
_COMPANY_WEIGHT = 0.7
_FAR_BEHIND = 6.0
"""By how much a place may trail the likeliest one and still be chosen."""


def choose(text: Text, spans: list[Span], wholes: Iterable[Span]) -> list[Place]:
    """Return one place for each span, favouring those near or inside what else is mentioned.

    `wholes` are the countries and regions mentioned, as qualifiers too.
    """
    containers = _distinct(wholes)
    anchors = _distinct(span for span in spans if _is_clear(span))
    unclear = _distinct(span for span in spans if not _is_clear(span))
    return [_chosen(text, span, containers, anchors, unclear) for span in spans]


def _chosen(
    text: Text, span: Span, wholes: list[Span], anchors: list[Span], unclear: list[Span]
) -> Place:
    others = [other.best.place for other in anchors if other.key != span.key]
    containers = [whole.best.place for whole in wholes if whole.key != span.key]
    headings = [whole.best.place for whole in wholes if _is_heading(text, whole, span)]
    companions = [other for other in unclear if other.key != span.key]

    def points(match: Match) -> float:
        gain = _nearness(match.place, others) + _containment(match.place, containers)
        gain += _HEADING_GAIN * any(lies_in(match.place, heading) for heading in headings)
        gain += _company(match.place, companions)
        return match.rank + gain + _division(text, span, match.place)

    least = span.best.rank - _FAR_BEHIND
    return max((match for match in span.matches if match.rank >= least), key=points).place


def _is_heading(text: Text, whole: Span, span: Span) -> bool:
    return whole.last < span.first and ":" in text.tokens[whole.last + 1].gap


def _distinct(spans: Iterable[Span]) -> list[Span]:
    by_place = {span.best.place.id: span for span in spans}
    return list(by_place.values())[:_MOST_ANCHORS]


def _is_clear(span: Span) -> bool:
    best = span.best
    rivals = (m for m in span.matches[1:] if _km(m.place, best.place) > _SAME_KM)
    return best.rank - next((rival.rank for rival in rivals), 0.0) >= _CLEAR_MARGIN


def _nearness(place: Place, anchors: list[Place]) -> float:
    gains = [_closeness(place, anchor) for anchor in anchors if anchor.kind != "country"]
    return min(sum(gains), _ANCHORS_GAIN if len(anchors) > 1 else _ONE_ANCHOR_GAIN)


def _company(place: Place, unclear: list[Span]) -> float:
    gains = [
        max(_closeness(place, m.place) for m in other.matches if m.rank >= other.best.rank - _RIVAL)
        for other in unclear
    ]
    return _COMPANY_WEIGHT * min(sum(gains), _ANCHORS_GAIN)


def _closeness(place: Place, anchor: Place) -> float:
    same_country = _COUNTRY_GAIN if place.country == anchor.country else 0.0
    return same_country + _NEARNESS_GAIN * exp(-_km(place, anchor) / _NEARNESS_KM)


def _containment(place: Place, containers: list[Place]) -> float:
    return _CONTAINER_GAIN if any(lies_in(place, whole) for whole in containers) else 0.0


def _division(text: Text, span: Span, place: Place) -> float:
    is_named = "division" in text.classes_at(span.last + 1)
    return _DIVISION_GAIN if is_named and place.kind == "region" else 0.0


def _km(place: Place, other: Place) -> float:
    return distance_km(place.latitude, place.longitude, other.latitude, other.longitude)
