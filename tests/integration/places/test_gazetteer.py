"""The gazetteer on its real file."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import PlaceKind

MEGABYTE = 1_000_000
CITIES: tuple[PlaceKind, ...] = ("city",)


def first(gazetteer: Gazetteer, text: str) -> str:
    return gazetteer.search(text)[0].id


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Tokyo", "city:1850147"),
        ("東京", "city:1850147"),
        ("münchen", "city:2867714"),
        ("Valencia", "city:2509954"),
        ("Paris, Texas", "city:4717560"),
        ("Paris, TX", "city:4717560"),
        ("NYC", "city:5128581"),
        ("Peking", "city:1816670"),
        ("UK", "country:GB"),
        ("Griechenland", "country:GR"),
        ("Georgia", "country:GE"),
        ("Singapore", "city:1880252"),
        ("Toscana", "region:IT.16"),
        ("Amalfi Coast", "region:it-amalfi-coast"),
        ("LHR", "airport:LHR"),
        ("Copenhagn", "city:2618425"),
        ("Reykjavk", "city:3413829"),
    ],
)
def test_search_finds_the_likeliest_place(gazetteer: Gazetteer, text: str, identifier: str) -> None:
    assert first(gazetteer, text) == identifier


def test_search_takes_beginnings(gazetteer: Gazetteer) -> None:
    assert gazetteer.search("ljublj")[0].name == "Ljubljana"


def test_search_favours_what_is_near(gazetteer: Gazetteer) -> None:
    dallas = (32.78, -96.8)

    assert gazetteer.search("Paris", near=dallas)[0].region == "Texas"


def test_search_keeps_to_a_country(gazetteer: Gazetteer) -> None:
    found = gazetteer.search("Paris", country="CA")

    assert found
    assert {place.country for place in found} == {"CA"}


@pytest.mark.parametrize("text", ["", "  ", "!?", "qwxzvkjhgf"])
def test_search_of_nothing_finds_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.search(text) == []


def test_search_treats_text_as_text(gazetteer: Gazetteer) -> None:
    assert gazetteer.search("'; DROP TABLE place; --") == []


def test_a_place_knows_where_it_is(gazetteer: Gazetteer) -> None:
    tokyo = gazetteer.get("city:1850147")

    assert tokyo is not None
    assert (tokyo.country, tokyo.country_name, tokyo.timezone) == ("JP", "Japan", "Asia/Tokyo")
    assert tokyo.population > 9_000_000


def test_unknown_ids_and_codes_give_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("city:0") is None
    assert gazetteer.country("ZZ") is None


def test_country_facts(gazetteer: Gazetteer) -> None:
    facts = gazetteer.country("ch")

    assert facts is not None
    assert (facts.capital, facts.currency_code, facts.currency_name) == (
        "Bern",
        "CHF",
        "Swiss Franc",
    )
    assert facts.languages[:3] == ("German", "French", "Italian")
    assert set(facts.neighbours) == {"DE", "IT", "LI", "FR", "AT"}


def test_near_is_sorted_and_bounded(gazetteer: Gazetteer) -> None:
    places = gazetteer.near(48.8566, 2.3522, 5, kinds=CITIES, radius_km=10)

    away = [distance_km(48.8566, 2.3522, place.latitude, place.longitude) for place in places]
    assert "Paris" in {place.name for place in places}
    assert away == sorted(away)
    assert len(places) == 5


def test_near_crosses_the_antimeridian(gazetteer: Gazetteer) -> None:
    places = gazetteer.near(-16.8, -179.99, 20)

    assert {place.longitude > 0 for place in places} == {True, False}
    assert all(place.country == "FJ" for place in places[:5])


@pytest.mark.parametrize("latitude", [90.0, -90.0])
def test_near_works_at_the_poles(gazetteer: Gazetteer, latitude: float) -> None:
    assert len(gazetteer.near(latitude, 0.0, 3, kinds=CITIES)) == 3


def test_sights_of_a_city(gazetteer: Gazetteer) -> None:
    paris = gazetteer.search("Paris")[0]

    names = {place.name for place in gazetteer.sights_of(paris, 40)}

    assert {"Eiffel Tower", "Louvre Museum"} <= names


def test_airports_of_a_city_and_of_a_country(gazetteer: Gazetteer) -> None:
    london, iceland = gazetteer.search("London")[0], gazetteer.search("Iceland")[0]

    assert {"LHR", "LGW"} <= {place.iata for place in gazetteer.airports_of(london, 6)}
    assert gazetteer.airports_of(iceland, 1)[0].iata == "KEF"


def test_many_threads_read_at_once(gazetteer: Gazetteer) -> None:
    with ThreadPoolExecutor(max_workers=16) as pool:
        found = list(pool.map(lambda _: first(gazetteer, "Tokyo"), range(200)))

    assert set(found) == {"city:1850147"}


def test_the_file_is_small(gazetteer_path: Path) -> None:
    assert gazetteer_path.stat().st_size <= 25 * MEGABYTE


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Gazetteer(tmp_path / "none.sqlite")


@pytest.mark.parametrize(
    ("name", "country", "known"),
    [
        ("München", None, True),
        ("Paris, Texas", "US", True),
        ("Paris", "JP", False),
        ("Münch", None, False),
        ("Tokioo", None, False),
        ("", None, False),
    ],
)
def test_knows_whole_names_only(
    gazetteer: Gazetteer, name: str, country: str | None, known: bool
) -> None:
    assert gazetteer.knows(name, country) is known
