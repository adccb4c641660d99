import pytest

from travelbot.models.trip_map import Marker, Viewport
from travelbot.service.viewport import CLOSEST, fit, pixels, shows

TOKYO = Marker(latitude=35.68, longitude=139.69, label="Tokyo")
OSAKA = Marker(latitude=34.69, longitude=135.50, label="Osaka")
SUVA = Marker(latitude=-18.14, longitude=178.44, label="Suva")
APIA = Marker(latitude=-13.83, longitude=-171.77, label="Apia")
POLE = Marker(latitude=90, longitude=0, label="North Pole")


@pytest.mark.parametrize("markers", [[TOKYO], [TOKYO, OSAKA], [SUVA, APIA], [POLE]])
def test_a_fitted_viewport_shows_its_markers(markers: list[Marker]) -> None:
    assert shows(fit(markers), markers)


def test_fit_takes_the_short_way_across_the_antimeridian() -> None:
    viewport = fit([SUVA, APIA])
    assert abs(viewport.longitude) > 170
    assert viewport.zoom > 3


def test_fit_is_no_closer_than_it_has_to_be() -> None:
    assert fit([TOKYO]).zoom == CLOSEST
    assert fit([TOKYO], closest=9).zoom == 9
    closer = fit([TOKYO, OSAKA]).model_copy(update={"zoom": fit([TOKYO, OSAKA]).zoom + 0.5})
    assert not shows(closer, [TOKYO, OSAKA])


def test_a_marker_far_off_is_not_shown() -> None:
    assert not shows(Viewport(latitude=35.68, longitude=139.69, zoom=11), [TOKYO, OSAKA])


def test_pixels_grow_to_the_right_and_downwards() -> None:
    x, y = pixels(Viewport(latitude=35.68, longitude=139.69, zoom=6), OSAKA)
    assert x < 0 < y
    assert pixels(Viewport(latitude=35.68, longitude=139.69, zoom=6), TOKYO) == (0, 0)
