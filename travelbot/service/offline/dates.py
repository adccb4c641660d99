"""Dates in folded English text."""

import datetime as dt
import re
from calendar import day_name, month_name

_MONTH_NAMES = [name.lower() for name in month_name if name]
_MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(day_name)}
_NAMED = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTH_NAMES)
_MONTH = rf"(?P<month>{_NAMED}|sept)\b\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?:,? (?P<year>\d{4}))?"
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b",
        rf"\b{_DAY} (?:of )?{_MONTH}\b{_YEAR}",
        rf"\b{_MONTH} {_DAY}\b{_YEAR}",
        r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4}))?",
    )
)
_RELATIVE = re.compile(rf"\b(?:(today)|(tomorrow)|(?:next |this )?({'|'.join(_WEEKDAYS)}))\b")
_FROM = re.compile(r"\b(?:from|on)(?: the)? $")
A_WEEK, LEAP_YEARS = 7, 8


def date_in(text: str, today: dt.date) -> dt.date | None:
    """The date that a text names; without a year the next such day from today on."""
    for pattern in _WRITTEN:
        if found := pattern.search(text):
            return _written(found, today)
    return _relative(text, today)


def has_date(text: str) -> bool:
    """Whether a text names a date, of the calendar or not."""
    return _found(text) is not None


def begins_on_date(text: str) -> bool:
    """Whether a text names a date after "from" or "on"."""
    found = _found(text)
    return found is not None and bool(_FROM.search(text[: found.start()]))


def _found(text: str) -> "re.Match[str] | None":
    return next(filter(None, (each.search(text) for each in (*_WRITTEN, _RELATIVE))), None)


def _written(found: "re.Match[str]", today: dt.date) -> dt.date | None:
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS[month[:3]]
    years = (
        [int(found["year"])] if found["year"] else range(today.year, today.year + LEAP_YEARS + 1)
    )
    dates = (_date(year, number, int(found["day"])) for year in years)
    coming = (date for date in dates if date and (found["year"] or date >= today))
    return next(coming, None)


def _relative(text: str, today: dt.date) -> dt.date | None:
    found = _RELATIVE.search(text)
    if found is None:
        return None
    if found[3]:
        ahead = (_WEEKDAYS[found[3]] - today.weekday() - 1) % A_WEEK + 1
        return today + dt.timedelta(days=ahead)
    return today + dt.timedelta(days=1 if found[2] else 0)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
