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


def test_a_plan_has_its_dates_from_the_beginning(talk: Begin) -> None:
    conversation = talk()
    said = conversation.say("2 days in Rome starting on 3 May")
    assert "Day 1 is on Monday, 3 May 2027." in said
    dates = [day.date for day in conversation.trip.itinerary.days]
    assert dates == [MAY, MAY + dt.timedelta(days=1)]
    conversation.say("make it 3 days")
    assert conversation.trip.itinerary.days[2].date == MAY + dt.timedelta(days=2)
