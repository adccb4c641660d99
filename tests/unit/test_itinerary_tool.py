"""What becomes of an itinerary that a model sends, and who is told of it."""

import json
from typing import Any

import pytest

from tests.unit.planning import FIRST, SECOND, TOOL, plan
from travelbot.models.messages import ToolCall
from travelbot.models.trip import Trip
from travelbot.models.trip_map import Marker, TripMap
from travelbot.service.itinerary_tool import MOST_NOTES
from travelbot.service.tools import Toolbox
from travelbot.service.viewport import shows

PINNED = Marker(latitude=1, longitude=2, label="Pinned before")


def test_the_map_moves_to_the_stops_and_keeps_its_pins() -> None:
    before = Trip(map=TripMap(markers=(PINNED,), moves=3))
    outcome = TOOL.run(before, {"days": [FIRST, SECOND]})
    after = outcome.trip.map
    markers = [stop.marker for day in outcome.trip.itinerary.days for stop in day.stops]
    assert shows(after.viewport, [marker for marker in markers if marker])
    assert (after.markers, after.moves) == ((PINNED,), 4)


def test_an_itinerary_without_positions_lets_the_map_stay() -> None:
    before = Trip(map=TripMap(markers=(PINNED,)))
    assert TOOL.run(before, {"stops": ["Atlantis"]}).trip.map == before.map
    assert TOOL.run(before, {"days": []}).trip == before


def test_a_call_replaces_the_whole_itinerary() -> None:
    before = TOOL.run(Trip(), {"title": "Both", "days": [FIRST, SECOND]}).trip
    assert TOOL.run(before, {"days": [SECOND]}).trip.itinerary == plan({"days": [SECOND]})


def test_the_model_is_told_what_is_planned_and_what_nobody_knows() -> None:
    stops = ["Senso-ji", "Lunch", {"place": "Here", "latitude": 1, "longitude": 2}]
    outcome = TOOL.run(Trip(), {"stops": stops})
    assert json.loads(outcome.result) == {
        "ok": True,
        "days": 1,
        "stops": 3,
        "unverified": ["Here"],
        "not_pinned": ["Lunch: not known."],
    }
    assert [stop.marker is None for stop in outcome.trip.itinerary.days[0].stops] == [
        False,
        True,
        False,
    ]


def test_the_model_is_not_told_without_end() -> None:
    outcome = TOOL.run(Trip(), {"days": [{"stops": ["Lunch"] * 40}] * 2})
    notes = json.loads(outcome.result)["not_pinned"]
    assert (len(notes), notes[-1]) == (MOST_NOTES + 1, "and 50 more")


@pytest.mark.parametrize(
    ("arguments", "label"),
    [
        ({"days": [FIRST]}, "Planned 1 day with 1 stop"),
        ({"days": [FIRST, SECOND, SECOND]}, "Planned 3 days with 3 stops"),
        ({"stops": ["Ueno", "Lunch"]}, "Planned 1 day with 2 stops, 1 of them without a pin"),
        ({"days": []}, "Cleared the itinerary"),
    ],
)
def test_the_reader_is_told(arguments: dict[str, Any], label: str) -> None:
    assert TOOL.run(Trip(), arguments).label == label


def test_the_step_says_what_has_changed() -> None:
    call = ToolCall(id="1", name="update_itinerary", arguments=json.dumps({"days": [FIRST]}))
    once, step = Toolbox(TOOL).apply(Trip(), call)
    assert (step.drew, step.planned) == (True, True)
    _, again = Toolbox(TOOL).apply(once, call)
    assert (again.drew, again.planned) == (True, False)
