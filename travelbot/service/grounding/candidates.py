"""What a pin's label may mean: places of the gazetteer by that name."""

from collections.abc import Sequence
from typing import NamedTuple

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.containment import belongs_to
from travelbot.data.gazetteer.database import Match
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place
from travelbot.service.grounding import tolerance
from travelbot.service.grounding.labels import Reading, readings

_OUTING_KM = 100.0
"""How far what is said to be a city's may lie from it: an airport, a mountain."""
_CONTAINERS = ("city", "region", "country")
_SHORT = 2
"""Letters of a name that says too little by itself."""
_WELL_KNOWN = 7.0
"""Rank from which a name made of common words ("Central Park") means one place."""


class Candidates(NamedTuple):
    """What a label may mean, each list with the likeliest first."""

    meant: list[Place]
    """Places of the name in the container that label or model name, if any."""
    elsewhere: list[Place]
    """Places of the name, wherever; empty where `meant` isn't."""
    around: list[Place]
    """What the container may be."""
    contradicts: bool
    """Whether the name tells so clearly what is meant that another position must be wrong."""


def candidates(gazetteer: Gazetteer, label: str, city: str) -> Candidates:
    """What the gazetteer knows by the name on a label, for a pin said to lie in `city`."""
    ways = readings(label, city)
    around = next((found for way in ways if (found := _containers(gazetteer, way.within))), [])
    for way in ways:
        if meant := _meant(gazetteer, way):
            clear = _is_clear(gazetteer, way.name, meant[0])
            return Candidates(_without_regions([m.place for m in meant]), [], around, clear)
    everywhere = [match.place for way in ways for match in gazetteer.names.exact(way.name)]
    return Candidates([], everywhere, around, contradicts=False)


def _meant(gazetteer: Gazetteer, way: Reading) -> list[Match]:
    wholes = _containers(gazetteer, way.within)
    if not wholes:
        return gazetteer.names.exact(way.name)
    named = gazetteer.names.exact(way.name)
    inside = [m for m in named if any(belongs_to(m.place, whole) for whole in wholes)]
    return inside or [m for m in named if _is_part(m.place, wholes)]


def _containers(gazetteer: Gazetteer, text: str) -> list[Place]:
    """What a pin may be said to lie in; of "Nowhere, France" at least France."""
    while name_key(text) and not _is_little_word(text):
        found = [p for p in gazetteer.names.containers(text) if p.kind in _CONTAINERS]
        if found:
            return _without_regions(found)
        text = text.partition(",")[2]
    return []


def _is_little_word(text: str) -> bool:
    """Whether it could be the code of a state but is written as a word: "in", "or"."""
    return text.islower() and len(text) <= _SHORT


def _is_part(place: Place, wholes: Sequence[Place]) -> bool:
    """Whether a quarter lies in one of these cities, or a sight or an airport not far from it."""
    if place.kind not in ("city", "sight", "airport"):
        return False
    return any(
        distance_km(place.latitude, place.longitude, whole.latitude, whole.longitude)
        <= (tolerance.of_sights(whole) if place.kind == "city" else _OUTING_KM)
        for whole in wholes
        if whole.kind == "city"
    )


def _is_clear(gazetteer: Gazetteer, name: str, best: Match) -> bool:
    key = name_key(name)
    if key.isascii() and len(key) <= _SHORT:
        return False
    classes = gazetteer.database.words([key, *key.split()])
    if "generic" in classes.get(key, ()):
        return False
    is_common = all("english" in classes.get(word, ()) for word in key.split())
    return not is_common or best.rank >= _WELL_KNOWN


def _without_regions(places: list[Place]) -> list[Place]:
    """A region must not confirm the pin of the city that it has its name from."""
    if places[0].kind != "city":
        return places
    return [place for place in places if place.kind != "region"]
