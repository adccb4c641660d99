"""Rules for what a reply says of people, areas, clocks and sights."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

from tests.integration.places.checking.known import Known
from tests.integration.places.checking.rule import NAME, Rule
from travelbot.models.places import Place


def size_rules(known: Known) -> Iterator[Rule]:
    """How many people and how much land."""
    here = known.here
    yield (
        rf"{NAME} (?:is|has) [^\n]*?about \*{{0,2}}([\d,]+)\*{{0,2}} people",
        lambda m: m[2] == known.people(known.place(m[1])),
    )
    yield r"on ([\d,]+) km²", lambda m: here is not None and known.is_area(here, m[1])
    yield (
        rf"{NAME} measures \*\*([\d,]+) km²",
        lambda m: known.is_area(known.place(m[1]), m[2]),
    )


def clock_rules(known: Known) -> Iterator[Rule]:
    """What time it is, and by how many hours clocks differ."""
    here = known.here
    yield (
        r"It is (\d\d:\d\d) there now, on (\w+)",
        lambda m: here is not None and known.clock(here) == f"{m[2]} {m[1]}",
    )
    yield (
        rf"In {NAME} it is \*\*(\d\d:\d\d)\*\* on (\w+)",
        lambda m: known.clock(known.place(m[1])) == f"{m[3]} {m[2]}",
    )

    def is_difference(match: re.Match[str]) -> bool:
        a, b = known.offset(match[1].strip()), known.offset(match[4])
        hours = ((a or timedelta()) - (b or timedelta())) / timedelta(hours=1)
        return hours == float(match[2]) * (1 if match[3] == "ahead of" else -1)

    yield r"([^.|\n]+?) is ([\d.]+) hours? (ahead of|behind) ([^.|\n]+) now", is_difference


def table_rules(known: Known, text: str) -> Iterator[Rule]:
    """What the rows of a table of towns have in common."""
    rows = re.findall(rf"^\| {NAME} \| place ", text, re.MULTILINE)
    yield (
        r"places of ([\d,]+) people or more",
        lambda m: all(known.place(n).population >= int(m[1].replace(",", "")) for n in rows),
    )


def comparison_rules(known: Known) -> Iterator[Rule]:
    """The rows of a table that compares the places that the reply is about."""

    def cells(row: str, cell: Callable[[Place], str]) -> bool:
        said = [text.strip() for text in row.split("|")]
        return said == [cell(place) for place in known.subject[: len(said)]]

    yield r"^\| People \|([^\n]+)\|$", lambda m: cells(m[1], known.people)
    yield r"^\| Local time \|([^\n]+)\|$", lambda m: cells(m[1], known.clock)
    yield r"^\| Sights I know \|([^\n]+)\|$", lambda m: cells(m[1], known.sights)


def untrue(known: Known, reply: str) -> list[str]:
    """Claims without a number that don't hold."""
    same = re.findall(r"The clocks in ([^.\n]+?) and ([^.\n]+?) show the same time", reply)
    capitals = re.findall(rf"{NAME} is the capital of ([^,.\n]+)", reply)
    return [
        *(f"{a} {b}" for a, b in same if known.offset(a) != known.offset(b)),
        *(f"{name}" for name, country in capitals if not known.is_capital(name, country)),
    ]
