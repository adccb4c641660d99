"""Pins that the gazetteer doesn't know, held against an online geocoder."""

from collections.abc import Sequence
from itertools import islice

from travelbot.data.gazetteer.geometry import distance_km
from travelbot.data.geocoder import Geocoder
from travelbot.models.places import Place
from travelbot.models.trip_map import Marker
from travelbot.service.grounding import tolerance
from travelbot.service.grounding.labels import readings
from travelbot.service.grounding.verdicts import Pin, Verdict

MOST_ASKED = 4
"""Look-ups of one call; each may take a second, and the reader waits."""


def geocoded(pins: Sequence[Pin], verdicts: Sequence[Verdict], geocoder: Geocoder) -> list[Verdict]:
    """The same verdicts, with the first unverified markers verified where the geocoder agrees."""
    open_ones = (i for i, v in enumerate(verdicts) if v.marker and not v.marker.verified)
    asked = set(islice(open_ones, MOST_ASKED))
    return [
        Verdict(_verified(pin, verdict.marker, geocoder), verdict.note)
        if verdict.marker and index in asked
        else verdict
        for index, (pin, verdict) in enumerate(zip(pins, verdicts, strict=True))
    ]


def _verified(pin: Pin, marker: Marker, geocoder: Geocoder) -> Marker:
    agreeing = [p for p in geocoder.find(_query(pin)) if _km(marker, p) <= tolerance.of_place(p)]
    if not agreeing:
        return marker
    place = min(agreeing, key=lambda place: _km(marker, place))
    return Marker(
        latitude=place.latitude,
        longitude=place.longitude,
        label=marker.label,
        source="geocoder",
        verified=True,
        kind=place.category or place.kind,
        country=place.country_name,
    )


def _query(pin: Pin) -> str:
    """The barest name that the label holds, and the city that it is said to lie in."""
    if not pin.city and "," in pin.label:
        return pin.label
    return ", ".join(filter(None, (readings(pin.label)[-1].name, pin.city)))


def _km(marker: Marker, place: Place) -> float:
    return distance_km(marker.latitude, marker.longitude, place.latitude, place.longitude)
