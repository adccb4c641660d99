"""Whether one place lies in another."""

from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place

_AREA_KM = 60.0
_LARGE_CITY = 500_000
_CITY_KM = 40.0


def lies_in(place: Place, whole: Place) -> bool:
    """Say whether a place lies in a country, in a region, or in or beside a city.

    A region that is no first-level division has no border here: towns within 60 km count.
    """
    if place.id == whole.id or place.kind == "country" or _is_outside(place, whole):
        return False
    if whole.kind == "country":
        return True
    if whole.kind == "region":
        return _lies_in_region(place, whole)
    return (
        whole.kind == "city"
        and place.kind in ("sight", "airport")
        and _km(place, whole) <= _CITY_KM
    )


def belongs_to(place: Place, whole: Place) -> bool:
    """Say whether a place is this one, or lies in it."""
    return place.id == whole.id or lies_in(place, whole)


def _is_outside(place: Place, whole: Place) -> bool:
    return bool(whole.country) and place.country != whole.country


def _lies_in_region(place: Place, region: Place) -> bool:
    if region.region:
        return place.kind != "region" and place.region == region.region
    is_town = place.kind == "city" and place.population < _LARGE_CITY
    return is_town and _km(place, region) <= _AREA_KM


def _km(place: Place, other: Place) -> float:
    return distance_km(place.latitude, place.longitude, other.latitude, other.longitude)
