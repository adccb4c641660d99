"""Settlements from GeoNames, with the reviewed names and the places that travellers go to."""

from collections.abc import Mapping
from typing import NamedTuple

from travelbot.data.gazetteer.building.names import (
    in_scripts,
    usable_alternates,
    variants,
    without_signs,
)
from travelbot.data.gazetteer.building.records import Names, Record, record
from travelbot.data.gazetteer.building.settlements import Settlements, city_score
from travelbot.data.gazetteer.building.sources import GeoNamesCity, split_names
from travelbot.data.gazetteer.folding import name_key
from travelbot.models.places import Place

Rows = list[dict[str, str]]

SMALLEST = 5_000
"""People above which every settlement is kept."""
FAMOUS_NAMES = 12
"""Alternate names from which a smaller settlement is kept too: those that encyclopedias know."""
FAMOUS_SCORE = 8.0
"""Score of a settlement from which even its smallest namesakes are kept."""
DESTINATION_BONUS = 2.5
"""What a reviewed destination gains at most."""
DESTINATION_SCORE = 7.0
"""What the bonus lifts a destination to at most, so that it stays below cities of its name."""
KNOWN_ABROAD = 6.0
"""Score from which a settlement's names in foreign scripts are kept."""
VILLAGE_SCORE = 7.0
"""Score of a reviewed village that GeoNames' list of settlements lacks."""


class Labels(NamedTuple):
    """Names of countries and of divisions, and scripts of countries, by code; ordinary words."""

    countries: Mapping[str, str]
    regions: Mapping[str, str]
    scripts: Mapping[str, frozenset[str]]
    ordinary: frozenset[str]
    """Keys of ordinary words, which no alternate name may be."""
    capitals: frozenset[str]
    """Folded names of capitals, which no other city's further names may take."""


class Reviewed(NamedTuple):
    """The reviewed tables about settlements."""

    renamed: Rows
    """The English name and further ones."""
    destinations: Rows
    """Those that travellers go to, by country."""
    villages: Rows
    """Those that GeoNames' list lacks."""


def city_records(
    cities: list[GeoNamesCity], labels: Labels, reviewed: Reviewed, sights: Rows
) -> list[Record]:
    """Return the settlements worth keeping: large, famous, reviewed, with sights, or namesakes.

    Raises ValueError for a reviewed row that means no settlement.
    """
    settlements = Settlements(cities)
    names = {
        settlements.find(row["country"], row["name"], row["region"])["geonameid"]: row
        for row in reviewed.renamed
    }
    visited = {
        settlements.find(row["country"], name)["geonameid"]
        for row in reviewed.destinations
        for name in split_names(row["names"])
    }
    wanted = visited | names.keys() | _with_sights(sights, settlements) | _namesakes(cities)
    kept = [
        _record(city, labels, names.get(city["geonameid"]), city["geonameid"] in visited)
        for city in cities
        if _is_kept(city) or city["geonameid"] in wanted
    ]
    return kept + [_village(row, settlements, labels) for row in reviewed.villages]


def _namesakes(cities: list[GeoNamesCity]) -> set[int]:
    famous = {name_key(city["name"]) for city in cities if city_score(city) >= FAMOUS_SCORE}
    return {city["geonameid"] for city in cities if name_key(city["name"]) in famous}


def _with_sights(sights: Rows, settlements: Settlements) -> set[int]:
    return {
        city["geonameid"]
        for row in sights
        for city in settlements.namesakes(row["country"], row["city"])
    }


def _is_kept(city: GeoNamesCity) -> bool:
    return city["population"] >= SMALLEST or len(city["alternatenames"]) >= FAMOUS_NAMES


def _record(
    city: GeoNamesCity,
    labels: Labels,
    row: dict[str, str] | None,
    is_visited: bool,
) -> Record:
    place = _place(city, labels)
    reviewed = (row["name"], *split_names(row["other_names"])) if row else ()
    names = Names(
        sure=(*variants(city["name"]), *reviewed),
        other=(*_alternates(city, labels, is_known=is_visited), *_without_city(city["name"])),
    )
    shown = place.model_copy(update={"name": row["name"]}) if row else place
    points = city_score(city)
    lifted = max(points, min(points + DESTINATION_BONUS, DESTINATION_SCORE))
    return record(shown, names, lifted if is_visited else points)


def _place(city: GeoNamesCity, labels: Labels) -> Place:
    country = city["countrycode"]
    return Place(
        id=f"city:{city['geonameid']}",
        name=city["name"],
        kind="city",
        latitude=round(city["latitude"], 5),
        longitude=round(city["longitude"], 5),
        country=country,
        country_name=labels.countries[country],
        region=labels.regions.get(f"{country}.{city['admin1code']}", ""),
        population=city["population"],
        timezone=city["timezone"],
    )


def _village(row: dict[str, str], settlements: Settlements, labels: Labels) -> Record:
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    neighbour = _place(settlements.nearest(row["country"], latitude, longitude), labels)
    place = neighbour.model_copy(
        update={
            "id": "city:" + name_key(f"{row['country']} {row['name']}").replace(" ", "-"),
            "name": row["name"],
            "latitude": latitude,
            "longitude": longitude,
            "population": 0,
        }
    )
    names = Names(sure=(*variants(row["name"]), *split_names(row["other_names"])))
    return record(place, names, VILLAGE_SCORE)


def _alternates(city: GeoNamesCity, labels: Labels, *, is_known: bool) -> list[str]:
    usable = usable_alternates(city["alternatenames"])
    names = [name for name in usable if not _misleads(name_key(name), labels)]
    names += without_signs(names)
    if is_known or city_score(city) >= KNOWN_ABROAD:
        return names
    return in_scripts(names, labels.scripts[city["countrycode"]])


def _misleads(key: str, labels: Labels) -> bool:
    return key in labels.capitals or labels.ordinary.issuperset(key.split())


def _without_city(name: str) -> list[str]:
    return [name.removesuffix(" City")] if name.endswith(" City") else []
