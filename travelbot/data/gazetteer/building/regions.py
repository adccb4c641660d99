"""First-level divisions and well-known areas and islands that are none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log10
from statistics import median

from travelbot.data.gazetteer.building.names import variants
from travelbot.data.gazetteer.building.records import Names, Record, record
from travelbot.data.gazetteer.building.sources import GeoNamesCity, split_names
from travelbot.data.gazetteer.folding import name_key
from travelbot.models.places import Place

AREA_SCORE = 7.5
"""Score of an area without a population: as known as a city of 300,000."""
REVIEWED_BONUS = 1.5
NAMESAKE_PENALTY = 1.0
"""What a division loses that is called like a city in it: people mean the city."""


def region_records(
    codes: Mapping[str, str],
    reviewed: list[dict[str, str]],
    cities: Iterable[GeoNamesCity],
    country_names: Mapping[str, str],
) -> list[Record]:
    """Return the divisions, given names by code, and the areas of the reviewed table.

    A row of the table that has a division's name and country gives its centre and other names;
    the centre of any other division is the median of its settlements.
    """
    by_name = {(row["country"], name_key(row["name"])): row for row in reviewed}
    settlements = _by_region(cities)
    divisions = [
        _division(code, name, by_name.pop((code[:2], name_key(name)), None), settlements[code])
        for code, name in sorted(codes.items())
        if code[:2] in country_names and code in settlements
    ]
    areas = [_area(row) for row in by_name.values()]
    return [_with_country(region, country_names) for region in divisions + areas]


def _by_region(cities: Iterable[GeoNamesCity]) -> dict[str, list[GeoNamesCity]]:
    found: dict[str, list[GeoNamesCity]] = defaultdict(list)
    for city in cities:
        found[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    return found


def _division(
    code: str, name: str, row: dict[str, str] | None, settlements: list[GeoNamesCity]
) -> Record:
    zones = {city["timezone"] for city in settlements}
    population = sum(city["population"] for city in settlements)
    place = Place(
        id=f"region:{code}",
        name=name,
        kind="region",
        latitude=float(row["latitude"]) if row else _middle(settlements, "latitude"),
        longitude=float(row["longitude"]) if row else _middle(settlements, "longitude"),
        country=code[:2],
        region=name,
        population=population,
        timezone=zones.pop() if len(zones) == 1 else "",
    )
    names = Names(
        sure=(name, *_reviewed_names(row)), likely=(*variants(name), *_without_type(name))
    )
    return record(place, names, _score(population, row, _has_namesake(name, settlements)))


def _score(population: int, row: dict[str, str] | None, has_namesake: bool) -> float:
    points = log10(max(population, 1)) + (REVIEWED_BONUS if row else 0.0)
    if has_namesake:
        return points - NAMESAKE_PENALTY
    return max(points, AREA_SCORE) if row else points


def _area(row: dict[str, str]) -> Record:
    slug = name_key(f"{row['country']} {row['name']}").replace(" ", "-")
    place = Place(
        id=f"region:{slug}",
        name=row["name"],
        kind="region",
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        country=row["country"],
    )
    return record(place, Names(sure=(row["name"], *_reviewed_names(row))), AREA_SCORE)


def _reviewed_names(row: dict[str, str] | None) -> tuple[str, ...]:
    return split_names(row["other_names"]) if row else ()


def _without_type(name: str) -> list[str]:
    types = (" Province", " Region", " Department", " Oblast", " Voivodeship", " County")
    return [name.removesuffix(kind) for kind in types if name.endswith(kind)]


def _middle(settlements: list[GeoNamesCity], axis: str) -> float:
    values = [city["latitude" if axis == "latitude" else "longitude"] for city in settlements]
    return round(median(values), 4)


def _has_namesake(name: str, settlements: list[GeoNamesCity]) -> bool:
    key = name_key(name)
    return any(name_key(city["name"]) == key for city in settlements)


def _with_country(region: Record, country_names: Mapping[str, str]) -> Record:
    name = country_names.get(region.place.country, "")
    return region._replace(place=region.place.model_copy(update={"country_name": name}))
