"""Rules for how far it is, in which direction, and how long a route is."""

import re
from collections.abc import Iterator

from tests.integration.places.checking.arithmetic import is_both, is_km, is_way, km, length
from tests.integration.places.checking.known import Known
from tests.integration.places.checking.rule import KM, MILES, NAME, WAY, Rule


def near_rules(known: Known) -> Iterator[Rule]:
    """From the place that the reply is about."""
    here = known.here

    def near(name: str, said: str, way: str = "") -> bool:
        there = known.place(name)
        if here is None or not is_km(said, km(here, there)):
            return False
        return not way or is_way(way, here, there)

    yield rf"^- {NAME}, [^:\n,]+: {KM}$", lambda m: near(m[1], m[2])
    yield rf"^- {NAME}, {KM} {WAY}", lambda m: near(m[1], m[2], m[3])
    yield rf"^- {NAME} \(\*\*[A-Z]{{3}}\*\*\): {KM} {WAY}", lambda m: near(m[1], m[2], m[3])
    yield rf"\| {NAME} \| [^|]+ \| {KM} \| {WAY} \|", lambda m: near(m[1], m[2], m[3])
    yield rf"{NAME} \({KM} away\)", lambda m: near(m[1], m[2])
    yield (
        rf"It lies {KM} {WAY} of {NAME}",
        lambda m: (
            here is not None
            and is_km(m[1], km(here, known.place(m[3])))
            and is_way(m[2], known.place(m[3]), here)
        ),
    )


def between_rules(known: Known) -> Iterator[Rule]:
    """Between two places that are named."""
    yield (
        rf"From {NAME} to {NAME} it is about \*\*{KM}\*\* \({MILES}\)",
        lambda m: is_both(m[3], m[4], km(known.place(m[1]), known.place(m[2]))),
    )
    yield (
        rf"^([^|\n]+?) and ([^|\n]+?) lie {KM} \({MILES}\) apart",
        lambda m: is_both(m[3], m[4], km(known.place(m[1]), known.place(m[2]))),
    )


def route_rules(known: Known, text: str) -> Iterator[Rule]:
    """Along the stops of a route, which are numbered in the text."""
    stops = [
        known.place(name)
        for name in re.findall(rf"^\d+\. {NAME} ?(?:in [^\n]*)?", text, re.MULTILINE)
    ]
    yield r"\*\*(\d+) stops\*\*", lambda m: int(m[1]) == len(stops)
    yield (
        rf"^(\d+)\. {NAME}([^\n]*?) — {KM} on from ([^\n]+)$",
        lambda m: (
            stops[int(m[1]) - 1].name == m[2]
            and stops[int(m[1]) - 2].name == m[5]
            and is_km(m[4], km(stops[int(m[1]) - 2], stops[int(m[1]) - 1]))
        ),
    )
    yield (
        rf"about \*\*{KM}\*\* \({MILES}\) in all",
        lambda m: is_both(m[1], m[2], length(stops)),
    )
    yield (
        rf"A shorter order saves {KM}: ([^.\n]+)",
        lambda m: is_km(
            m[1], length(stops) - length([known.place(n) for n in re.findall(NAME, m[2])])
        ),
    )
