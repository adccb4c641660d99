import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from travelbot.web.basemap import ASSETS, BORDERS
from travelbot.web.basemap.land import FILE, land
from travelbot.web.small_map import HEIGHT, WIDTH, crop_of, small_map

ROME, FLORENCE = (12.48, 41.89), (11.26, 43.77)
SUVA, APIA = (178.44, -18.14), (-171.77, -13.83)
POLE = (0.0, 90.0)


def paths(*points: tuple[float, float]) -> list[str]:
    picture = unquote(small_map(points).removeprefix("data:image/svg+xml,"))
    return [path.attrib["d"] for path in ElementTree.fromstring(picture)]  # noqa: S314


def dots(*points: tuple[float, float]) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"M(-?\d+) (-?\d+)h0", paths(*points)[-1])]


@pytest.mark.parametrize("points", [[ROME], [ROME, FLORENCE], [SUVA, APIA], [ROME, SUVA], [POLE]])
def test_every_point_is_in_the_picture(points: list[tuple[float, float]]) -> None:
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in dots(*points))


def test_north_is_up_and_east_is_right() -> None:
    (rome_x, rome_y), (florence_x, florence_y) = dots(ROME, FLORENCE)
    assert florence_y < rome_y
    assert florence_x < rome_x


def test_the_short_way_round_the_world_is_shown() -> None:
    assert crop_of([SUVA, APIA]).width < 0.1
    assert dots(SUVA, APIA)[0][0] < dots(SUVA, APIA)[1][0]


def test_land_is_under_a_trip_ashore_and_none_in_mid_ocean() -> None:
    assert paths(ROME)[0]
    assert not paths((-140.0, -40.0))[0]


def test_a_trip_without_places_shows_the_world() -> None:
    assert not dots()
    assert paths()[0]


def test_a_picture_is_small() -> None:
    assert len(small_map((ROME, FLORENCE))) < 2_000
    assert len(small_map(())) < 5_000


def test_the_land_is_built_from_the_bundled_countries() -> None:
    countries = json.loads((ASSETS / BORDERS[-1]).read_text("utf-8"))
    assert json.loads(FILE.read_text("utf-8")) == land(countries)
