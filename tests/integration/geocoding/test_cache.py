"""What was found once is not asked again."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.fakes.geocoder_server import FakeGeocoder
from tests.integration.geocoding.desk import FOUND, START, Desk
from travelbot.data.geocodes import LIFE

LOOK_UP = """
import os
from travelbot.data.geocoder import build_geocoder
from travelbot.settings import Settings
print(build_geocoder(Settings.read(os.environ)).find("SEPTIME ")[0].id)
"""


def test_another_process_finds_it_in_the_cache(
    service: FakeGeocoder, database: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.today = datetime.now(UTC)
    desk.find("Septime")
    monkeypatch.setenv("TRAVELBOT_DB", str(database))
    monkeypatch.setenv("TRAVELBOT_GEOCODER", "nominatim")
    monkeypatch.setenv("TRAVELBOT_GEOCODER_URL", service.url)
    told = subprocess.run(
        [sys.executable, "-c", LOOK_UP], check=True, capture_output=True, text=True
    )
    assert told.stdout == "osm:N1234\n"
    assert len(service.requests) == 1


def test_that_there_is_nothing_is_remembered(
    service: FakeGeocoder, database: Path, desk: Desk
) -> None:
    service.finds()
    assert desk.find("Nowhere") == ()
    assert Desk(service.url, database).find("nowhere") == ()
    assert len(service.requests) == 1


def test_countries_and_services_have_answers_of_their_own(
    service: FakeGeocoder, database: Path, desk: Desk
) -> None:
    desk.find("Septime")
    desk.find("Septime", "FR")
    desk.find("Septime", "fr")
    Desk(service.url, database, "photon").find("Septime")
    assert [request.path for request in service.requests] == ["/search", "/search", "/api"]


def test_an_old_answer_is_asked_anew_and_others_as_old_go(
    service: FakeGeocoder, database: Path, desk: Desk
) -> None:
    desk.find("Septime")
    desk.find("Other")
    desk.today = START + LIFE
    desk.find("Septime")
    assert len(service.requests) == 2
    desk.today += timedelta(seconds=1)
    service.finds()
    assert desk.find("Septime") == ()
    assert len(service.requests) == 3
    db = Database(database)
    assert [row["query"] for row in db["geocodes"].rows] == ["septime"]
    db.close()


def test_a_cache_that_cannot_be_used_breaks_nothing(service: FakeGeocoder, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"not a database " * 100)
    for path in (Path("/dev/null/chats.db"), damaged):
        desk = Desk(service.url, path)
        assert [desk.find("Septime"), desk.find("Septime")] == [(FOUND,), (FOUND,)]
    assert len(service.requests) == 4


def test_what_another_version_kept_is_asked_anew(
    service: FakeGeocoder, database: Path, desk: Desk
) -> None:
    desk.find("Septime")
    with sqlite3.connect(database) as connection:
        connection.execute("update geocodes set places = '[{\"name\": 1}]'")
    connection.close()
    assert desk.find("Septime") == (FOUND,)
    assert desk.find("Septime") == (FOUND,)
    assert len(service.requests) == 2
