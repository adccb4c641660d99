"""Whether a point lies in a country or a region, told by the towns around it."""

from math import pi, sqrt

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.containment import lies_in
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place, PlaceKind
from travelbot.service.grounding.positions import Position

_TOWNS = 3
_TOWN_KM = 80.0
_BORDER_KM = 20.0
"""A point whose nearest town lies abroad may still be on this side of the border."""
_AREA_KM = 600.0
"""A region that is no division has no border here; Patagonia reaches so far from its middle."""
_STRETCH = 2.0
"""How much longer than a circle of its area a country is; Chile is an exception that has towns."""
_CITIES: tuple[PlaceKind, ...] = ("city",)


def towns_around(gazetteer: Gazetteer, position: Position) -> list[Place]:
    """The towns nearest to a point, none in a wilderness."""
    return gazetteer.near(*position, _TOWNS, _CITIES, _TOWN_KM)


def is_inside(gazetteer: Gazetteer, position: Position, area: Place) -> bool:
    """Whether a point lies in a country or a region, or near enough to its border."""
    if area.kind == "region" and not area.region:
        return _km(position, area) <= _AREA_KM
    towns = towns_around(gazetteer, position)
    if towns:
        return any(lies_in(town, area) for town in _deciding(position, towns))
    return _km(position, area) <= _reach(gazetteer, area)


def _deciding(position: Position, towns: list[Place]) -> list[Place]:
    nearest, *others = towns
    return [nearest, *(t for t in others if _km(position, t) <= _BORDER_KM)]


def country_at(gazetteer: Gazetteer, position: Position) -> str:
    """The name of the country that all towns around a point lie in, or empty."""
    names = {town.country_name for town in towns_around(gazetteer, position)}
    return names.pop() if len(names) == 1 else ""


def _reach(gazetteer: Gazetteer, area: Place) -> float:
    country = gazetteer.country(area.country)
    return _STRETCH * sqrt(country.area_km2 / pi) + _TOWN_KM if country else _AREA_KM


def _km(position: Position, place: Place) -> float:
    return distance_km(*position, place.latitude, place.longitude)
