"""The itinerary as models send it."""

import datetime as dt
import json
from typing import Any

import pytest

from tests.unit.planning import FIRST, KNOWN, SECOND, SENSOJI, TOOL, plan
from travelbot.models.itinerary import MAX_DAYS, MAX_STOPS, Day, Itinerary, Mode, Stop
from travelbot.models.messages import ToolCall
from travelbot.models.trip import Trip
from travelbot.service.itinerary_arguments import as_arguments
from travelbot.service.tools import Toolbox


def shape(itinerary: Itinerary) -> list[list[str]]:
    """The names of the stops by day."""
    return [[stop.place for stop in day.stops] for day in itinerary.days]


def test_days_and_stops_with_all_that_they_have() -> None:
    stop = {
        "place": "Senso-ji",
        "city": "Tokyo, Japan",
        "time": "9:30 am",
        "stay_minutes": "1.5 hours",
        "mode": "train",
        "note": "Before the crowds.",
    }
    itinerary = plan(
        {
            "title": "A day in Tokyo",
            "days": [{"date": "2027-05-03", "title": "Asakusa", "stops": [stop]}],
        }
    )
    [day] = itinerary.days
    assert (itinerary.title, day.title, day.date) == (
        "A day in Tokyo",
        "Asakusa",
        dt.date(2027, 5, 3),
    )
    [planned_stop] = day.stops
    assert planned_stop.marker
    assert planned_stop == Stop(
        place="Senso-ji",
        marker=planned_stop.marker,
        timezone="Asia/Tokyo",
        time=dt.time(9, 30),
        stay=90,
        mode=Mode.TRAIN,
        note="Before the crowds.",
    )


TWO_DAYS = [["Senso-ji"], ["Ueno"]]


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        ({"days": [FIRST, SECOND]}, TWO_DAYS),
        ({"days": json.dumps([FIRST, SECOND])}, TWO_DAYS),
        ({"days": [json.dumps(FIRST), SECOND]}, TWO_DAYS),
        ({"days": [{"stops": json.dumps([SENSOJI])}, SECOND]}, TWO_DAYS),
        ({"days": [{"stops": [json.dumps(SENSOJI)]}, SECOND]}, TWO_DAYS),
        ({"days": [["Senso-ji"], ["Ueno"]]}, TWO_DAYS),
        ({"days": {"2": SECOND, "1": FIRST}}, TWO_DAYS),
        ({"days": {"Day 1": ["Senso-ji"], "Day 2": ["Ueno"]}}, TWO_DAYS),
        ({"days": {"Monday": ["Senso-ji"], "Tuesday": ["Ueno"]}}, TWO_DAYS),
        ({"days": [{"day": 1, **FIRST}, {"day": 2, **SECOND}], "colour": "red"}, TWO_DAYS),
        ({"days": [{"activities": [{"name": "Senso-ji"}]}, {"places": ["Ueno"]}]}, TWO_DAYS),
        ({"itinerary": {"days": [FIRST, SECOND]}}, TWO_DAYS),
        ({"itinerary": [FIRST, SECOND]}, TWO_DAYS),
        ({"plan": json.dumps({"days": [FIRST, SECOND]})}, TWO_DAYS),
        ({"stops": [SENSOJI, "Ueno"]}, [["Senso-ji", "Ueno"]]),
        ({"places": ["Ueno"]}, [["Ueno"]]),
        ({"days": [{"title": "Free"}]}, [[]]),
        ({"days": [{"stops": None, "date": None, "title": ""}]}, [[]]),
        ({"days": []}, []),
    ],
)
def test_shapes_that_models_send(arguments: dict[str, Any], days: list[list[str]]) -> None:
    assert shape(plan(arguments)) == days


