"""Build the gazetteer: `python -m travelbot.data.gazetteer.build --sights CSV --out FILE`."""

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from travelbot.data.gazetteer.building import sources
from travelbot.data.gazetteer.building.airports import airport_records
from travelbot.data.gazetteer.building.cities import Labels, Reviewed, city_records
from travelbot.data.gazetteer.building.countries import (
    country_names,
    country_records,
    country_scripts,
)
from travelbot.data.gazetteer.building.lexicon import abbreviations, ordinary_keys, words
from travelbot.data.gazetteer.building.records import Record
from travelbot.data.gazetteer.building.regions import region_records
from travelbot.data.gazetteer.building.sights import sight_records
from travelbot.data.gazetteer.building.writer import Contents, write
from travelbot.data.gazetteer.folding import name_key


def build(sights: Path, out: Path) -> None:
    """Write the gazetteer with the sights of a CSV file. Raises ValueError for an unknown city."""
    write(out, _contents(sources.rows(sights)))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).parent
    parser.add_argument("--sights", type=Path, default=here / "sights.csv")
    parser.add_argument("--out", type=Path, default=here / "gazetteer.sqlite")
    arguments = parser.parse_args()
    build(arguments.sights, arguments.out)


def _contents(sights: list[dict[str, str]]) -> Contents:
    all_cities = sources.geonames_cities()
    all_countries = sources.geonames_countries()
    names = country_names(all_countries)
    codes = {row["code"]: row["name"] for row in sources.table("admin1.csv")}
    tables = ("cities.csv", "destinations.csv", "villages.csv")
    reviewed = Reviewed(*map(sources.table, tables))
    capitals = frozenset(name_key(country["capital"]) for country in all_countries)
    labels = Labels(names, codes, country_scripts(all_countries), ordinary_keys(), capitals)
    cities = city_records(all_cities, labels, reviewed, sights)
    countries = country_records(all_countries, sources.table("countries.csv"), _zones(cities))
    regions = region_records(codes, sources.table("regions.csv"), all_cities, names)
    airports = airport_records(sources.table("airports.csv"), names)
    places = cities + [country.record for country in countries] + regions + airports
    existing = [country.facts for country in countries]
    return Contents(
        places + sight_records(sights, cities), existing, abbreviations(existing), words()
    )


def _zones(cities: Iterable[Record]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for record in cities:
        found[record.place.country].add(record.place.timezone)
    return found


if __name__ == "__main__":
    main()
