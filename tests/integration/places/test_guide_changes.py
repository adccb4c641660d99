"""The guide changes the days that it has planned as it is told."""

import re

import pytest

from tests.integration.places.talking import Begin, Conversation
from tests.integration.places.three_days import FIRST, PLAN, PLANNED, SECOND, THIRD, with_stops
from travelbot.models.itinerary import Stop

WITH_TREVI = [[*FIRST[:2], "Trevi Fountain", *FIRST[2:]], SECOND, THIRD]


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
        ("replace the Colosseum with the Trevi Fountain", PLANNED),
        ("swap the Colosseum for the Trevi Fountain", PLANNED),
        ("how many days is the trip?", PLANNED),
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
