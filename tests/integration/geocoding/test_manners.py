"""The pace of the requests, and what happens when they fail."""

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import HttpUrl

from tests.fakes.geocoder_server import PHOTON_SEPTIME, SEPTIME, FakeGeocoder
from tests.integration.geocoding.desk import FOUND, Desk
from travelbot.data.geocoder import ENGINES, OnlineGeocoder, build_geocoder
from travelbot.data.geocodes import Geocodes
from travelbot.data.osm_engines import NominatimEngine
from travelbot.data.throttle import Breaker, Pace
from travelbot.settings import Settings


def test_requests_are_a_second_apart(service: FakeGeocoder, desk: Desk) -> None:
    for number in range(3):
        desk.find(f"Place {number}")
    assert len(service.requests) == 3
    assert desk.clock.read() == 2


def test_requests_of_all_threads_are_an_interval_apart(
    service: FakeGeocoder, database: Path
) -> None:
    geocoder = build_geocoder(settings(service, database), interval=0.1)
    assert geocoder is not None
    with ThreadPoolExecutor(5) as threads:
        assert list(threads.map(geocoder.find, "abcde")) == [(FOUND,)] * 5
    times = [request.time for request in service.requests]
    assert max(times) - min(times) > 0.3


def test_who_would_wait_too_long_gets_nothing_which_is_not_kept(
    service: FakeGeocoder, database: Path
) -> None:
    service.stall()
    geocoder = build_geocoder(settings(service, database), interval=100)
    assert geocoder is not None
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(geocoder.find, "First")
        assert service.reached.wait(5)
        assert geocoder.find("Second") == ()
        service.release()
        assert first.result() == (FOUND,)
    assert Desk(service.url, database).find("Second") == (FOUND,)


def settings(service: FakeGeocoder, database: Path) -> Settings:
    return Settings.read(
        {
            "TRAVELBOT_DB": str(database),
            "TRAVELBOT_GEOCODER": "nominatim",
            "TRAVELBOT_GEOCODER_URL": service.url,
        }
    )


@pytest.mark.parametrize(
    "answer",
    [
        (429, b"slow down"),
        (500, b"oops"),
        (403, b""),
        (200, b"<html>sorry</html>"),
        (200, b""),
        (200, b"\xff\xfe"),
        (200, b'{"error": "broken"}'),
        (200, b'["Paris"]'),
        (200, b'[{"lat": "north", "lon": "east", "display_name": "X"}]'),
        (200, b'[{"lat": "1234", "lon": "0", "display_name": "X"}]'),
        (200, b"[" * 100_000),
    ],
)
@pytest.mark.parametrize("engine", list(ENGINES))
def test_a_failing_service_gives_nothing_and_is_left_alone_for_a_minute(
    service: FakeGeocoder,
    database: Path,
    caplog: pytest.LogCaptureFixture,
    engine: str,
    answer: tuple[int, bytes],
) -> None:
    service.fails(*answer)
    desk = Desk(service.url, database, engine)
    with caplog.at_level(logging.WARNING):
        assert [desk.find("Septime"), desk.find("Other")] == [(), ()]
    assert len(service.requests) == 1
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    service.finds(PHOTON_SEPTIME if engine == "photon" else SEPTIME)
    desk.clock.sleep(59)
    assert desk.find("Septime") == ()
    desk.clock.sleep(1)
    assert desk.find("Septime") == (FOUND,)


def test_an_unreachable_service_gives_nothing(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk("http://127.0.0.1:9", database)
    assert [desk.find("Septime"), desk.find("Other")] == [(), ()]
    assert len(caplog.records) == 1


def test_a_slow_service_is_given_up(
    service: FakeGeocoder, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    service.stall()
    desk = Desk(service.url, database, timeout=0.1)
    assert [desk.find("Septime"), desk.find("Other")] == [(), ()]
    assert service.reached.wait(5)
    assert len(service.requests) == 1
    assert len(caplog.records) == 1


def test_an_answer_has_to_come_in_time_whatever_the_connection_allows(
    service: FakeGeocoder, database: Path
) -> None:
    engine = NominatimEngine(HttpUrl(service.url), timeout=60)
    service.stall()
    geocoder = OnlineGeocoder(
        engine, Geocodes(database, engine.source), Pace(1, 3), Breaker(60), timeout=0.1
    )
    assert geocoder.find("Septime") == ()


def test_known_places_are_found_while_the_service_fails(service: FakeGeocoder, desk: Desk) -> None:
    desk.find("Septime")
    service.fails(500)
    assert desk.find("Other") == ()
    assert desk.find("Septime") == (FOUND,)
