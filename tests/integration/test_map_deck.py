import pytest

from travelbot.models.trip_map import Viewport
from travelbot.web.map_deck import DRAWN_LATITUDE, _view_state
from travelbot.web.state import Camera


@pytest.mark.parametrize("latitude", [-90, -85, 0, 85, 90])
@pytest.mark.parametrize("longitude", [-180, 0, 180])
@pytest.mark.parametrize("moves", [0, 1, 999])
def test_the_chart_is_never_told_to_look_beyond_the_world(
    latitude: float, longitude: float, moves: int
) -> None:
    viewport = Viewport(latitude=latitude, longitude=longitude, zoom=0)
    view = _view_state(Camera(viewport, moves, free_at=0), move_ms=0)
    assert abs(view.latitude) <= DRAWN_LATITUDE
    assert abs(view.longitude) <= 180
