"""What is asked, and what becomes of the answers."""

from pathlib import Path
from typing import Any

import pytest

from tests.fakes.geocoder_server import PHOTON_SEPTIME, SEPTIME, FakeGeocoder
from tests.integration.geocoding.desk import FOUND, Desk
from travelbot.data.geocoder import ENGINES, build_geocoder
from travelbot.settings import Settings


@pytest.mark.parametrize("engine", list(ENGINES))
def test_a_result_becomes_a_place(service: FakeGeocoder, database: Path, engine: str) -> None:
    assert Desk(service.url, database, engine).find("Septime") == (FOUND,)


def test_what_nominatim_is_asked(service: FakeGeocoder, desk: Desk) -> None:
    desk.find(" Septime,\n Paris ", "FR")
    [request] = service.requests
    assert request.path == "/search"
    assert request.parameters == {
        "q": "Septime, Paris",
        "format": "json",
        "limit": "5",
        "addressdetails": "1",
        "accept-language": "en",
        "countrycodes": "fr",
    }
    assert request.user_agent.startswith("Travelbot/")


def test_what_photon_is_asked(service: FakeGeocoder, database: Path) -> None:
    Desk(service.url, database, "photon").find("Septime")
    [request] = service.requests
    assert request.path == "/api"
    assert request.parameters == {"q": "Septime", "limit": "5", "lang": "en"}
    assert request.user_agent.startswith("Travelbot/")


def test_a_service_may_be_in_a_folder(service: FakeGeocoder, database: Path) -> None:
    Desk(f"{service.url}/osm/", database).find("Septime")
    assert service.requests[0].path == "/osm/search"


def test_photons_other_countries_are_left_out(service: FakeGeocoder, database: Path) -> None:
    properties = {**PHOTON_SEPTIME["properties"], "countrycode": "BE"}
    abroad = {**PHOTON_SEPTIME, "properties": properties}
    service.finds(*[abroad] * 6, *[PHOTON_SEPTIME] * 6)
    assert Desk(service.url, database, "photon").find("Septime", "fr") == (FOUND,) * 5


@pytest.mark.parametrize(
    "odd", [{"osm_id": None}, {"name": "", "address": {}}, {"type": 5}, {"address": {"state": 5}}]
)
def test_a_result_that_is_no_place_is_left_out(
    service: FakeGeocoder, desk: Desk, odd: dict[str, Any]
) -> None:
    service.finds({**SEPTIME, **odd}, SEPTIME)
    assert desk.find("Septime") == (FOUND,)


@pytest.mark.parametrize("query", ["", " \0 ", "\ud83d"])
def test_nothing_is_not_looked_up(service: FakeGeocoder, desk: Desk, query: str) -> None:
    assert desk.find(query) == ()
    assert service.requests == []


def test_half_a_character_does_no_harm(service: FakeGeocoder, desk: Desk) -> None:
    assert desk.find("Septime \ud83d") == (FOUND,)
    assert service.requests[0].parameters["q"] == "Septime"


def test_it_is_off_unless_the_host_turns_it_on() -> None:
    assert build_geocoder(Settings.read({})) is None
    assert build_geocoder(Settings.read({"TRAVELBOT_GEOCODER_URL": "http://127.0.0.1:9"})) is None