@pytest.mark.parametrize(
    "where",
    [
        {"latitude": 1.5, "longitude": "2.5"},
        {"lat": 1.5, "lng": 2.5},
        {"position": {"lat": 1.5, "lon": 2.5}},
        {"location": {"latitude": 1.5, "longitude": 2.5}},
        {"coordinates": '{"latitude": 1.5, "longitude": 2.5}'},
    ],
)
def test_positions_that_models_send(where: dict[str, Any]) -> None:
    marker = plan({"stops": [{"place": "Here", **where}]}).days[0].stops[0].marker
    assert marker
    assert (marker.latitude, marker.longitude) == (1.5, 2.5)


def test_half_a_position_is_none() -> None:
    [stop] = plan({"stops": [{"place": "Senso-ji", "latitude": 1, "longitude": ""}]}).days[0].stops
    assert stop.marker
    assert stop.marker.latitude == KNOWN["Senso-ji"][0]


def test_what_is_too_long_loses_its_end() -> None:
    itinerary = plan({"title": "x" * 999, "stops": [{"place": "Ueno", "note": "y" * 999}]})
    assert len(itinerary.title) == 120
    assert len(itinerary.days[0].stops[0].note) == 500


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({}, "days"),
        ({"title": "Tokyo"}, "days"),
        ({"days": 3}, "days"),
        ({"days": ["Monday"]}, "days.0"),
        ({"days": [{"stops": "Tokyo"}]}, "days.0.stops"),
        ({"days": [{"date": "3 May"}]}, "days.0.date: Value error, '3 May' is no date"),
        ({"stops": [{"place": " "}]}, "days.0.stops.0.place"),
        ({"stops": [{"note": "Where?"}]}, "days.0.stops.0.place"),
        ({"stops": [{"place": "A", "time": "morning"}]}, "'morning' is no time such as 09:30"),
        ({"stops": [{"place": "A", "stay_minutes": "long"}]}, "is no number of minutes"),
        ({"stops": [{"place": "A", "stay_minutes": 9999}]}, "days.0.stops.0.stay_minutes"),
        ({"stops": [{"place": "A", "latitude": 200, "longitude": 0}]}, "days.0.stops.0.latitude"),
        ({"stops": '[{"place": "A", "stay_minutes": Infinity}]'}, "stops"),
        ({"stops": '[{"place": "A", "stay_minutes": 1e999}]'}, "stops"),
        ({"days": [{}] * (MAX_DAYS + 1)}, f"at most {MAX_DAYS}"),
        ({"stops": ["A"] * (MAX_STOPS + 1)}, f"at most {MAX_STOPS}"),
    ],
)
def test_what_is_wrong_is_refused_with_a_message_to_the_model(
    arguments: dict[str, Any], complaint: str
) -> None:
    before = Trip(itinerary=plan({"stops": [SENSOJI]}))
    call = ToolCall(id="1", name="update_itinerary", arguments=json.dumps(arguments))
    after, step = Toolbox(TOOL).apply(before, call)
    assert (after, step.ok, step.planned) == (before, False, False)
    assert complaint in json.loads(step.result)["error"]


def test_an_itinerary_told_as_arguments_comes_back_as_it_was() -> None:
    itinerary = Itinerary(
        title="Japan",
        days=(
            Day(
                title="Asakusa",
                date=dt.date(2027, 5, 3),
                stops=plan({"stops": [SENSOJI]}).days[0].stops,
            ),
            Day(
                stops=(
                    Stop(
                        place="Lunch", time=dt.time(12, 5), stay=0, mode=Mode.FOOT, note="Noodles"
                    ),
                    *plan({"stops": ["Nara"]}).days[0].stops,
                )
            ),
            Day(),
        ),
    )
    assert plan(json.loads(json.dumps(as_arguments(itinerary)))) == itinerary


def test_the_definition_asks_for_days_and_for_nothing_that_servers_may_not_know() -> None:
    [definition] = Toolbox(TOOL).definitions
    parameters = definition["function"]["parameters"]
    assert parameters["required"] == ["days"]
    assert "format" not in json.dumps(parameters)
    time = parameters["$defs"]["StopArgument"]["properties"]["time"]
    assert (time["type"], "default" in time) == ("string", False)
