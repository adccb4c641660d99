"""Where a stop is that the reader names: looked up near the others of its day."""

from travelbot.data.gazetteer import Gazetteer
from travelbot.models.trip_map import Marker
from travelbot.service.grounding import Grounded, StopCheck, Wanted
from travelbot.service.grounding.areas import towns_around
from travelbot.service.grounding.positions import Position


class StopFinder:
    """Looks places up by name, in the towns around first."""

    def __init__(self, gazetteer: Gazetteer, check: StopCheck) -> None:
        self._gazetteer = gazetteer
        self._check = check

    def find(self, place: str, near: Marker | None = None) -> Grounded:
        """Where the place is, without a marker where nobody knows. May block."""
        found = self._near(place, near) if near else None
        return found or self._named(place, "")

    def _near(self, place: str, near: Marker) -> Grounded | None:
        towns = towns_around(self._gazetteer, Position(near.latitude, near.longitude))
        cities = (f"{town.name}, {town.country_name}" for town in towns)
        tries = (self._named(place, city) for city in cities)
        return next((found for found in tries if found.marker), None)

    def _named(self, place: str, city: str) -> Grounded:
        [found] = self._check.check([Wanted(place, city)])
        return found
