"""Where the stops of an itinerary are: positions are checked as those of pins, or looked up."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.geocoder import Geocoder
from travelbot.models.trip_map import Marker
from travelbot.service.grounding.areas import towns_around
from travelbot.service.grounding.candidates import candidates
from travelbot.service.grounding.geocoded import MOST_ASKED, found_by_name, verified
from travelbot.service.grounding.labels import readings
from travelbot.service.grounding.markers import of_place
from travelbot.service.grounding.pins import PinCheck
from travelbot.service.grounding.positions import Position
from travelbot.service.grounding.verdicts import Pin, Verdict


class Wanted(NamedTuple):
    """A stop as a model names it; `position` is None where it shall be looked up."""

    label: str
    city: str = ""
    position: Position | None = None


class Grounded(NamedTuple):
    """Where a stop is, or None; `note` is for the model."""

    marker: Marker | None
    timezone: str = ""
    note: str = ""


class StopCheck:
    """Holds stops against the gazetteer, and what it doesn't know against a geocoder."""

    def __init__(self, gazetteer: Gazetteer, geocoder: Geocoder | None = None) -> None:
        self._gazetteer = gazetteer
        self._geocoder = geocoder
        self._pins = PinCheck(gazetteer)

    def check(self, stops: Iterable[Wanted]) -> list[Grounded]:
        """Where each of the stops is, in order."""
        asked = list(stops)
        verdicts = [self._judge(stop) for stop in asked]
        if self._geocoder:
            verdicts = self._geocoded(self._geocoder, asked, verdicts)
        return [Grounded(v.marker, self._timezone(v.marker), v.note) for v in verdicts]

    def _judge(self, stop: Wanted) -> Verdict:
        if stop.position:
            return self._pins.judge(Pin(stop.label, stop.position, stop.city))
        known = candidates(self._gazetteer, stop.label, stop.city)
        if known.meant and (known.around or known.contradicts):
            return Verdict(of_place(known.meant[0], stop.label))
        where = f" in {stop.city}" if stop.city else ""
        return Verdict(None, f"{stop.label}: no place of that name is known{where}.")

    def _geocoded(
        self, geocoder: Geocoder, asked: Sequence[Wanted], verdicts: Sequence[Verdict]
    ) -> list[Verdict]:
        """The same verdicts, the first open ones as the geocoder knows better."""
        pairs = list(enumerate(zip(asked, verdicts, strict=True)))
        open_ones = (index for index, (stop, verdict) in pairs if self._is_open(stop, verdict))
        few = set(islice(open_ones, MOST_ASKED))
        return [
            self._known_online(geocoder, stop, verdict) if index in few else verdict
            for index, (stop, verdict) in pairs
        ]

    def _is_open(self, stop: Wanted, verdict: Verdict) -> bool:
        """Whether a geocoder may know more; of a bare name it would know too many."""
        if verdict.marker:
            return not verdict.marker.verified
        is_located = bool(stop.city) or "," in stop.label
        return stop.position is None and is_located and self._is_name(stop.label)

    def _is_name(self, label: str) -> bool:
        """Whether it may be a place's name: "Lunch" and "Free afternoon" are none."""
        words = name_key(readings(label)[-1].name).split()
        classes = self._gazetteer.database.words(words)
        return any("english" not in classes.get(word, ()) for word in words)

    def _known_online(self, geocoder: Geocoder, stop: Wanted, verdict: Verdict) -> Verdict:
        if verdict.marker:
            return Verdict(verified(verdict.marker, stop.city, geocoder), verdict.note)
        marker = found_by_name(stop.label, stop.city, geocoder)
        if marker is None:
            return verdict
        position = Position(marker.latitude, marker.longitude)
        is_there = self._pins.judge(Pin(stop.label, position, stop.city)).marker
        return Verdict(marker) if is_there else verdict

    def _timezone(self, marker: Marker | None) -> str:
        """The zone of the nearest town of the marker's country, else of the nearest town."""
        if marker is None:
            return ""
        towns = towns_around(self._gazetteer, Position(marker.latitude, marker.longitude))
        own = [town for town in towns if town.country_name == marker.country]
        return next((town.timezone for town in own or towns if town.timezone), "")
