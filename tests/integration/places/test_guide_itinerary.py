"""The guide plans days and changes them as it is told, with what was changed by hand."""

import datetime as dt
import re
from collections.abc import Callable

import pytest

from tests.integration.places.checking import KM, NAME, Checker, is_km, length
from tests.integration.places.conftest import NOON
from tests.integration.places.talking import Conversation
from travelbot.data.gazetteer import Gazetteer
from travelbot.models.itinerary import Day, Itinerary, Mode, Stop
from travelbot.models.places import Place

Begin = Callable[[], Conversation]
PLAN, DRAW = "update_itinerary", "update_map_and_markers"
BOTH = "3 days in Rome and Florence"
FIRST = ["Roman Forum", "Victor Emmanuel II Monument", "Pantheon", "Castel Sant'Angelo"]
SECOND = ["Colosseum", "Palatine Hill", "Baths of Caracalla", "Appian Way"]
THIRD = [
    "Galleria dell'Accademia",
    "Florence Cathedral",
    "Uffizi Gallery",
    "Basilica of Santa Croce",
]
PLANNED = [FIRST, SECOND, THIRD]
WITH_TREVI = [[*FIRST[:2], "Trevi Fountain", *FIRST[2:]], SECOND, THIRD]
MAY = dt.date(2027, 5, 3)


@pytest.fixture
def trip(talk: Begin) -> Conversation:
    """A conversation in which three days are planned."""
    conversation = talk()
    conversation.say(BOTH)
    assert conversation.days == PLANNED
    return conversation


def dated(itinerary: Itinerary, *days: int) -> Itinerary:
    """The itinerary with its days in May."""
    pairs = zip(itinerary.days, days, strict=True)
    changed = (day.model_copy(update={"date": dt.date(2027, 5, n)}) for day, n in pairs)
    return itinerary.model_copy(update={"days": tuple(changed)})


def with_stops(itinerary: Itinerary, number: int, stops: tuple[Stop, ...]) -> Itinerary:
    """The itinerary with other stops on a day."""
    days = list(itinerary.days)
    days[number - 1] = days[number - 1].model_copy(update={"stops": stops})
    return itinerary.model_copy(update={"days": tuple(days)})


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


@pytest.mark.parametrize(
    ("prompt", "days"),
    [
        ("make day 2 lighter", [FIRST, SECOND[:3], THIRD]),
        ("Can you make the second day less busy?", [FIRST, SECOND[:3], THIRD]),
        ("Make day 2 lighter: it takes about 19 hours", [FIRST, SECOND[:3], THIRD]),
        ("remove the Appian Way", [FIRST, SECOND[:3], THIRD]),
        ("drop appian way from day 2", [FIRST, SECOND[:3], THIRD]),
        ("Remove Appian Way from day 2: it is on day 1 already", [FIRST, SECOND[:3], THIRD]),
        ("skip the cathedral", [FIRST, SECOND, [THIRD[0], *THIRD[2:]]]),
        ("remove the Forum Romanum", [FIRST[1:], SECOND, THIRD]),
        ("add the Trevi Fountain to day 1", WITH_TREVI),
        ("add the Trevi Fountain to the plan", WITH_TREVI),
        ("put Trevi Fountain on the first day", WITH_TREVI),
        ("move the Colosseum to day 1", [["Colosseum", *FIRST], SECOND[1:], THIRD]),
        ("Move Colosseum from day 2 to day 1", [["Colosseum", *FIRST], SECOND[1:], THIRD]),
        ("Move Appian Way to a day of its own", [FIRST, SECOND[:3], ["Appian Way"], THIRD]),
        ("move the basilica to the day after", [FIRST, SECOND, THIRD[:3], THIRD[3:]]),
        ("swap day 1 and day 2", [SECOND, FIRST, THIRD]),
        ("swap days 2 and 3", [FIRST, THIRD, SECOND]),
        ("remove day 2", [FIRST, THIRD]),
        ("drop the last day", [FIRST, SECOND]),
        ("clear the plan", []),
        ("delete my whole trip", []),
        ("start over", []),
        ("start on 3 May", PLANNED),
        ("put the dates in order", PLANNED),
        ("what about day 2?", PLANNED),
        ("show me the plan", PLANNED),
        ("Put Pantheon on day 1 at 14:30 or later", PLANNED),
        ("remove Tower Bridge from day 2", PLANNED),
        ("move the Louvre Museum to day 9", PLANNED),
        ("move the Pantheon to day 9", PLANNED),
        ("swap day 1 and day 7", PLANNED),
        ("make day 9 lighter", PLANNED),
        ("is day 2 too full?", PLANNED),
        ("what can I do on day 2?", PLANNED),
        ("reverse day 2", PLANNED),
        ("make day 1 and day 2 lighter", PLANNED),
        ("undo", PLANNED),
        ("what is in the plan?", PLANNED),
        ("Show the itinerary on the map", PLANNED),
        ("remove day 1 and day 3", [SECOND]),
        ("entferne Tag 2", [FIRST, THIRD]),
        ("free up day 2", [FIRST, [], THIRD]),
        ("remove the last stop of day 2", [FIRST, SECOND[:3], THIRD]),
        ("add the Pantheon to day 3", PLANNED),
    ],
)  # fmt: skip
def test_changes_in_words(trip: Conversation, prompt: str, days: list[list[str]]) -> None:
    trip.say(prompt)
    assert trip.days == days
    assert trip.calls.count(PLAN) == (
        trip.days != PLANNED or bool(re.search("14:30|3 May", prompt))
    )


