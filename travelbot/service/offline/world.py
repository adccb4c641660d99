"""What the guide knows: the gazetteer, the time, and what is on the map and planned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.folding import name_key
from travelbot.models.itinerary import Itinerary, Stop
from travelbot.models.places import CountryFacts, Place, PlaceKind
from travelbot.models.trip_map import Marker, TripMap
from travelbot.service.offline.globe import km_between
from travelbot.service.offline.words import a, the

CITY_PEOPLE = 15_000
SUBURB_KM, SUBURB_TIMES = 15.0, 4
"""A place is a suburb if one so many times as large is so near."""
HOME_KM = 40.0
"""From an airport to the city that it is told of with."""
SAME_KM = 1.0
"""From a stop to the place that it is."""
CITY_KIND: tuple[PlaceKind] = ("city",)


@dataclass(frozen=True)
class World:
    """The sources of everything that the guide says."""

    gazetteer: Gazetteer
    now: datetime
    map: TripMap
    mentioned: Callable[[str], Sequence[Place]]
    """The places that a text mentions."""
    itinerary: Itinerary
    """The one in force."""

    def called(self, place: Place) -> str:
        """A name that leads back to this place when the reader types it."""
        names = [place.name, f"{place.name}, {place.country_name}", f"{place.name}, {place.region}"]
        if place.iata:
            names.append(place.iata)
        found = (name for name in names if [p.id for p in self.mentioned(name)] == [place.id])
        return next(found, place.name)

    def country(self, place: Place) -> CountryFacts | None:
        """The facts of the country that a place is or lies in."""
        return self.gazetteer.country(place.country) if place.country else None

    def capital(self, country: CountryFacts) -> Place | None:
        """The capital as a place; some countries have none."""
        key = name_key(country.capital)
        found = self.gazetteer.search(country.capital, country=country.code) if key else []
        cities = [place for place in found if place.kind == "city"]
        same = [city for city in cities if name_key(city.name).startswith(key)]
        return next(iter([*same, *cities]), None)

    def is_capital(self, place: Place) -> bool:
        """Whether a city is its country's capital."""
        country = self.country(place)
        if country is None or place.kind != "city":
            return False
        capital = self.capital(country)
        return capital is not None and capital.id == place.id

    def zone(self, place: Place) -> str:
        """A place's time zone; a country with several is told by its capital's."""
        country = self.country(place)
        capital = self.capital(country) if country and place.kind == "country" else None
        return place.timezone or (capital.timezone if capital else "")

    def clock(self, place: Place) -> datetime | None:
        """The local time, if the gazetteer knows the zone."""
        zone = self.zone(place)
        return self.now.astimezone(ZoneInfo(zone)) if zone else None

    def hours_ahead(self, place: Place, other: Place) -> float | None:
        """How far the clocks of `place` are ahead of those of `other` now."""
        here, there = self.clock(place), self.clock(other)
        if here is None or there is None:
            return None
        nothing = timedelta()
        return ((here.utcoffset() or nothing) - (there.utcoffset() or nothing)) / timedelta(hours=1)

    def sights(self, place: Place, limit: int) -> list[Place]:
        """The best known sights of a place, other than itself; of a country or region none."""
        if place.kind in ("country", "region"):
            return []
        found = self.gazetteer.sights_of(place, limit + 1)
        return [sight for sight in found if sight.id != place.id][:limit]

    def shows(self, places: Sequence[Place]) -> bool:
        """Whether all these are pinned already."""
        labels = {marker.label for marker in (*self.map.markers, *self.stops)}
        return all(place.name in labels for place in places)

    @property
    def stops(self) -> tuple[Marker, ...]:
        """The pins of the itinerary's stops, which the map has besides its markers."""
        stops = [stop for day in self.itinerary.days for stop in day.stops]
        return tuple(stop.marker for stop in stops if stop.marker)

    def rank(self, stop: Stop) -> float:
        """How well known a stop is, as far as the gazetteer tells; 0 if it doesn't know it."""
        marker = stop.marker
        named = self.gazetteer.names.exact(stop.place) if marker else []
        ranks = (m.rank for m in named if marker and km_between(m.place, marker) <= SAME_KM)
        return max(ranks, default=0.0)

    def where(self, place: Place) -> str:
        """Region and country: " in Tuscany, Italy"; empty for a country."""
        if place.kind == "country":
            return ""
        city = self.gazetteer.city_of(place) if place.kind == "sight" else None
        names = [city.name if city else place.region, the(place.country_name)]
        inside = [name for name in dict.fromkeys(names) if name and name != place.name]
        return f" in {', '.join(inside)}" if inside else ""

    def what(self, place: Place) -> str:
        """What it is, with its article: "a city", "an airport", "a museum"."""
        return a(self.kind(place))

    def kind(self, place: Place) -> str:
        """What it is: "museum", "airport"; a small settlement or a suburb is called a place."""
        is_small = place.kind == "city" and 0 < place.population < CITY_PEOPLE
        return "place" if is_small or self._is_suburb(place) else place.category or place.kind

    def _is_suburb(self, place: Place) -> bool:
        if place.kind != "city" or self.is_capital(place):
            return False
        near = self.gazetteer.near(place.latitude, place.longitude, 200, CITY_KIND, SUBURB_KM)
        return any(city.population > SUBURB_TIMES * place.population for city in near)

    def home(self, place: Place) -> Place:
        """The city of a sight, the largest one near an airport; of all else the place itself."""
        if place.kind == "sight":
            return self.gazetteer.city_of(place) or place
        if place.kind != "airport":
            return place
        near = self.gazetteer.near(place.latitude, place.longitude, 500, CITY_KIND, HOME_KM)
        return max(near, key=lambda city: city.population, default=place)
