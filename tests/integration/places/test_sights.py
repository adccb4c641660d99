"""Each sight lies where its city is."""

import csv
from pathlib import Path

import pytest

import travelbot.data.gazetteer
from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place
from travelbot.service.grounding import tolerance

SIGHTS = Path(travelbot.data.gazetteer.__file__).parent / "sights.csv"
SPREAD = tolerance.NATURAL | {"archaeological site"}
"""Kinds that may lie farther from the city that they are known by."""


def tolerance_km(kind: str, city: Place) -> float:
    """Distance that a sight may lie from its city, by its kind or the city's population."""
    return tolerance.NATURAL_KM if kind in SPREAD else tolerance.of_sights(city)


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
