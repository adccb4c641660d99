"""Explains each number in the guide's replies anew, without the guide's own code.

A match of a rule that holds is struck out of the reply. A digit that is left was invented.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tests.integration.places.checking.distances import between_rules, near_rules, route_rules
from tests.integration.places.checking.facts import (
    clock_rules,
    comparison_rules,
    size_rules,
    table_rules,
    untrue,
)
from tests.integration.places.checking.known import Known
from tests.integration.places.checking.plans import day_rules, way_rules
from tests.integration.places.checking.rule import NAME, Rule

CONSTANTS = (
    r"within 30 km \|",
    r"within 100 km of its pin",
    r"Within 100 km of its pin",
    r"within 120 km of",
    r"I plan 1 to 30 days, so I took 30\.",
    r"I plan 1 to 30 days, so I took 1\.",
    r"You named no number of days, so I took 3\.",
    r"I took the first 20 of your places",
)


@dataclass(frozen=True)
class Before:
    """What there was before the prompt."""

    pins: int = 0
    days: int = 0
    """Of the last plan."""


def unexplained(reply: str, known: Known, before: Before) -> list[str]:
    """The lines with a number that is wrong or has no reason."""
    text = re.sub(r"(?<!\*)\*(?!\*)[^*\n]+\*(?!\*)", "", reply)
    for pattern, holds in _rules(text, known, before):
        text = re.sub(pattern, partial(_struck_out, holds), text, flags=re.MULTILINE)
    bare = re.sub(NAME, lambda m: "" if known.named(m[1]) else m[0], text)
    return [line for line in bare.splitlines() if re.search(r"\d", line)] + untrue(known, reply)


def _rules(text: str, known: Known, before: Before) -> Iterator[Rule]:
    """All, in the order in which they strike out."""
    yield from ((constant, lambda _: True) for constant in CONSTANTS)
    yield from size_rules(known)
    yield from clock_rules(known)
    yield from table_rules(known, text)
    yield from near_rules(known)
    yield from between_rules(known)
    yield from route_rules(known, text)
    yield from day_rules(known, text, before.days)
    yield from way_rules(known, text)
    yield from _pin_rules(len(known.map.markers), before.pins)
    yield from comparison_rules(known)


def _pin_rules(pins: int, before: int) -> Iterator[Rule]:
    yield r"has (\d+) pins? now", lambda m: int(m[1]) == pins
    yield (
        r"I removed (\d+) pins? for [^;]+; (?:(\d+) pins? stay|none)",
        lambda m: int(m[1]) == before - pins and int(m[2] or 0) == pins,
    )
    yield r"I removed (\d+) pins?\.", lambda m: int(m[1]) == before


def _struck_out(holds: Callable[[re.Match[str]], bool], match: re.Match[str]) -> str:
    return "" if holds(match) else match[0]
