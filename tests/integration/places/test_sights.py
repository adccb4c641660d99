"""Each sight lies where its city is."""

import csv
from pathlib import Path

import pytest

import travelbot.data.gazetteer
from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place

SIGHTS = Path(travelbot.data.gazetteer.__file__).parent / "sights.csv"
TOLERANCE_KM = ((100_000, 12.0), (300_000, 15.0), (1_000_000, 20.0), (5_000_000, 25.0))
LARGEST_TOLERANCE_KM = 40.0
NATURAL_KM = 60.0
NATURAL = {
    "archaeological site",
    "beach",
    "canyon",
    "cave",
    "desert",
    "island",
    "lake",
    "mountain",
    "national park",
    "natural feature",
    "volcano",
    "waterfall",
}


def tolerance_km(kind: str, city: Place) -> float:
    """Distance that a sight may lie from its city, by its kind or the city's population."""
    if kind in NATURAL:
        return NATURAL_KM
    return next(
        (km for people, km in TOLERANCE_KM if city.population < people), LARGEST_TOLERANCE_KM
    )


def rows() -> list[dict[str, str]]:
    with SIGHTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cities_of(gazetteer: Gazetteer, row: dict[str, str]) -> list[Place]:
    key = name_key(row["city"])
    matches = gazetteer.database.named([key]).get(key, [])
    return [match.place for match in matches if match.place.country == row["country"]]


def away_km(row: dict[str, str], city: Place) -> float:
    point = float(row["latitude"]), float(row["longitude"])
    return distance_km(*point, city.latitude, city.longitude)


def test_the_table_is_sorted_and_large() -> None:
    keys = [(row["country"], row["city"], row["name"]) for row in rows()]

    assert keys == sorted(keys)
    assert len(keys) > 1_000


def test_every_sight_has_its_city(gazetteer: Gazetteer) -> None:
    assert [row["name"] for row in rows() if not cities_of(gazetteer, row)] == []


def test_every_sight_lies_near_its_city(gazetteer: Gazetteer) -> None:
    far = [
        (row["name"], row["city"])
        for row in rows()
        if all(
            away_km(row, city) > tolerance_km(row["kind"], city)
            for city in cities_of(gazetteer, row)
        )
    ]

    assert far == []


@pytest.mark.parametrize(
    ("name", "category", "city"),
    [("Eiffel Tower", "tower", "Paris"), ("Taj Mahal", "monument", "Agra")],
)
def test_known_sights(gazetteer: Gazetteer, name: str, category: str, city: str) -> None:
    sight = gazetteer.search(name)[0]
    home = gazetteer.search(city)[0]

    assert (sight.kind, sight.country) == ("sight", home.country)
    assert sight.category in (category, "tomb", "palace", "mausoleum", "building")
