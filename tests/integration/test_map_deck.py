import json

import pytest

from travelbot.models.trip import Trip
from travelbot.models.trip_map import Marker, TripMap, Viewport
from travelbot.web.camera import Camera
from travelbot.web.map_deck import DRAWN_LATITUDE, _view_state, deck


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


@pytest.mark.parametrize("label", ["@@=(", "@@#x", "@@=longitude", "\u200b@@=(", "  @@=("])
def test_a_label_is_no_expression_that_the_browser_runs(label: str) -> None:
    trip_map = TripMap(markers=(Marker(latitude=1, longitude=2, label=label),))
    camera = Camera(trip_map.viewport, moves=0, free_at=0)
    layers = json.loads(deck(Trip(map=trip_map), "light", camera).to_json())["layers"]
    texts = [str(value) for layer in layers for row in layer["data"] for value in row.values()]
    assert any("@@" in text for text in texts)
    assert not any(text.startswith("@@") for text in texts)
