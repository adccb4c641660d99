"""Times, stays, dates and modes as models write them."""

import datetime as dt
import re
from collections.abc import Mapping

from travelbot.models.itinerary import Mode

TIMES = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(0)}
_HOUR = r"([01]?\d|2[0-3])"
_CLOCK = re.compile(
    rf"(?<![\d:.]){_HOUR}(?:\s?[:.h]\s?([0-5]\d)(?::[0-5]\d)?)?(?!\d|[:.]\d)"
    r"\s*(?P<half>[ap](?=\.?m))?"
)
_DIGITS = re.compile(rf"{_HOUR}([0-5]\d)")
_NUMBER = r"(\d{1,5}(?:[.,]\d{1,3})?)"
_HOURS = re.compile(rf"{_NUMBER}\s*h(?:ours?|rs?)?(?![a-z])\s*(?:and\s*)?(\d{{1,2}})?")
_COLON = re.compile(r"(\d{1,2}):([0-5]\d)")
_MINUTES = re.compile(rf"{_NUMBER}\s*(?:m(?:in(?:ute)?s?)?\b|$)")
_STAYS = {"half an hour": 30, "an hour": 60, "one hour": 60, "two hours": 120}
_RANGE = re.compile(r"(\d)\s*(?:-|–|—|to)\s*\d+(?:[.,]\d+)?")
_LONGEST = 60
"""Letters that are read."""
_DATE_FORMATS = (
    "%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y",
)  # fmt: skip
_BESIDE_DATES = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?<=\d)(?:st|nd|rd|th)\b|,|\bof\b|T\d\d:.*",
    re.IGNORECASE,
)
_MODES: Mapping[Mode, str] = {
    Mode.FOOT: "foot walk walking walks",
    Mode.CAR: "car drive driving taxi cab bus coach rideshare uber transfer",
    Mode.TRAIN: "train rail railway metro subway tram",
    Mode.PLANE: "plane fly flight flying air airplane",
}
_MODE_OF = {word: mode for mode, words in _MODES.items() for word in words.split()}


def time_of(value: object) -> dt.time:
    """The time that a text or a number stands for; of a span its beginning."""
    if isinstance(value, dt.time):
        return value
    text = _plain(value).rsplit("t", 1)[-1] if _is_timestamp(value) else _plain(value)
    if text in TIMES:
        return TIMES[text]
    found = _DIGITS.fullmatch(text) or _CLOCK.search(text)
    if found is None:
        raise ValueError(f"{text!r} is no time such as 09:30; leave it out where none is planned")
    half = found.groupdict().get("half")
    hour, minute = int(found[1]), int(found[2] or 0)
    return dt.time(hour % 12 + 12 * (half == "p") if half else hour, minute)


def minutes_of(value: object) -> int:
    """The minutes that a text or a number stands for; of a span the shorter."""
    if isinstance(value, int | float):
        return round(value)
    text = _RANGE.sub(r"\1", _plain(value))
    if text in _STAYS:
        return _STAYS[text]
    if found := _COLON.fullmatch(text):
        return 60 * int(found[1]) + int(found[2])
    if found := _HOURS.search(text):
        return round(60 * _number(found[1])) + int(found[2] or 0)
    if found := _MINUTES.search(text):
        return round(_number(found[1]))
    raise ValueError(f"{text!r} is no number of minutes; leave it out where none is planned")


def date_of(value: object) -> dt.date:
    """The date that a text stands for."""
    if isinstance(value, dt.date):
        return value
    text = " ".join(_BESIDE_DATES.sub(" ", str(value)[:_LONGEST]).split())
    for form in _DATE_FORMATS:
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError(f"{text!r} is no date such as 2027-05-03; leave it out where none is known")


def mode_of(value: object) -> Mode | None:
    """The mode that a text names; None for others, such as ferries."""
    if isinstance(value, Mode):
        return value
    known = (_MODE_OF.get(word) for word in re.findall(r"[a-z]+", _plain(value)))
    return next(filter(None, known), None)


def _is_timestamp(value: object) -> bool:
    return bool(re.match(r"\d{4}-\d\d-\d\dT", str(value)[:_LONGEST], re.IGNORECASE))


def _plain(value: object) -> str:
    return str(value)[:_LONGEST].strip().lower()


def _number(text: str) -> float:
    return float(text.replace(",", "."))
