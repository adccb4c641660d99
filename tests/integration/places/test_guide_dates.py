"""The guide dates the days that it plans."""

import datetime as dt

import pytest

from tests.integration.places.talking import Begin, Conversation
from tests.integration.places.three_days import MAY, PLANNED, dated


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


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("push the trip back by one day", MAY + dt.timedelta(days=1)),
        ("shift everything by a week", MAY + dt.timedelta(days=7)),
        ("a day later, please", MAY + dt.timedelta(days=1)),
        ("make it two days earlier", MAY - dt.timedelta(days=2)),
        ("bring the plan forward by a day", MAY - dt.timedelta(days=1)),
        ("can we start one week later?", MAY + dt.timedelta(days=7)),
        ("push back the trip by a day", MAY + dt.timedelta(days=1)),
        ("let's do it a week earlier", MAY - dt.timedelta(days=7)),
    ],
)
def test_all_dates_are_moved_by_some_days(trip: Conversation, words: str, start: dt.date) -> None:
    trip.say("start on 3 May")
    said = trip.say(words)
    dates = [day.date for day in trip.trip.itinerary.days]
    assert dates == [start + dt.timedelta(days=n) for n in range(3)]
    assert trip.days == PLANNED
    assert f"Day 1 is on {start:%A}" in said


def test_dates_are_needed_to_be_moved(trip: Conversation) -> None:
    assert trip.say("a day later") == (
        "The plan has no dates: say *Start on 3 May 2027* to give it some."
    )
    assert trip.days == PLANNED


def test_dates_stay_within_the_calendar(trip: Conversation) -> None:
    trip.say("start on 0001-01-01")
    assert trip.say("a week earlier").startswith("No calendar reaches so far")
    assert trip.trip.itinerary.days[0].date == dt.date.min


@pytest.mark.parametrize("words", ["start on 31 February", "begin on 2027-02-29", "start on 31.6."])
def test_a_date_that_is_not_is_told(trip: Conversation, words: str) -> None:
    assert trip.say(words) == "I know no such date: say it like *Start on 3 May 2027*."
    assert trip.days == PLANNED


@pytest.mark.parametrize(
    "words", ["When does it end?", "when do we start?", "show the plan", "what are the dates?"]
)
def test_the_dates_are_told_with_the_plan(trip: Conversation, words: str) -> None:
    trip.say("start on 3 May")
    said = trip.say(words)
    assert "Day 1 is on Monday, 3 May 2027, and day 3 on Wednesday, 5 May 2027." in said
    assert trip.days == PLANNED


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


@pytest.mark.parametrize(
    ("prompt", "start"),
    [
        ("2 days in Rome from 3 May", MAY),
        ("2 days in Rome on May 3rd", MAY),
        ("From Friday 2 days in Rome", dt.date(2026, 11, 27)),
        ("2 days in Rome, by train on Friday", dt.date(2026, 11, 27)),
        ("Marrakesh 2 days", None),
        ("Augsburg 2 days, starting slowly", None),
        ("2 days in Rome until 3 May", None),
    ],
)
def test_a_plan_begins_on_the_date_that_is_named(
    talk: Begin, prompt: str, start: dt.date | None
) -> None:
    conversation = talk()
    conversation.say(prompt)
    assert len(conversation.days) == 2
    assert conversation.trip.itinerary.days[0].date == start


def test_a_plan_for_a_date_that_is_not_has_no_dates(talk: Begin) -> None:
    conversation = talk()
    said = conversation.say("2 days in Oslo starting on 31 June")
    assert "I know no such date, so the days have none." in said
    assert conversation.trip.itinerary.days[0].date is None


def test_a_plan_has_its_dates_from_the_beginning(talk: Begin) -> None:
    conversation = talk()
    said = conversation.say("2 days in Rome starting on 3 May")
    assert "Day 1 is on Monday, 3 May 2027." in said
    dates = [day.date for day in conversation.trip.itinerary.days]
    assert dates == [MAY, MAY + dt.timedelta(days=1)]
    conversation.say("make it 3 days")
    assert conversation.trip.itinerary.days[2].date == MAY + dt.timedelta(days=2)
