"""Names that many sights share count only beside a place that they belong to."""

from travelbot.data.gazetteer.containment import lies_in
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.models.places import Place

_NEAR_KM = 60.0


def without_strays(
    text: Text, spans: list[Span], places: list[Place], wholes: list[Span]
) -> list[Place]:
    """Drop sights of common names ("Old Town", "Roman Theatre") that no place is near.

    `places` are what the spans mean, `wholes` the countries and regions mentioned besides. Where
    the text has no other place, only the commonest names are dropped.
    """
    mentioned = (*places, *(whole.best.place for whole in wholes))
    anchors = [place for place in mentioned if place.kind not in ("sight", "airport")]
    return [
        place
        for span, place in zip(spans, places, strict=True)
        if place.kind != "sight" or not _is_stray(text, span, place, anchors)
    ]


def _is_stray(text: Text, span: Span, sight: Place, anchors: list[Place]) -> bool:
    is_generic = "generic" in text.classes.get(span.key, ())
    if not anchors or not (is_generic or _is_shared(text, span)):
        return is_generic
    return not any(lies_in(sight, anchor) or _km(sight, anchor) <= _NEAR_KM for anchor in anchors)


def _is_shared(text: Text, span: Span) -> bool:
    words = (text.classes_at(index) for index in range(span.first, span.last + 1))
    return len(span.matches) > 1 and all({"english", "lang:en", "phrase"} & word for word in words)


def _km(place: Place, other: Place) -> float:
    return distance_km(place.latitude, place.longitude, other.latitude, other.longitude)
