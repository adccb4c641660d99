"""Which stops of an itinerary a reader means by a name."""

import re
from collections.abc import Iterator, Sequence

from travelbot.data.gazetteer.folding import name_key
from travelbot.models.itinerary import Itinerary, Stop
from travelbot.models.places import Place
from travelbot.service.itinerary.edits import At
from travelbot.service.offline.globe import km_between
from travelbot.service.offline.numbers import ORDINALS

SAME_KM = 0.3
"""A place that is named in other words is a stop that stands so near."""
SHORTEST = 4
"""Letters of a part of a name that may stand for all of it."""
_BEFORE = re.compile(r"^(?:(?:the|our|my|that|a|an|stop|visit to|visiting|lunch at|dinner at)\s+)+")
_WHICH = re.compile(rf"^(?:the )?({'|'.join(ORDINALS)}) ")

_ANY = ("stop", "place", "one")


def stops_meant(
    itinerary: Itinerary, name: str, places: Sequence[Place] = (), day: int | None = None
) -> list[At]:
    """The stops of this name, in order, on a day from 1 or on any.

    `places` are what the gazetteer knows by the name: without any, a part of a stop's name will
    do. Of several stops, "the second Trevi Fountain" is one.
    """
    which = _WHICH.match(name)
    key = name_key(_BEFORE.sub("", name[which.end() :] if which else name))
    stops = [(at, stop) for at, stop in _stops(itinerary) if day is None or at.day == day - 1]
    if which and key in _ANY:
        return _chosen([at for at, _ in stops], ORDINALS[which[1]])
    found = [at for at, stop in stops if _is_name(stop, key)]
    if not found and places:
        found = _nearest(stops, places)
    elif not found:
        found = [at for at, stop in stops if _has_name(stop, key)]
    return _chosen(found, ORDINALS[which[1]]) if which else found


def stop_of(itinerary: Itinerary, at: At) -> Stop:
    """The stop there."""
    return itinerary.days[at.day].stops[at.stop]


def _chosen(found: Sequence[At], number: int) -> list[At]:
    return list(found[number - 1 if number > 0 else number :][:1])


def _stops(itinerary: Itinerary) -> Iterator[tuple[At, Stop]]:
    for day, stops in enumerate(day.stops for day in itinerary.days):
        for index, stop in enumerate(stops):
            yield At(day, index), stop


def _is_name(stop: Stop, key: str) -> bool:
    return bool(key) and _key(stop) == key


def _has_name(stop: Stop, key: str) -> bool:
    """Whether one name is a part of the other: "the Vatican" of "Vatican Museums"."""
    inner, outer = sorted((key, _key(stop)), key=len)
    return len(inner) >= SHORTEST and f" {inner} " in f" {outer} "


def _key(stop: Stop) -> str:
    return _BEFORE.sub("", name_key(stop.place))


def _nearest(stops: Sequence[tuple[At, Stop]], places: Sequence[Place]) -> list[At]:
    """The stops at the spot that is nearest to any of the places, if it is near enough."""
    away = {
        at: min(km_between(stop.marker, place) for place in places)
        for at, stop in stops
        if stop.marker
    }
    nearest = min(away.values(), default=SAME_KM)
    return [at for at, km in away.items() if km == nearest < SAME_KM]
