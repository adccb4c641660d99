"""The check of pins: accept and snap, repair, refuse, or keep as unverified."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.data.geocoder import Geocoder
from travelbot.models.places import Place
from travelbot.models.trip_map import Marker
from travelbot.service.grounding import tolerance
from travelbot.service.grounding.areas import country_at, is_inside
from travelbot.service.grounding.candidates import Candidates, candidates
from travelbot.service.grounding.geocoded import geocoded
from travelbot.service.grounding.markers import of_place
from travelbot.service.grounding.positions import Position, mirrored
from travelbot.service.grounding.verdicts import Pin, Verdict

_AREAS = ("country", "region")


class CheckedPins(NamedTuple):
    """The markers that may be placed, and what the model should know of the others."""

    markers: tuple[Marker, ...]
    repairs: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()


class PinCheck:
    """Holds pins against the gazetteer, and what it doesn't know against a geocoder."""

    def __init__(self, gazetteer: Gazetteer, geocoder: Geocoder | None = None) -> None:
        self._gazetteer = gazetteer
        self._geocoder = geocoder

    def check(self, pins: Iterable[Pin]) -> CheckedPins:
        """The pins as they may be placed, in order."""
        asked = list(pins)
        verdicts = [self.judge(pin) for pin in asked]
        if self._geocoder:
            verdicts = geocoded(asked, verdicts, self._geocoder)
        return CheckedPins(
            markers=tuple(v.marker for v in verdicts if v.marker),
            repairs=tuple(v.note for v in verdicts if v.marker and v.note),
            refusals=tuple(v.note for v in verdicts if not v.marker),
        )

    def judge(self, pin: Pin) -> Verdict:
        """What becomes of one pin."""
        known = candidates(self._gazetteer, pin.label, pin.city)
        return (
            self._agreeing(pin, known.meant or known.elsewhere)
            or self._contradicting(pin, known)
            or self._unknown(pin, known.around)
        )

    def _agreeing(self, pin: Pin, places: Sequence[Place]) -> Verdict | None:
        """The pin of a known place, where the position or a mirrored one agrees with it."""
        for position in _possible(pin):
            fitting = [place for place in places if self._fits(position, place)]
            if fitting:
                place = next((p for p in fitting if p.kind not in _AREAS), fitting[0])
                return Verdict(_known(pin.label, position, place), _repair(pin, position))
        return None

    def _contradicting(self, pin: Pin, known: Candidates) -> Verdict | None:
        """The refusal of a pin whose name clearly means a place elsewhere."""
        if not (known.meant and known.contradicts):
            return None
        return _refusal(pin, known.meant[0], "is a")

    def _unknown(self, pin: Pin, around: Sequence[Place]) -> Verdict:
        """The pin of a place that nobody knows; it must lie where it is said to."""
        for position in _possible(pin):
            if not around or any(self._surrounds(whole, position) for whole in around):
                return Verdict(self._unverified(pin.label, position), _repair(pin, position))
        return _refusal(pin, around[0], "should lie in a") if around else _off_the_globe(pin)

    def _unverified(self, label: str, position: Position) -> Marker:
        latitude, longitude = position
        country = country_at(self._gazetteer, position)
        return Marker(latitude=latitude, longitude=longitude, label=label, country=country)

    def _fits(self, position: Position, place: Place) -> bool:
        if place.kind in _AREAS:
            return is_inside(self._gazetteer, position, place)
        return _km(position, place) <= tolerance.of_place(place)

    def _surrounds(self, whole: Place, position: Position) -> bool:
        if whole.kind in _AREAS:
            return is_inside(self._gazetteer, position, whole)
        return _km(position, whole) <= tolerance.of_sights(whole)


def _possible(pin: Pin) -> list[Position]:
    """Where the pin may have been meant to stand, as given first."""
    return [p for p in (pin.position, *mirrored(pin.position)) if p.exists]


def _known(label: str, position: Position, place: Place) -> Marker:
    """A verified marker: on the gazetteer's point, or where the model put it in an area."""
    marker = of_place(place, label)
    if place.kind not in _AREAS:
        return marker
    return marker.model_copy(update={**position._asdict(), "source": "model"})


def _repair(pin: Pin, position: Position) -> str:
    if position == pin.position:
        return ""
    return f"{pin.label}: {pin.position} was mirrored or swapped; it was placed at {position}."


def _refusal(pin: Pin, place: Place, relation: str) -> Verdict:
    away = ""
    if pin.position.exists:
        away = f", {_km(pin.position, place):,.0f} km from there"
    where = ", ".join(filter(None, (place.region, place.country_name)))
    return Verdict(
        None,
        f"{pin.label} {relation} {place.category or place.kind}: {place.name} ({where}) is at "
        f"{place.latitude:.4f}, {place.longitude:.4f}, not at {pin.position}{away}. "
        f"Pin it there, or give its city if another place is meant.",
    )


def _off_the_globe(pin: Pin) -> Verdict:
    return Verdict(
        None,
        f"{pin.label}: its latitude, {pin.position.latitude}, is not between -90 and 90.",
    )


def _km(position: Position, place: Place) -> float:
    return distance_km(*position, place.latitude, place.longitude)
