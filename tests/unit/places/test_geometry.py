from itertools import chain

import pytest

from travelbot.data.gazetteer.geometry import HALF_GLOBE_KM, cell, cell_ranges, distance_km


def covered(latitude: float, longitude: float, radius_km: float) -> set[int]:
    ranges = cell_ranges(latitude, longitude, radius_km)
    return set(chain.from_iterable(range(first, last + 1) for first, last in ranges))


def test_distance_between_cities() -> None:
    assert distance_km(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(343.6, abs=1)


def test_distance_over_the_antimeridian_and_between_antipodes() -> None:
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(111.2, abs=0.1)
    assert distance_km(0, 0, 0, 180) == pytest.approx(HALF_GLOBE_KM)


@pytest.mark.parametrize(("latitude", "longitude"), [(90, 0), (-90, 0), (0, 180), (0, -180)])
def test_every_point_has_a_cell(latitude: float, longitude: float) -> None:
    assert 0 <= cell(latitude, longitude) < 180 * 360


@pytest.mark.parametrize(
    ("centre", "other"),
    [
        ((48.9, 2.4), (49.3, 2.1)),
        ((-16.8, 179.95), (-16.8, -179.95)),
        ((89.9, 10), (89.9, -170)),
        ((-89.9, 0), (-89.8, 120)),
        ((70.0, 25.0), (70.0, 26.2)),
    ],
)
def test_cells_cover_the_circle(centre: tuple[float, float], other: tuple[float, float]) -> None:
    radius = distance_km(*centre, *other) + 0.1

    assert cell(*other) in covered(*centre, radius)


def test_half_the_globe_covers_all() -> None:
    assert len(covered(12.3, 45.6, HALF_GLOBE_KM)) == 180 * 360
