"""Finding the settlements of GeoNames that the rows of the reviewed tables mean."""

from collections import defaultdict
from collections.abc import Iterable

from travelbot.data.gazetteer.building.records import score
from travelbot.data.gazetteer.building.sources import GeoNamesCity
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.geometry import distance_km


def city_score(city: GeoNamesCity) -> float:
    """Score a settlement by its population and its alternate names."""
    return score(city["population"], len(city["alternatenames"]))


class Settlements:
    """The settlements by country and name."""

    def __init__(self, cities: Iterable[GeoNamesCity]) -> None:
        """Index the cities by their names and, apart, by their alternate names."""
        self._named: dict[tuple[str, str], list[GeoNamesCity]] = defaultdict(list)
        self._also_named: dict[tuple[str, str], list[GeoNamesCity]] = defaultdict(list)
        self._in_country: dict[str, list[GeoNamesCity]] = defaultdict(list)
        for city in cities:
            country = city["countrycode"]
            self._in_country[country].append(city)
            self._named[country, name_key(city["name"])].append(city)
            for name in city["alternatenames"]:
                self._also_named[country, name_key(name)].append(city)

    def find(self, country: str, name: str, region: str = "") -> GeoNamesCity:
        """Return the best known settlement of a name. Raises ValueError if there is none."""
        found = self.namesakes(country, name, region)
        if found:
            return max(found, key=city_score)
        message = f"no settlement {name!r} in {country} {region}"
        raise ValueError(message)

    def namesakes(self, country: str, name: str, region: str = "") -> list[GeoNamesCity]:
        """Return the settlements of a name or, if there are none, of an alternate name."""
        key = country, name_key(name)
        for index in (self._named, self._also_named):
            found = [c for c in index.get(key, []) if region in ("", c["admin1code"])]
            if found:
                return found
        return []

    def nearest(self, country: str, latitude: float, longitude: float) -> GeoNamesCity:
        """Return the settlement of a country that is nearest to a point."""
        return min(
            self._in_country[country],
            key=lambda c: distance_km(latitude, longitude, c["latitude"], c["longitude"]),
        )
