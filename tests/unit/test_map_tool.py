import json
from collections.abc import Iterable
from typing import Any

import pytest

from travelbot.models.messages import ToolCall
from travelbot.models.trip import Trip
from travelbot.models.trip_map import MAX_MARKERS, Marker, Viewport
from travelbot.service.grounding import CheckedPins, Pin
from travelbot.service.map_tool import DEFAULT_ZOOM, map_tool
from travelbot.service.tools import Toolbox
from travelbot.service.viewport import shows

TOKYO = {"latitude": 35.68, "longitude": 139.69, "label": "Tokyo"}
OSAKA = {"latitude": 34.69, "longitude": 135.5, "label": "Osaka"}
LIE = "Atlantis"
VIEW = {"latitude": 35.68, "longitude": 139.69, "zoom": 11}


def trusting(pins: Iterable[Pin]) -> CheckedPins:
    """A check that believes every pin whose name isn't a lie, and every position on the globe."""
    asked = list(pins)
    return CheckedPins(
        markers=tuple(
            Marker(latitude=p.position.latitude, longitude=p.position.longitude, label=p.label)
            for p in asked
            if p.label != LIE and p.position.exists
        ),
        refusals=tuple(
            f"{p.label} at {p.position} is not true."
            for p in asked
            if p.label == LIE or not p.position.exists
        ),
    )


TOOL = map_tool(trusting)
draw = TOOL.run


def call(arguments: dict[str, Any] | str) -> ToolCall:
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return ToolCall(id="1", name="update_map_and_markers", arguments=text)


def test_view_and_markers_make_a_new_map() -> None:
    outcome = draw(Trip(), {"view": VIEW, "markers": [TOKYO], "place": "Tokyo"})
    assert outcome.trip.map.viewport == Viewport.model_validate(VIEW)
    assert outcome.trip.map.markers == (Marker.model_validate(TOKYO),)
    assert outcome.trip.map.moves == 1
    assert outcome.label == "Pinned Tokyo"


def test_the_flat_fields_of_the_origin_are_accepted() -> None:
    flat = {
        **VIEW,
        "latitudes": [35.68, 35.7],
        "longitudes": [139.69, 139.71],
        "labels": ["Tokyo", "Asakusa"],
    }
    outcome = draw(Trip(), flat)
    assert [m.label for m in outcome.trip.map.markers] == ["Tokyo", "Asakusa"]
    assert outcome.trip.map.viewport.zoom == 11
    assert outcome.label == "Placed 2 pins"


def test_a_view_alone_keeps_the_markers() -> None:
    before = draw(Trip(), {"markers": [TOKYO]}).trip
    after = draw(before, {"view": {"latitude": 1, "longitude": 2}, "place": "Gabon"})
    assert after.trip.map.markers == before.map.markers
    assert after.trip.map.viewport.zoom == DEFAULT_ZOOM
    assert after.label == "Moved the map to Gabon"


def test_markers_alone_move_the_map_only_where_they_would_be_out_of_sight() -> None:
    before = draw(Trip(), {"view": VIEW}).trip
    stays = draw(before, {"markers": [TOKYO]}).trip.map
    moves = draw(before, {"markers": [TOKYO, OSAKA]}).trip.map
    assert (stays.viewport, stays.moves) == (before.map.viewport, before.map.moves)
    assert shows(moves.viewport, moves.markers)
    assert moves.moves == before.map.moves + 1


def test_no_markers_remove_the_pins() -> None:
    before = draw(Trip(), {"markers": [TOKYO]}).trip
    outcome = draw(before, {"markers": []})
    assert outcome.trip.map.markers == ()
    assert outcome.trip.map.viewport == before.map.viewport
    assert outcome.label == "Removed the pins"


def test_pins_outside_the_view_are_brought_into_it() -> None:
    outcome = draw(Trip(), {"view": VIEW, "markers": [TOKYO, OSAKA], "place": "Japan"})
    assert outcome.trip.map.viewport.zoom < 11
    assert shows(outcome.trip.map.viewport, outcome.trip.map.markers)
    assert outcome.label == "Placed 2 pins in Japan"


def test_the_same_view_again_is_a_new_move() -> None:
    trip = draw(Trip(), {"view": VIEW}).trip
    once, twice = trip.map, draw(trip, {"view": VIEW}).trip.map
    assert (twice.viewport, twice.moves) == (once.viewport, once.moves + 1)


def test_lists_sent_as_a_string_are_read() -> None:
    outcome = draw(Trip(), {"view": json.dumps(VIEW), "markers": json.dumps([TOKYO])})
    assert len(outcome.trip.map.markers) == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"view": {**VIEW, "latitude": 90.1}}, "view.latitude"),
        ({"view": {**VIEW, "longitude": -180.5}}, "view.longitude"),
        ({"view": {**VIEW, "zoom": 21}}, "view.zoom"),
        ({"view": {**VIEW, "zoom": -1}}, "view.zoom"),
        ({"markers": [{**TOKYO, "latitude": -91}]}, "-91.0000, 139.6900 is not true"),
        ({"markers": [{**TOKYO, "latitude": -181}]}, "markers.0.latitude"),
        ({"markers": [{**TOKYO, "label": LIE}]}, "is not true"),
        ({"markers": [{**TOKYO, "label": " "}]}, "markers.0.label"),
        ({"markers": [TOKYO] * (MAX_MARKERS + 1)}, "at most 200"),
        ({**VIEW, "latitudes": [1, 2], "longitudes": [1], "labels": ["a"]}, "same length"),
        ({**VIEW, "latitudes": 1, "longitudes": 2, "labels": "a"}, "must be lists"),
        ({"place": "Tokyo"}, "give a view, markers, or both"),
        ({}, "give a view, markers, or both"),
        ('{"view": {"latitude": NaN, "longitude": 2, "zoom": 3}}', "NaN is not a number"),
        ('{"view": {"latitude": 1e999, "longitude": 2, "zoom": 3}}', "1e999 is not a number"),
        ('{"view": {"latitude": 1', "not valid JSON"),
        ("[1, 2]", "must be a JSON object"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_what_is_wrong_is_refused_with_a_message_to_the_model(
    arguments: dict[str, Any] | str, complaint: str
) -> None:
    before = draw(Trip(), {"view": VIEW, "markers": [TOKYO]}).trip
    after, step = Toolbox(TOOL).apply(before, call(arguments))
    assert after == before
    assert not step.ok
    assert complaint in json.loads(step.result)["error"]
    assert isinstance(json.loads(step.call.arguments), dict)


def test_pins_that_are_refused_are_left_out_and_the_model_is_told() -> None:
    outcome = draw(Trip(), {"markers": [TOKYO, {**OSAKA, "label": LIE}], "place": "Japan"})
    result = json.loads(outcome.result)
    assert [marker.label for marker in outcome.trip.map.markers] == ["Tokyo"]
    assert result["refused"] == [f"{LIE} at 34.6900, 135.5000 is not true."]
    assert result["unverified"] == ["Tokyo"]
    assert outcome.label == "Pinned Tokyo, refused 1"


def test_an_unknown_tool_is_refused_with_the_names_of_those_that_there_are() -> None:
    unknown = ToolCall(id="1", name="book_flight", arguments="{}")
    _, step = Toolbox(TOOL).apply(Trip(), unknown)
    assert "update_map_and_markers" in step.result


def test_the_definition_names_both_parts_and_requires_neither() -> None:
    [definition] = Toolbox(TOOL).definitions
    parameters = definition["function"]["parameters"]
    assert {"view", "markers"} <= set(parameters["properties"])
    assert not parameters.get("required")
