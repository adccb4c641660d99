"""Airports with an IATA code. airportsdata, MIT."""

from collections.abc import Mapping

import airportsdata

from travelbot.data.gazetteer.building.records import Names, Record, record
from travelbot.data.gazetteer.building.sources import split_names
from travelbot.models.places import Place

_SCORE = 4.0
_INTERNATIONAL_BONUS = 1.0
_REVIEWED_BONUS = 3.0


def airport_records(table: list[dict[str, str]], country_names: Mapping[str, str]) -> list[Record]:
    """Return the airports by code, given the table of the large ones' other names."""
    reviewed = {row["iata"]: split_names(row["other_names"]) for row in table}
    airports = airportsdata.load("IATA")
    return [
        _record(airports[code], reviewed.get(code), country_names)
        for code in sorted(airports)
        if airports[code]["country"] in country_names
    ]


def _record(
    airport: airportsdata.Airport,
    reviewed: tuple[str, ...] | None,
    country_names: Mapping[str, str],
) -> Record:
    name = airport["name"]
    place = Place(
        id=f"airport:{airport['iata']}",
        name=name,
        kind="airport",
        latitude=round(airport["lat"], 5),
        longitude=round(airport["lon"], 5),
        country=airport["country"],
        country_name=country_names[airport["country"]],
        region=airport["subd"],
        timezone=airport["tz"],
        iata=airport["iata"],
    )
    points = _SCORE + (_INTERNATIONAL_BONUS if "International" in name else 0.0)
    points += 0.0 if reviewed is None else _REVIEWED_BONUS
    names = Names(sure=(name, airport["iata"], *(reviewed or ())), likely=(_plain(name),))
    return record(place, names, points)


def _plain(name: str) -> str:
    return name.replace(" International", "") if name.endswith("Airport") else name
