"""How long a provider asks to wait."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

UNITS = {"ms": 0.001, "mi": 60.0, "m": 60.0, "h": 3600.0, "s": 1.0, "": 1.0}
NUMBER = re.compile(r"-?\d{1,9}(\.\d*)?")
TIME = r"(\d{1,9}(?:\.\d+)?)\s*(ms|milli|min|m|h|s|)[a-z]*"
IN_WORDS = re.compile(
    rf"(?:again|retry|wait|reset|retrydelay)\D{{0,30}}(?P<times>(?:{TIME}[\s,]*(?:and\s)?)+)",
    re.IGNORECASE,
)


def wait_of(headers: Mapping[str, str], text: str) -> float | None:
    """Seconds, from the headers or from words such as 'try again in 1m12.5s'; None for neither."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        number = NUMBER.fullmatch(headers.get(name, "").strip())
        if number:
            return max(0.0, float(number[0]) * unit)
    until = _date(headers.get("retry-after", ""))
    if until is not None:
        return max(0.0, (until - datetime.now(UTC)).total_seconds())
    found = IN_WORDS.search(text)
    return _seconds(found["times"]) if found else None


def _seconds(times: str) -> float:
    parts = re.findall(TIME, times.lower())
    return sum(float(number) * _unit(unit) for number, unit in parts)


def _unit(name: str) -> float:
    return UNITS["ms" if name == "milli" else name[:2] if name == "min" else name]


def _date(text: str) -> datetime | None:
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    return until.replace(tzinfo=until.tzinfo or UTC)
