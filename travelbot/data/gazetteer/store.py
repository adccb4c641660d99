"""The gazetteer: places by name, by position and by what belongs to them."""

from collections.abc import Collection, Iterable
from functools import cached_property
from math import log10
from pathlib import Path

from travelbot.data.gazetteer.database import Database, Match, Point
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.geometry import HALF_GLOBE_KM, cell_ranges, distance_km
from travelbot.data.gazetteer.names import Names
from travelbot.models.places import CountryFacts, Place, PlaceKind

_FIRST_RADIUS_KM = 30.0
_GROWTH = 3.0
_AIRPORT_RADIUS_KM = 150.0
_AIRPORT_KM_PER_POINT = 25.0
_AIRPORTS_LOOKED_AT = 60
_SIGHT_RADIUS_KM = 30.0
AREA_RADIUS_KM = 100.0
"""How far a region without a border reaches."""
_NEARNESS_KM = 50.0
_FARNESS_WEIGHT = 2.5
_LOOKED_AT = 10
"""Names with a beginning that are ranked for each one returned."""
_AIRPORTS: tuple[PlaceKind, ...] = ("airport",)
_SIGHTS: tuple[PlaceKind, ...] = ("sight",)

GAZETTEER_FILE = Path(__file__).parent / "gazetteer.sqlite"
"""The file that is shipped."""


class Gazetteer:
    """The places of the world, read-only, for any number of threads."""

    def __init__(self, path: Path) -> None:
        """Take the path of the SQLite file. Raises FileNotFoundError if there is none."""
        self.database = Database(path)
        self.names = Names(self.database)

    def search(
        self,
        text: str,
        near: tuple[float, float] | None = None,
        country: str | None = None,
        limit: int = 5,
    ) -> list[Place]:
        """Return the places that a name may mean: exact names, then beginnings, then misspellings.

        A container may follow a comma ("Paris, Texas"). `near` (degrees) favours close namesakes,
        `country` (ISO code) leaves only places in it. Empty if nothing fits.
        """
        key = name_key(text)
        if not key:
            return []
        exact = _by_rank(self.names.located(text), near)
        matches = _in_country(exact, country)
        if len(matches) < limit:
            longer = self.database.beginning(key, limit * _LOOKED_AT)
            matches += _in_country(_by_rank(longer, near), country)
        if not matches:
            matches = _in_country(_by_rank(self.names.misspelt(key), near), country)
        return list({match.place.id: match.place for match in matches}.values())[:limit]

    def knows(self, text: str, country: str | None = None) -> bool:
        """Say whether a place, in `country` (ISO code) if given, has just this name."""
        return bool(_in_country(self.names.located(text), country))

    def near(
        self,
        latitude: float,
        longitude: float,
        limit: int,
        kinds: Collection[PlaceKind] | None = None,
        radius_km: float | None = None,
    ) -> list[Place]:
        """Return the places around a point (degrees), nearest first, also across a pole."""
        farthest = HALF_GLOBE_KM if radius_km is None else radius_km
        radius = min(_FIRST_RADIUS_KM, farthest)
        while True:
            matches = self._around((latitude, longitude), limit, kinds, radius)
            if len(matches) >= limit or radius >= farthest:
                return [match.place for match in matches]
            radius = min(radius * _GROWTH, farthest)

    def get(self, identifier: str) -> Place | None:
        """Return the place with an id such as "city:1850147", or None."""
        return self.database.place(identifier)

    def country(self, code: str) -> CountryFacts | None:
        """Return the facts about a country by its ISO 3166-1 alpha-2 code, or None."""
        return self.database.facts(code.upper())

    def sights_of(self, city: Place, limit: int) -> list[Place]:
        """Return a city's sights, the best known first, then those within 30 km of it."""
        own = self.sights_in(city, limit)
        if len(own) >= limit:
            return own
        around = self.near(city.latitude, city.longitude, limit, _SIGHTS, _SIGHT_RADIUS_KM)
        known = {place.id for place in own}
        return (own + [place for place in around if place.id not in known])[:limit]

    def sights_in(self, city: Place, limit: int) -> list[Place]:
        """Return the sights that belong to a city itself, the best known first."""
        return [match.place for match in self.database.sights(city.id, limit)]

    def city_of(self, sight: Place) -> Place | None:
        """Return the city that a sight belongs to; of anything else None."""
        return self.database.city(sight.id)

    def airports_of(self, place: Place, limit: int) -> list[Place]:
        """Return the airports that serve a place, large ones before near ones.

        Of a country, its largest; of anything else, those within 150 km.
        """
        if place.kind == "country":
            return [match.place for match in self.database.airports(place.country, limit)]
        point = place.latitude, place.longitude
        around = self._around(point, _AIRPORTS_LOOKED_AT, _AIRPORTS, _AIRPORT_RADIUS_KM)
        around.sort(key=lambda m: _km(m.place, point) / _AIRPORT_KM_PER_POINT - m.rank)
        return [match.place for match in around[:limit]]

    def cities_of(self, whole: Place, limit: int) -> list[Place]:
        """Return the cities of a country or region, those with the most sights first.

        Of a region that is no first-level division, those with sights within 100 km.
        """
        if whole.kind == "region" and not whole.region:
            return self.sightseeing_around(whole, AREA_RADIUS_KM, limit)
        return [m.place for m in self.database.cities(whole.country, whole.region, limit)]

    def sightseeing_around(self, place: Place, radius_km: float, limit: int) -> list[Place]:
        """Return the cities with sights around a place, many sights and near ones first."""
        point = place.latitude, place.longitude
        inside = [
            (-sights / (km + _SIGHT_RADIUS_KM), found.number)
            for found, sights in self._sighted
            if (km := distance_km(found.latitude, found.longitude, *point)) <= radius_km
        ]
        numbers = [number for _, number in sorted(inside)[:limit]]
        places = self.database.numbered(numbers)
        return [places[number].place for number in numbers]

    @cached_property
    def _sighted(self) -> list[tuple[Point, int]]:
        return self.database.sighted()

    def _around(
        self,
        point: tuple[float, float],
        limit: int,
        kinds: Collection[PlaceKind] | None,
        radius_km: float,
    ) -> list[Match]:
        away = {
            found.number: distance_km(found.latitude, found.longitude, *point)
            for first, last in cell_ranges(*point, radius_km)
            for found in self.database.points(first, last, kinds)
        }
        inside = [number for number, km in away.items() if km <= radius_km]
        nearest = sorted(inside, key=lambda number: (away[number], number))[:limit]
        places = self.database.numbered(nearest)
        return [places[number] for number in nearest]


def _in_country(matches: list[Match], country: str | None) -> list[Match]:
    return [match for match in matches if country in (None, match.place.country)]


def _by_rank(matches: Iterable[Match], near: tuple[float, float] | None) -> list[Match]:
    if near is None:
        return sorted(matches, key=lambda match: -match.rank)
    return sorted(matches, key=lambda match: _farness(match.place, near) - match.rank)


def _farness(place: Place, point: tuple[float, float]) -> float:
    return _FARNESS_WEIGHT * log10(1 + _km(place, point) / _NEARNESS_KM)


def _km(place: Place, point: tuple[float, float]) -> float:
    return distance_km(place.latitude, place.longitude, *point)
