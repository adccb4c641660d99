import datetime as dt

import pytest

from travelbot.service.offline.dates import date_in, has_date
from travelbot.service.offline.numbers import days_asked

MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("start on 3 may", dt.date(2027, 5, 3)),
        ("on the 3rd of may", dt.date(2027, 5, 3)),
        ("may 3rd, 2028", dt.date(2028, 5, 3)),
        ("on december 24", dt.date(2026, 12, 24)),
        ("on 23 november", MONDAY),
        ("on 22 nov", dt.date(2027, 11, 22)),
        ("2027-05-03", dt.date(2027, 5, 3)),
        ("am 3.5.2027", dt.date(2027, 5, 3)),
        ("am 3.5.", dt.date(2027, 5, 3)),
        ("29 february", dt.date(2028, 2, 29)),
        ("today", MONDAY),
        ("tomorrow", dt.date(2026, 11, 24)),
        ("next monday", dt.date(2026, 11, 30)),
        ("on friday", dt.date(2026, 11, 27)),
    ],
)
def test_dates_in_words(text: str, date: dt.date) -> None:
    assert date_in(text, MONDAY) == date
    assert has_date(text)


@pytest.mark.parametrize("text", ["", "day 3", "may", "30 february", "31.4.", "in 3 days", "3"])
def test_what_is_no_date(text: str) -> None:
    assert date_in(text, MONDAY) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("swap day 1 and day 2", (1, 2)),
        ("swap days 1 and 2", (1, 2)),
        ("from the first day to the last day", (1, -1)),
        ("make day two lighter", (2,)),
        ("3 days in rome", ()),
    ],
)
def test_all_days_that_are_named(text: str, days: tuple[int, ...]) -> None:
    assert days_asked(text) == days
