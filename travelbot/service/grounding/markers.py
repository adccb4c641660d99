"""Markers of places."""

from travelbot.models.places import Place
from travelbot.models.trip_map import Marker


def of_place(place: Place, label: str) -> Marker:
    """A verified marker on the gazetteer's point."""
    return Marker(
        latitude=place.latitude,
        longitude=place.longitude,
        label=label,
        source="gazetteer",
        verified=True,
        kind=place.category or place.kind,
        country=place.country_name,
    )
