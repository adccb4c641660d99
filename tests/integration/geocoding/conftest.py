from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.geocoder_server import FakeGeocoder
from tests.integration.geocoding.desk import Desk


@pytest.fixture
def service() -> Iterator[FakeGeocoder]:
    """A service that knows a restaurant."""
    with FakeGeocoder().running() as fake:
        yield fake


@pytest.fixture
def desk(service: FakeGeocoder, database: Path) -> Desk:
    """A geocoder that asks it as Nominatim."""
    return Desk(service.url, database)
