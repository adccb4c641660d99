"""Rules for the days of a plan, and for how long the way of each is."""

import re
from collections.abc import Iterator

from tests.integration.places.checking.arithmetic import is_km, km, length
from tests.integration.places.checking.known import Known
from tests.integration.places.checking.rule import KM, NAME, Rule


def day_rules(known: Known, text: str, days_before: int) -> Iterator[Rule]:
    """How many days there are; `days_before` had the last plan before the prompt."""
    days = [int(day) for day in re.findall(r"^(?:\*\*|- )Day (\d+):", text, re.MULTILINE)]
    told_free = re.findall(r"^For days? ([^a-z]+(?:and [^a-z]+)*)", text, re.MULTILINE)
    free = [day for words in told_free for day in _spread(words)]
    total = len(days) + len(free)
    yield r"^### (\d+) days? in", lambda m: int(m[1]) == total
    yield r"^(\d+) days? is few for all", lambda m: int(m[1]) == total < len(known.subject)
    yield r"^The plan has (\d+) days?", lambda m: int(m[1]) == days_before
    yield (
        r"^For days? ([^a-z]+(?:and [^a-z]+)*)",
        lambda _: sorted([*days, *free]) == list(range(1, total + 1)),
    )


def way_rules(known: Known, text: str) -> Iterator[Rule]:
    """How far each day goes, from its city over all its stops."""
    stops = "\n".join(re.findall(r"^1\. .*", text, re.MULTILINE))

    def is_day(title: str, said: str, stops: str) -> bool:
        base = known.place(re.split(r" to ", title)[0])
        return is_km(said, length([base, *(known.place(n) for n in re.findall(NAME, stops))]))

    yield (
        rf"^\*\*Day \d+: ([^(\n]+) \({KM}\)\*\*\n((?:1\. [^\n]+\n?)+)",
        lambda m: is_day(m[1], m[2], m[3]),
    )
    yield rf"^- Day \d+: ([^(\n]+) \({KM}\): ([^\n]+)", lambda m: is_day(m[1], m[2], m[3])
    yield rf"^### Day \d+: ([^(\n]+) \({KM}\)$", lambda m: is_day(m[1], m[2], stops)
    yield (
        rf"^1\. {NAME}, [^,\n]+, {KM} from ([^\n]+)$",
        lambda m: is_km(m[2], km(known.place(m[1]), known.place(m[3]))),
    )
    yield (
        rf"(?<=[:,] )([^,:\n]+) → ([^,:\n]+?) {KM}",
        lambda m: is_km(m[3], km(known.place(m[1]), known.place(m[2]))),
    )
    yield r"^1\. ", lambda _: True


def _spread(words: str) -> list[int]:
    """Each number that a list of days stands for."""
    runs = re.findall(r"(\d+)(?:–(\d+))?", words)
    return [day for first, last in runs for day in range(int(first), int(last or first) + 1)]
