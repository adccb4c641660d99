import datetime as dt

import pytest

from travelbot.models.itinerary import Mode
from travelbot.service.itinerary_words import date_of, minutes_of, mode_of, time_of


@pytest.mark.parametrize(
    ("said", "hour", "minute"),
    [
        ("09:30", 9, 30),
        ("9:30 am", 9, 30),
        ("9h30", 9, 30),
        ("9.30", 9, 30),
        ("9:30 p.m.", 21, 30),
        ("12 am", 0, 0),
        ("12:30 pm", 12, 30),
        ("at 7 a.m.", 7, 0),
        ("21h", 21, 0),
        ("14", 14, 0),
        (9, 9, 0),
        ("0930", 9, 30),
        (930, 9, 30),
        ("09:30:00", 9, 30),
        ("9:30-11:00", 9, 30),
        ("around 9", 9, 0),
        ("2027-05-03T09:30:00Z", 9, 30),
        ("noon", 12, 0),
    ],
)
def test_times(said: object, hour: int, minute: int) -> None:
    assert time_of(said) == dt.time(hour, minute)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        (90, 90),
        (90.4, 90),
        ("90", 90),
        ("90 min", 90),
        ("45 minutes", 45),
        ("30m", 30),
        ("1.5 hours", 90),
        ("1,5 h", 90),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("1 hour and 15 minutes", 75),
        ("PT1H30M", 90),
        ("1:30", 90),
        ("2-3 hours", 120),
        ("half an hour", 30),
    ],
)
def test_stays(said: object, minutes: int) -> None:
    assert minutes_of(said) == minutes


@pytest.mark.parametrize(
    "said",
    [
        "2027-05-03",
        "2027-05-03T00:00:00",
        "3 May 2027",
        "May 3, 2027",
        "Monday, 3rd of May 2027",
        "3.5.2027",
    ],
)
def test_dates(said: str) -> None:
    assert date_of(said) == dt.date(2027, 5, 3)


@pytest.mark.parametrize(
    ("said", "mode"),
    [
        ("foot", Mode.FOOT),
        ("Walking", Mode.FOOT),
        ("by metro", Mode.TRAIN),
        ("Taxi", Mode.CAR),
        ("flight", Mode.PLANE),
        ("ferry", None),
        (3, None),
    ],
)
def test_modes(said: object, mode: Mode | None) -> None:
    assert mode_of(said) is mode


@pytest.mark.parametrize("said", ["morning", "25:00", "9:75", "24:00", [], {}])
def test_what_is_no_time(said: object) -> None:
    with pytest.raises(ValueError, match="no time"):
        time_of(said)


@pytest.mark.parametrize("said", ["all day", "a while", [1]])
def test_what_is_no_stay(said: object) -> None:
    with pytest.raises(ValueError, match="no number of minutes"):
        minutes_of(said)


@pytest.mark.parametrize("said", ["3 May", "tomorrow", "day 1", 5, "2027-13-01"])
def test_what_is_no_date(said: object) -> None:
    with pytest.raises(ValueError, match="no date"):
        date_of(said)
