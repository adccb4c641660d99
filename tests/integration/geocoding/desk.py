"""A geocoder whose time the test tells, and what all these tests look for."""

from datetime import UTC, datetime
from pathlib import Path

from pydantic import HttpUrl

from tests.fakes.clock import FakeClock
from travelbot.data.geocoder import ENGINES, OnlineGeocoder
from travelbot.data.geocodes import Geocodes
from travelbot.data.throttle import Breaker, Pace
from travelbot.models.places import Place

START = datetime(2026, 1, 1, tzinfo=UTC)
FOUND = Place(
    id="osm:N1234",
    name="Septime",
    kind="sight",
    category="restaurant",
    latitude=48.8534,
    longitude=2.3807,
    country="FR",
    country_name="France",
    region="Île-de-France",
)


class Desk:
    """A geocoder, and the time that it knows of."""

    def __init__(
        self, url: str, database: Path, engine: str = "nominatim", timeout: float = 3
    ) -> None:
        self.clock = FakeClock()
        self.today = START
        asked = ENGINES[engine](HttpUrl(url), timeout)
        self.find = OnlineGeocoder(
            asked,
            Geocodes(database, asked.source, now=lambda: self.today),
            Pace(1.0, 3.0, self.clock.read, self.clock.sleep),
            Breaker(60.0, self.clock.read),
            timeout,
        ).find