def test_busier_days_get_what_is_near_and_not_planned(trip: Conversation) -> None:
    said = trip.say("make day 1 busier")
    new = [name for name in trip.days[0] if name not in FIRST]
    assert len(new) == 2
    assert all(f"**{name}**" in said for name in new)
    assert trip.days[1:] == PLANNED[1:]


def test_it_is_the_day_that_was_talked_about(trip: Conversation) -> None:
    trip.say("what about day 2?")
    trip.say("make it lighter")
    trip.say("more")
    assert [len(day) for day in trip.days] == [4, 2, 4]
    assert "You named no day, so I took day 1" in trip.say("hello") + trip.say("make it lighter")


def test_a_day_with_one_stop_is_not_made_lighter(trip: Conversation) -> None:
    trip.edit(with_stops(trip.trip.itinerary, 2, trip.trip.itinerary.days[1].stops[:1]))
    assert "Day 2 has one stop only, **Colosseum**" in trip.say("make day 2 lighter")
    trip.edit(with_stops(trip.trip.itinerary, 2, ()))
    assert trip.say("make day 2 lighter").startswith("Day 2 is free already")
    assert trip.say("day 2").startswith("Day 2 is free")
    assert trip.calls == []


def test_a_stop_on_two_days_is_asked_about(trip: Conversation) -> None:
    before = trip.trip.itinerary
    pantheon = before.days[0].stops[2]
    doubled = with_stops(before, 2, (pantheon, *before.days[1].stops, pantheon))
    trip.edit(doubled)
    asked = trip.say("remove the Pantheon")
    assert asked.endswith("Which one is meant?")
    assert trip.trip.itinerary == doubled
    trip.say("Remove the second Pantheon from day 2")
    assert trip.days == [FIRST, ["Pantheon", *SECOND], THIRD]
    trip.say("Remove Pantheon from day 1")
    assert trip.days == [[*FIRST[:2], FIRST[3]], ["Pantheon", *SECOND], THIRD]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("start on 3 May", MAY),
        ("Let's start on May 3rd, 2028", dt.date(2028, 5, 3)),
        ("we begin on 2027-05-03", MAY),
        ("the trip starts tomorrow", dt.date(2026, 11, 24)),
        ("start next Friday", dt.date(2026, 11, 27)),
        ("day 1 is on 24 December", dt.date(2026, 12, 24)),
        ("start on 29 February", dt.date(2028, 2, 29)),
    ],
)
def test_dates_follow_one_another(trip: Conversation, words: str, start: dt.date) -> None:
    said = trip.say(words)
    dates = [day.date for day in trip.trip.itinerary.days]
    assert dates == [start + dt.timedelta(days=n) for n in range(3)]
    assert f"Day 1 is on {start:%A}, {start.day} {start:%B} {start.year}" in said


def test_dates_are_put_in_order_over_the_same_days(trip: Conversation) -> None:
    trip.edit(dated(trip.trip.itinerary, 5, 3, 3))
    said = trip.say("Put the dates in order")
    assert [day.date.day for day in trip.trip.itinerary.days if day.date] == [3, 4, 5]
    assert trip.days == PLANNED
    assert "Day 1 is on Monday, 3 May 2027" in said
    assert trip.say("put the dates in order") == "The dates are in order already."


def test_days_that_change_places_leave_the_dates_in_order(trip: Conversation) -> None:
    trip.say("start on 3 May")
    trip.say("swap day 1 and day 3")
    trip.say("move the Pantheon to a day of its own")
    days = trip.trip.itinerary.days
    assert [day.date for day in days] == [MAY + dt.timedelta(days=n) for n in range(4)]


def test_a_changed_plan_is_made_longer_and_shorter_as_it_is(trip: Conversation) -> None:
    trip.say("remove the Colosseum")
    said = trip.say("make it 5 days")
    assert trip.days[:3] == [FIRST, SECOND[1:], THIRD]
    assert "I added 2 days" in said
    assert "Colosseum" not in str(trip.days)
    trip.say("make it 2 days")
    assert trip.days == [FIRST, SECOND[1:]]


