"""Sights from the reviewed table, each tied to its city."""

from collections import defaultdict
from collections.abc import Iterable

from travelbot.data.gazetteer.building.records import Names, Record, record
from travelbot.data.gazetteer.building.sources import split_names
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place

_SCORE = 7.0
_PER_NAME = 0.1
_MOST_NAMES = 5
_FARTHEST_KM = 150.0


def sight_records(rows: list[dict[str, str]], cities: Iterable[Record]) -> list[Record]:
    """Return the sights; those of one name are told apart by their city in the id.

    Raises ValueError if a sight's city is unknown or further than 150 km away.
    """
    by_name: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for city in cities:
        for key in city.ranks:
            by_name[city.place.country, key].append(city)
    found = [_record(row, by_name.get((row["country"], name_key(row["city"])), [])) for row in rows]
    return sorted(found, key=lambda sight: sight.place.id)


def _record(row: dict[str, str], namesakes: list[Record]) -> Record:
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    city = _city(row, namesakes, latitude, longitude)
    place = city.model_copy(
        update={
            "id": "sight:"
            + name_key(f"{row['country']} {row['name']} {row['city']}").replace(" ", "-"),
            "name": row["name"],
            "kind": "sight",
            "category": row["kind"],
            "latitude": latitude,
            "longitude": longitude,
            "population": 0,
        }
    )
    names = (*split_names(row["other_names"]), *_short_names(row["name"]))
    points = _SCORE + _PER_NAME * min(len(names), _MOST_NAMES)
    return record(place, Names(sure=(row["name"], *names)), points, city.id)


def _city(row: dict[str, str], namesakes: list[Record], latitude: float, longitude: float) -> Place:
    near = [
        city
        for city in namesakes
        if distance_km(latitude, longitude, city.place.latitude, city.place.longitude)
        <= _FARTHEST_KM
    ]
    if not near:
        message = f"sight {row['name']!r}: no city {row['city']!r} near it in {row['country']}"
        raise ValueError(message)
    return max(near, key=lambda city: city.score).place


def _short_names(name: str) -> list[str]:
    short = name.removesuffix(" National Park").removeprefix("Mount ")
    return [short] if short != name else []
