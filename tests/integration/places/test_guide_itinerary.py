"""The guide's plan is an itinerary, which chat and hand change in turn."""

import datetime as dt

import pytest

from tests.integration.places.talking import Begin, Conversation
from tests.integration.places.three_days import DRAW, FIRST, PLAN, SECOND, THIRD, dated, with_stops
from travelbot.models.itinerary import Day, Itinerary, Mode, Stop


def test_a_plan_is_shown_as_an_itinerary(trip: Conversation) -> None:
    assert trip.calls == ["find_places", "find_places", PLAN, DRAW]
    itinerary = trip.trip.itinerary
    assert itinerary.title == "Rome and Florence"
    assert [day.title for day in itinerary.days] == ["Rome", "Rome", "Florence"]
    stops = [stop for day in itinerary.days for stop in day.stops]
    assert all(stop.marker and stop.marker.verified for stop in stops)
    assert {stop.timezone for stop in stops} == {"Europe/Rome"}
    assert [marker.label for marker in trip.trip.map.markers] == ["Rome", "Florence"]


def test_chat_and_hand_edit_one_itinerary(trip: Conversation) -> None:
    before = trip.trip.itinerary
    colosseum, *others = before.days[1].stops
    moved = with_stops(before, 1, (*before.days[0].stops, colosseum))
    trip.edit(with_stops(moved, 2, tuple(others)))
    lighter = trip.say("make day 2 lighter")
    assert trip.days == [[*FIRST, "Colosseum"], ["Palatine Hill", "Baths of Caracalla"], THIRD]
    assert "I took **Appian Way** out of day 2: it lies farthest off the way." in lighter
    assert trip.calls == [PLAN]
    assert "What about" in trip.say("what about day 1?")
    assert "**Colosseum**" in trip.messages[-1]["content"]


def test_what_was_written_in_by_hand_stays_through_a_change(trip: Conversation) -> None:
    before = trip.trip.itinerary
    stop = (
        before.days[2]
        .stops[0]
        .model_copy(
            update={"time": dt.time(9, 30), "stay": 90, "mode": Mode.FOOT, "note": "Tickets!"}
        )
    )
    lunch = Stop(place="Lunch at Mario's")
    edited = dated(with_stops(before, 3, (stop, lunch, *before.days[2].stops[1:])), 3, 4, 5)
    trip.edit(edited)
    trip.say("make day 1 lighter")
    assert trip.trip.itinerary.days[2] == edited.days[2]
    assert [day.date for day in trip.trip.itinerary.days] == [day.date for day in edited.days]
    shown = trip.say("what about day 3?")
    assert "On Wednesday, 5 May 2027." in shown
    assert "at 09:30 for 90 minutes" in shown
    assert "**Lunch at Mario's**, which I can't find on the map" in shown


def test_hand_and_chat_in_turn(trip: Conversation) -> None:
    trip.edit(with_stops(trip.trip.itinerary, 1, trip.trip.itinerary.days[0].stops[:2]))
    trip.say("remove the Colosseum")
    trip.edit(with_stops(trip.trip.itinerary, 3, ()))
    trip.say("add the Trevi Fountain to day 1")
    assert [len(day) for day in trip.days] == [3, 3, 0]
    trip.say("make day 3 busier")
    assert len(trip.days[2]) == 2


def test_a_day_that_another_model_planned_is_changed_too(talk: Begin) -> None:
    conversation = talk()
    conversation.say("Hello")
    stops = tuple(Stop(place=name) for name in ("Louvre", "Eiffel Tower", "Versailles", "Dinner"))
    conversation.edit(Itinerary(days=(Day(title="Arrival", stops=stops),)))
    said = conversation.say("make day 1 lighter")
    assert "I took **Versailles** out of day 1: it lies farthest off the way." in said
    assert conversation.days == [["Louvre", "Eiffel Tower", "Dinner"]]


def test_a_changed_plan_is_made_longer_and_shorter_as_it_is(trip: Conversation) -> None:
    trip.say("remove the Colosseum")
    said = trip.say("make it 5 days")
    assert trip.days[:3] == [FIRST, SECOND[1:], THIRD]
    assert "I added 2 days" in said
    assert "Colosseum" not in str(trip.days)
    trip.say("make it 2 days")
    assert trip.days == [FIRST, SECOND[1:]]


@pytest.mark.parametrize(
    ("prompt", "days"),
    [
        ("one day less", 2),
        ("make the trip a day shorter", 2),
        ("shorten it by 2 days", 1),
        ("5 days shorter", 1),
        ("two days longer", 5),
        ("extend the trip by a day", 4),
        ("for 2 more days", 5),
    ],
)
def test_a_plan_is_made_so_many_days_longer_or_shorter(
    trip: Conversation, prompt: str, days: int
) -> None:
    trip.say("remove the Colosseum")
    trip.say(prompt)
    assert len(trip.days) == days
    assert trip.days[:3] == [FIRST, SECOND[1:], THIRD][:days]


def test_places_join_and_leave_a_changed_plan_without_making_it_anew(trip: Conversation) -> None:
    trip.say("remove the Colosseum")
    trip.say("add Pisa to the trip")
    assert trip.days == [FIRST, SECOND[1:], [*THIRD, "Pisa"]]
    trip.say("without Florence")
    assert trip.days == [FIRST, SECOND[1:]]
    trip.say("add a day")
    assert trip.days[:2] == [FIRST, SECOND[1:]]
    assert len(trip.days) == 3


@pytest.mark.parametrize(
    "prompt",
    [
        "and then 2 days in Pisa",
        "Then Pisa for two days",
        "add 2 days in Pisa",
        "and 2 days in Pisa",
    ],
)
def test_further_days_elsewhere_come_after_the_plan(talk: Begin, prompt: str) -> None:
    conversation = talk()
    conversation.say("3 days in Rome from 3 May")
    assert conversation.say(prompt).startswith("### 5 days in Rome and Pisa")
    titles = [day.title for day in conversation.trip.itinerary.days]
    assert titles[:3] == ["Rome"] * 3
    assert all(title.startswith("Pisa") for title in titles[3:])
    assert conversation.trip.itinerary.days[4].date == dt.date(2027, 5, 7)


def test_further_days_elsewhere_leave_a_changed_plan_as_it_is(trip: Conversation) -> None:
    trip.say("remove the Colosseum")
    trip.say("and then 2 days in Pisa")
    assert trip.days[:3] == [FIRST, SECOND[1:], THIRD]
    assert len(trip.days) == 5
    assert "Leaning Tower of Pisa" in str(trip.days[3:])


def test_a_plan_that_was_not_changed_is_made_anew(trip: Conversation) -> None:
    assert trip.say("without Florence").startswith("### 3 days in Rome")
    assert trip.say("add Florence to the trip").startswith("### 3 days in Rome and Florence")
    assert trip.say("make it 4 days").startswith("### 4 days in Rome and Florence")


def test_another_plan_and_other_questions_are_understood_as_before(trip: Conversation) -> None:
    assert trip.say("What to see in Oslo?").startswith("### What to see in Oslo")
    assert trip.say("2 days in Paris").startswith("### 2 days in Paris")
    assert len(trip.days) == 2
    assert "503 km" in trip.say("Lisbon to Madrid")
    assert trip.say("add Kyoto").startswith("I pinned **Kyoto**")
    assert trip.say("zoom out").startswith("Farther out")
    assert "stay on the map" in trip.say("clear the map")
    assert len(trip.days) == 2
