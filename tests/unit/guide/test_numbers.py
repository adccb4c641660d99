import pytest

from travelbot.data.gazetteer.folding import fold
from travelbot.service.offline.cues import DAY_TRIPS
from travelbot.service.offline.numbers import day_asked, ordinal, stays_in


@pytest.mark.parametrize(
    ("prompt", "days"),
    [
        ("3 days in Rome", 3),
        ("a three-day trip", 3),
        ("a week in Portugal", 7),
        ("two weeks", 14),
        ("a fortnight", 14),
        ("a weekend in Ghent", 2),
        ("a long weekend", 3),
        ("a couple of days", 2),
        ("a day in Rome", 1),
        ("4 nights", 4),
        ("a month in Japan", 30),
        ("3 Tage in Wien", 3),
        ("fünf Tage", 5),
        ("3 jours à Lyon", 3),
        ("tres días en Sevilla", 3),
        ("una semana", 7),
        ("tre giorni a Roma", 3),
        ("três dias em Lisboa", 3),
        ("drie dagen in Gent", 3),
        ("東京で3日間", 3),
        ("三日", 3),
        ("3 дня в Москве", 3),
        ("3 days in Lisbon and 2 days in Porto", 5),
        ("5 days, 4 nights", 5),
        ("un week-end à Lyon", 2),
        ("two weeks and 3 days", 17),
        ("3.5 days in Rome", 4),
        ("1,5 Tage", 2),
        ("1,000 days in Rome", None),
        ("visit Rome", None),
        ("day 2", None),
    ],
)
def test_reads_numbers_of_days(prompt: str, days: int | None) -> None:
    assert sum(stays_in(fold(prompt))) == (days or 0)


@pytest.mark.parametrize(
    ("prompt", "day"),
    [
        ("what about day 2?", 2),
        ("Day 99", 99),
        ("the third day", 3),
        ("last day", -1),
        ("Tag 3", 3),
        ("2 days", None),
        ("more", None),
    ],
)
def test_reads_which_day_is_asked_for(prompt: str, day: int | None) -> None:
    assert day_asked(fold(prompt)) == day


@pytest.mark.parametrize(
    ("prompt", "number"), [("go back to the first one", 1), ("the latter", 2), ("Rome", None)]
)
def test_reads_ordinals(prompt: str, number: int | None) -> None:
    assert ordinal(fold(prompt)) == number


@pytest.mark.parametrize(
    ("prompt", "is_day_trip"),
    [
        ("day trips from Munich", True),
        ("a day trip from Tokyo", True),
        ("2 day trips", True),
        ("a 3-day trip", False),
        ("three day trip", False),
    ],
)
def test_tells_day_trips_from_trips_of_some_days(prompt: str, is_day_trip: bool) -> None:
    assert bool(DAY_TRIPS.search(prompt)) is is_day_trip
