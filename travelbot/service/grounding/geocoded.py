"""What the gazetteer doesn't know, held against an online geocoder or found by it."""

from collections.abc import Sequence
from itertools import islice

from travelbot.data.gazetteer.geometry import distance_km
from travelbot.data.geocoder import Geocoder
from travelbot.models.places import Place
from travelbot.models.trip_map import Marker
from travelbot.service.grounding import tolerance
from travelbot.service.grounding.labels import readings
from travelbot.service.grounding.markers import of_place
from travelbot.service.grounding.verdicts import Pin, Verdict

MOST_ASKED = 4
"""Look-ups of one call; each may take a second, and the reader waits."""


def geocoded(pins: Sequence[Pin], verdicts: Sequence[Verdict], geocoder: Geocoder) -> list[Verdict]:
    """The same verdicts, with the first unverified markers verified where the geocoder agrees."""
    open_ones = (i for i, v in enumerate(verdicts) if v.marker and not v.marker.verified)
    asked = set(islice(open_ones, MOST_ASKED))
    return [
        Verdict(verified(verdict.marker, pin.city, geocoder), verdict.note)
        if verdict.marker and index in asked
        else verdict
        for index, (pin, verdict) in enumerate(zip(pins, verdicts, strict=True))
    ]


def verified(marker: Marker, city: str, geocoder: Geocoder) -> Marker:
    """The marker at the place by its name that is nearest, if one is near enough."""
    found = geocoder.find(_query(marker.label, city))
    agreeing = [place for place in found if _km(marker, place) <= tolerance.of_place(place)]
    if not agreeing:
        return marker
    return _at(min(agreeing, key=lambda place: _km(marker, place)), marker.label)


def found_by_name(label: str, city: str, geocoder: Geocoder) -> Marker | None:
    """A marker at the likeliest place by this name."""
    found = geocoder.find(_query(label, city))
    return _at(found[0], label) if found else None


def _at(place: Place, label: str) -> Marker:
    return of_place(place, label).model_copy(update={"source": "geocoder"})


def _query(label: str, city: str) -> str:
    """The barest name that the label holds, and the city that it is said to lie in."""
    if not city and "," in label:
        return label
    return ", ".join(filter(None, (readings(label)[-1].name, city)))


def _km(marker: Marker, place: Place) -> float:
    return distance_km(marker.latitude, marker.longitude, place.latitude, place.longitude)
