import pytest

from tests.unit.itinerary.atlas import trip
from travelbot.models.itinerary import Mode
from travelbot.service.itinerary.travel import DayTotal, Leg, day_total
from travelbot.service.itinerary.words import about, duration, hours, leg_words, total_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (65, "1 h 05"), (100, "1 h 40"), (1440, "24 h")],
)
def test_durations_are_hours_and_minutes(minutes: int, words: str) -> None:
    assert duration(minutes) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "about 1 min"),
        (12, "about 12 min"),
        (43, "about 45 min"),
        (97, "about 1 h 35"),
        (119, "about 2 h"),
        (164, "about 2 h 40"),
        (350, "about 6 h"),
    ],
)
def test_estimates_are_rounded_as_far_as_they_may_err(minutes: int, words: str) -> None:
    assert about(minutes) == words


def test_whole_hours_are_those_begun() -> None:
    assert [hours(m) for m in (20, 60, 61, 1140)] == [
        "about 1 hour",
        "about 1 hour",
        "about 2 hours",
        "about 19 hours",
    ]


@pytest.mark.parametrize(
    ("leg", "words"),
    [
        (Leg(1.0, Mode.FOOT, 12), "about 12 min on foot, 1.0 km"),
        (Leg(28.4, Mode.CAR, 52), "about 50 min by car, 28 km"),
        (Leg(277.6, Mode.TRAIN, 178), "about 3 h by train, 278 km"),
        (Leg(5817.0, Mode.PLANE, 466), "about 8 h by plane, 5,817 km"),
    ],
)
def test_legs_say_that_they_are_estimates(leg: Leg, words: str) -> None:
    assert leg_words(leg) == words


def test_totals_leave_out_what_there_is_none_of() -> None:
    assert total_words(DayTotal(0, 0, 0)) == ""
    assert total_words(DayTotal(0, 90, 0)) == "about 1 h 30 at its stops"
    assert total_words(DayTotal(12, 0, 1.0)) == "about 12 min on the way (1.0 km)"
    assert total_words(day_total(trip("Colosseum; Roman Forum"), 0)) == (
        "about 10 min on the way (0.8 km), about 2 h at its stops"
    )