def test_places_join_and_leave_a_changed_plan_without_making_it_anew(trip: Conversation) -> None:
    trip.say("remove the Colosseum")
    trip.say("add Pisa to the trip")
    assert trip.days == [FIRST, SECOND[1:], [*THIRD, "Pisa"]]
    trip.say("without Florence")
    assert trip.days == [FIRST, SECOND[1:]]
    trip.say("add a day")
    assert trip.days[:2] == [FIRST, SECOND[1:]]
    assert len(trip.days) == 3


def test_a_plan_that_was_not_changed_is_made_anew(trip: Conversation) -> None:
    assert trip.say("without Florence").startswith("### 3 days in Rome")
    assert trip.say("add Florence to the trip").startswith("### 3 days in Rome and Florence")
    assert trip.say("make it 4 days").startswith("### 4 days in Rome and Florence")


def test_a_plan_has_its_dates_from_the_beginning(talk: Begin) -> None:
    conversation = talk()
    said = conversation.say("2 days in Rome starting on 3 May")
    assert "Day 1 is on Monday, 3 May 2027." in said
    dates = [day.date for day in conversation.trip.itinerary.days]
    assert dates == [MAY, MAY + dt.timedelta(days=1)]
    conversation.say("make it 3 days")
    assert conversation.trip.itinerary.days[2].date == MAY + dt.timedelta(days=2)


def test_a_stop_that_nobody_knows_is_said_to_be_unknown(trip: Conversation) -> None:
    lunch = Stop(place="Osteria Xanadu")
    trip.edit(with_stops(trip.trip.itinerary, 1, (lunch,)))
    assert trip.say("Where exactly is Osteria Xanadu?").startswith("I don't know where")
    trip.say("move osteria xanadu to day 2")
    assert trip.days == [[], [*SECOND, "Osteria Xanadu"], THIRD]


def test_a_name_that_is_unknown_is_asked_about_before_it_is_added(trip: Conversation) -> None:
    asked = trip.say("add Trevi Fontain to day 1")
    assert "Did you mean **Trevi Fountain**" in asked or "Trevi Fountain" in trip.days[0]
    if "Trevi Fountain" not in trip.days[0]:
        trip.say("yes")
    assert "Trevi Fountain" in trip.days[0]


@pytest.mark.parametrize(
    "prompt",
    [
        "make day 2 lighter",
        "make day 2 busier",
        "swap day 1 and day 2",
        "put the dates in order",
        "show the plan",
        "what about day 2?",
        "move the Colosseum to day 2",
    ],
)
def test_without_a_plan_one_is_asked_for(talk: Begin, prompt: str) -> None:
    conversation = talk()
    assert conversation.say(prompt).startswith("For that I need a plan")
    assert conversation.calls == []


def test_another_plan_and_other_questions_are_understood_as_before(trip: Conversation) -> None:
    assert trip.say("What to see in Oslo?").startswith("### What to see in Oslo")
    assert trip.say("2 days in Paris").startswith("### 2 days in Paris")
    assert len(trip.days) == 2
    assert "503 km" in trip.say("Lisbon to Madrid")
    assert trip.say("add Kyoto").startswith("I pinned **Kyoto**")
    assert trip.say("zoom out").startswith("Farther out")
    assert "stay on the map" in trip.say("clear the map")
    assert len(trip.days) == 2


CHANGES = (
    "make day 2 lighter",
    "make day 1 busier",
    "remove the Pantheon",
    "add the Trevi Fountain to day 2",
    "move the Uffizi Gallery to day 1",
    "swap day 1 and day 2",
    "show the plan",
    "what about day 3?",
    "remove day 2",
)


@pytest.mark.parametrize("prompt", CHANGES)
def test_every_number_and_name_has_a_reason(
    gazetteer: Gazetteer, trip: Conversation, prompt: str
) -> None:
    before = trip.trip.itinerary
    reply = trip.say(prompt)
    after = trip.trip.itinerary
    checker = Checker(gazetteer, [], trip.map, NOON)
    asked = re.findall(r"\bday (\d)", prompt)
    ways = re.findall(rf"The way(?: of day (\d))? is {KM} (longer|shorter) now", reply)
    for number, said, way in ways:
        index = int(number or asked[0]) - 1
        change = way_km(checker, after.days[index]) - way_km(checker, before.days[index])
        assert is_km(said, abs(change)), reply
        assert (way == "longer") is (change > 0)
    rest = re.sub(rf"The way(?: of day \d)? is {KM} \w+ now", "", reply)
    rest = re.sub(r"\bday [1-4]\b", "", rest)
    rest = re.sub(rf"(?:, |leaves ){len(after.days)} days", "", rest)
    for part in re.split(r"^(?=###)", rest, flags=re.MULTILINE):
        assert checker.unexplained(part) == [], reply
    for name in re.findall(NAME, reply):
        assert name == after.title or checker.place(name).name == name


def way_km(checker: Checker, day: Day) -> float:
    """From the pin of the day's city through all stops, by the checker's own arithmetic."""
    spots: list[Place] = [checker.place(day.title)]
    return length([*spots, *(checker.place(stop.place) for stop in day.stops)])
