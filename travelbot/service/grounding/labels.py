"""What the label of a pin names: a place, and perhaps the place that it lies in."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

_MOST_READINGS = 40
_ORNAMENT = re.compile(r"^[\W_]+|[^\w)\].!?]+$")
_NUMBER = re.compile(
    r"^(?:\(?\d{1,3}[.):]\s*|#\d+\s*|(?:day|stop|night|no\.?)\s*\d+\s*[-–—:.]?\s*)+", re.IGNORECASE
)
_STAYS = (
    "overnight|nights?|stay|arriv\\w+|depart\\w*|base|start|finish|end|weekend|fly|flight|drive"
    "|train|transfer|return|back"
)
_SORTS = (
    "neighbou?rhood|district|quarter|area|city cent(?:er|re)|old town|downtown|town|village|city"
    "|island|region|province|summit|peak|waterfalls?"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<where>[^:]{2,40}):\s+(?P<name>.+)",
        r"(?P<name>.+?)\s*[(\[](?P<where>[^)\]]+)[)\]]",
        r"(?P<where>.+?)\s*[(\[](?P<name>[^)\]]+)[)\]]",
        r"(?P<name>[^,]+),\s*(?P<where>.+)",
        r"(?P<where>.+?)(?:\s+[-–—|/]|\s*[·•@])\s+(?P<name>.+)",
        r"(?P<name>.+?)(?:\s+[-–—|/]|\s*[·•@])\s+(?P<where>.+)",
        rf"(?P<where>(?:{_STAYS})\b.{{0,20}}?)\b(?:in|at|to|from|near)\s+(?P<name>.+)",
        r"(?P<name>.+?)\s+(?:in|near|around|outside)\s+(?P<where>.+)",
        r"(?P<where>.{2,40}?)\s+(?:at|to)\s+(?P<name>.+)",
        r"(?P<name>.*[a-z].*?)\s+(?P<where>[\u0370-\uffdc]{2,})",
    )
)
"""How labels put things together: "Day 2: Colosseum", "Lunch at X", "X (Rome)", "X in Rome"."""
_VARIANTS = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"^(?:the|state|visit|explore|see)\s+", ""),
        (r"\bmt\.?\s+", "Mount "),
        (r"\bint['’]?l\b\.?", "International"),
        (r"^([a-z]{3}) airport$", r"\1"),
        (rf"\s+(?:{_SORTS})$", ""),
    )
)
"""What names are written with or without."""


class Reading(NamedTuple):
    """One way to understand a label; `within` is empty where it names no container."""

    name: str
    within: str = ""


def readings(label: str, city: str = "") -> list[Reading]:
    """The ways to understand a label, the plainest first; `city` is what it is said to lie in."""
    text = _NUMBER.sub("", _ORNAMENT.sub("", label)) or label
    ways = (
        Reading(name, found.within or city) for found in _split(text) for name in _forms(found.name)
    )
    return list(dict.fromkeys(islice(ways, _MOST_READINGS)))


def _split(text: str) -> Iterator[Reading]:
    yield Reading(text)
    for form in _FORMS:
        if match := form.fullmatch(text):
            for inner in _split(match["name"].strip()):
                yield Reading(inner.name, inner.within or match["where"].strip())


def _forms(name: str) -> Iterator[str]:
    yield name
    for pattern, instead in _VARIANTS:
        name = pattern.sub(instead, name)
        yield name
