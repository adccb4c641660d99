"""Explains each number in the guide's replies anew, without the guide's own code.

A rule is a pattern and what must be true of its match; a match that holds is struck out of the
reply. A digit that is left was invented.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from math import asin, atan2, cos, degrees, radians, sin, sqrt
from zoneinfo import ZoneInfo

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.folding import fold
from travelbot.models.places import Place, PlaceKind
from travelbot.models.trip_map import TripMap

NAME = r"\*\*([^*\n]+)\*\*"
KM = r"((?:under )?[\d,.]*\d km)"
MILES = r"([\d,.]*\d miles)"
WAY = r"(north-east|north-west|south-east|south-west|north|south|east|west)"
COMPASS = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
SIGHTS: tuple[PlaceKind] = ("sight",)
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
Rule = tuple[str, Callable[[re.Match[str]], bool]]


@dataclass
class Checker:
    """One reply, with what it is about and the map beside it."""

    gazetteer: Gazetteer
    subject: list[Place]
    map: TripMap
    now: datetime
    before: int = 0
    """Pins before the prompt."""
    plan_days: int = 0
    """Of the last plan before the prompt."""

    def unexplained(self, reply: str) -> list[str]:
        """The lines with a number that is wrong or has no reason."""
        text = re.sub(r"(?<!\*)\*(?!\*)[^*\n]+\*(?!\*)", "", reply)
        for pattern, holds in self._rules(text):
            text = re.sub(pattern, partial(_struck_out, holds), text, flags=re.MULTILINE)
        names = re.compile(NAME)
        bare = names.sub(lambda m: "" if self._named(m[1]) else m[0], text)
        return [line for line in bare.splitlines() if re.search(r"\d", line)] + self._untrue(reply)

    def _untrue(self, reply: str) -> list[str]:
        """Claims without a number that don't hold."""
        same = re.findall(r"The clocks in ([^.\n]+?) and ([^.\n]+?) show the same time", reply)
        capitals = re.findall(rf"{NAME} is the capital of ([^,.\n]+)", reply)
        return [
            *(f"{a} {b}" for a, b in same if self._offset(a) != self._offset(b)),
            *(f"{name}" for name, country in capitals if not self._is_capital(name, country)),
        ]

    def _is_capital(self, name: str, country: str) -> bool:
        facts = self.gazetteer.country(self.place(name).country)
        assert facts
        return facts.name == country.removeprefix("the ") and fold(name).startswith(
            fold(facts.capital)
        )

    def _offset(self, name: str) -> timedelta | None:
        return self._local(self.place(name)).utcoffset()

    def place(self, name: str) -> Place:
        """The place of this name that is pinned or talked about."""
        named = self._named(name)
        pins = {(m.label, m.latitude, m.longitude) for m in self.map.markers}
        meant = [p for p in named if p in self.subject]
        meant += [p for p in named if (p.name, p.latitude, p.longitude) in pins]
        return (meant or named)[0]

    def _named(self, name: str) -> list[Place]:
        head = name.split(",", maxsplit=1)[0]
        found = [*self.gazetteer.search(name, limit=20), *self.gazetteer.search(head, limit=20)]
        return [place for place in found if place.name == name]

    def _rules(self, text: str) -> Iterator[Rule]:
        here = self.subject[0] if self.subject else None
        yield from ((constant, lambda _: True) for constant in CONSTANTS)
        yield rf"{NAME} (?:is|has) [^\n]*?about \*{{0,2}}([\d,]+)\*{{0,2}} people", self._people
        yield r"on ([\d,]+) km²", lambda m: here is not None and self._area(here, m[1])
        yield rf"{NAME} measures \*\*([\d,]+) km²", lambda m: self._area(self.place(m[1]), m[2])
        yield r"It is (\d\d:\d\d) there now, on (\w+)", lambda m: self._is_time(here, m[1], m[2])
        yield (
            rf"In {NAME} it is \*\*(\d\d:\d\d)\*\* on (\w+)",
            lambda m: self._is_time(self.place(m[1]), m[2], m[3]),
        )
        yield (
            r"([^.|\n]+?) is ([\d.]+) hours? (ahead of|behind) ([^.|\n]+) now",
            self._is_difference,
        )
        rows = re.findall(rf"^\| {NAME} \| place ", text, re.MULTILINE)
        yield (
            r"places of ([\d,]+) people or more",
            lambda m: all(self.place(n).population >= int(m[1].replace(",", "")) for n in rows),
        )
        yield from self._distance_rules(here)
        yield from self._route_rules(text)
        yield from self._plan_rules(text)
        yield from self._count_rules()

    def _distance_rules(self, here: Place | None) -> Iterator[Rule]:
        def near(name: str, said: str, way: str = "") -> bool:
            there = self.place(name)
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
                and is_km(m[1], km(here, self.place(m[3])))
                and is_way(m[2], self.place(m[3]), here)
            ),
        )
        yield (
            rf"From {NAME} to {NAME} it is about \*\*{KM}\*\* \({MILES}\)",
            lambda m: is_both(m[3], m[4], km(self.place(m[1]), self.place(m[2]))),
        )
        yield (
            rf"^([^|\n]+?) and ([^|\n]+?) lie {KM} \({MILES}\) apart",
            lambda m: is_both(m[3], m[4], km(self.place(m[1]), self.place(m[2]))),
        )

    def _route_rules(self, text: str) -> Iterator[Rule]:
        stops = [
            self.place(name)
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
                m[1], length(stops) - length([self.place(n) for n in re.findall(NAME, m[2])])
            ),
        )

    def _plan_rules(self, text: str) -> Iterator[Rule]:
        days = [int(day) for day in re.findall(r"^(?:\*\*|- )Day (\d+):", text, re.MULTILINE)]
        told_free = re.findall(r"^For days? ([^a-z]+(?:and [^a-z]+)*)", text, re.MULTILINE)
        free = [day for words in told_free for day in spread(words)]
        stops = "\n".join(re.findall(r"^1\. .*", text, re.MULTILINE))
        total = len(days) + len(free)
        yield r"^### (\d+) days? in", lambda m: int(m[1]) == total
        yield r"^(\d+) days? is few for all", lambda m: int(m[1]) == total < len(self.subject)
        yield r"^The plan has (\d+) days?", lambda m: int(m[1]) == self.plan_days
        yield (
            r"^For days? ([^a-z]+(?:and [^a-z]+)*)",
            lambda _: sorted([*days, *free]) == list(range(1, total + 1)),
        )
        yield (
            rf"^\*\*Day \d+: ([^(\n]+) \({KM}\)\*\*\n((?:1\. [^\n]+\n?)+)",
            lambda m: self._is_day(m[1], m[2], m[3]),
        )
        yield (
            rf"^- Day \d+: ([^(\n]+) \({KM}\): ([^\n]+)",
            lambda m: self._is_day(m[1], m[2], m[3]),
        )
        yield (
            rf"^### Day \d+: ([^(\n]+) \({KM}\)$",
            lambda m: self._is_day(m[1], m[2], stops),
        )
        yield (
            rf"^1\. {NAME}, [^,\n]+, {KM} from ([^\n]+)$",
            lambda m: is_km(m[2], km(self.place(m[1]), self.place(m[3]))),
        )
        yield (
            rf"(?<=[:,] )([^,:\n]+) → ([^,:\n]+?) {KM}",
            lambda m: is_km(m[3], km(self.place(m[1]), self.place(m[2]))),
        )
        yield r"^1\. ", lambda _: True

    def _count_rules(self) -> Iterator[Rule]:
        pins = len(self.map.markers)
        yield r"has (\d+) pins? now", lambda m: int(m[1]) == pins
        yield (
            r"I removed (\d+) pins? for [^;]+; (?:(\d+) pins? stay|none)",
            lambda m: int(m[1]) == self.before - pins and int(m[2] or 0) == pins,
        )
        yield r"I removed (\d+) pins?\.", lambda m: int(m[1]) == self.before
        yield r"^\| People \|([^\n]+)\|$", lambda m: self._cells(m[1], self._people_of)
        yield r"^\| Local time \|([^\n]+)\|$", lambda m: self._cells(m[1], self._clock)
        yield r"^\| Sights I know \|([^\n]+)\|$", lambda m: self._cells(m[1], self._sights)

    def _people(self, match: re.Match[str]) -> bool:
        return match[2] == self._people_of(self.place(match[1]))

    def _people_of(self, place: Place) -> str:
        facts = self.gazetteer.country(place.country) if place.kind == "country" else None
        people = facts.population if facts else place.population
        return f"{people:,}" if people else "–"

    def _area(self, place: Place, said: str) -> bool:
        facts = self.gazetteer.country(place.country)
        return facts is not None and said == f"{round(facts.area_km2):,}"

    def _local(self, place: Place) -> datetime:
        zone = place.timezone
        if not zone or place.kind == "country":
            facts = self.gazetteer.country(place.country)
            assert facts
            cities = self.gazetteer.search(facts.capital, country=facts.code)
            zone = zone or next(city.timezone for city in cities if city.kind == "city")
        return self.now.astimezone(ZoneInfo(zone))

    def _clock(self, place: Place) -> str:
        return self._local(place).strftime("%A %H:%M")

    def _is_time(self, place: Place | None, time: str, day: str) -> bool:
        return place is not None and self._clock(place) == f"{day} {time}"

    def _is_difference(self, match: re.Match[str]) -> bool:
        here, there = self._offset(match[1].strip()), self._offset(match[4])
        hours = ((here or timedelta()) - (there or timedelta())) / timedelta(hours=1)
        return hours == float(match[2]) * (1 if match[3] == "ahead of" else -1)

    def _is_day(self, title: str, said: str, stops: str) -> bool:
        base = self.place(re.split(r" to ", title)[0])
        return is_km(said, length([base, *(self.place(n) for n in re.findall(NAME, stops))]))

    def _cells(self, row: str, cell: Callable[[Place], str]) -> bool:
        said = [text.strip() for text in row.split("|")]
        return said == [cell(place) for place in self.subject[: len(said)]]

    def _sights(self, place: Place) -> str:
        everywhere = self.gazetteer.near(place.latitude, place.longitude, 500, SIGHTS, 60)
        near = {s.id for s in everywhere if km(place, s) <= 30 and s.id != place.id}
        own = {s.id for s in self.gazetteer.sights_in(place, 500)}
        return str(len(near | own)) if near | own and place.kind == "city" else "–"


def _struck_out(holds: Callable[[re.Match[str]], bool], match: re.Match[str]) -> str:
    return "" if holds(match) else match[0]


def km(a: Place, b: Place) -> float:
    """By the chord between the points, on a globe of the mean radius."""
    chord = sqrt(sum((p - q) ** 2 for p, q in zip(_point(a), _point(b), strict=True)))
    return 2 * 6371.0088 * asin(min(1.0, chord / 2))


def _point(place: Place) -> tuple[float, float, float]:
    phi, lam = radians(place.latitude), radians(place.longitude)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def length(way: list[Place]) -> float:
    return sum(km(a, b) for a, b in pairwise(way))


def is_km(said: str, true: float) -> bool:
    """Whether a distance is rounded well: to 0.1 km below 10 km, else to 1 km."""
    if said.startswith("under"):
        return true < 0.1
    number = said.split(" ", maxsplit=1)[0].replace(",", "")
    return abs(float(number) - true) <= (0.051 if "." in number else 0.501)


def is_both(said_km: str, said_miles: str, true: float) -> bool:
    return is_km(said_km, true) and is_km(said_miles, true / 1.609344)


def is_way(said: str, start: Place, to: Place) -> bool:
    """Whether a direction is right, within the eighth of the circle that it names."""
    p, q = _point(start), _point(to)
    phi, lam = radians(start.latitude), radians(start.longitude)
    north = (-sin(phi) * cos(lam), -sin(phi) * sin(lam), cos(phi))
    east = (-sin(lam), cos(lam), 0.0)
    step = [b - a for a, b in zip(p, q, strict=True)]
    bearing = degrees(atan2(_dot(step, east), _dot(step, north)))
    off = (bearing - 45 * COMPASS.index(said) + 180) % 360 - 180
    return abs(off) <= 22.6


def _dot(a: "list[float]", b: "tuple[float, float, float]") -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def spread(words: str) -> list[int]:
    """Each number that a list of days stands for."""
    runs = re.findall(r"(\d+)(?:–(\d+))?", words)
    return [day for first, last in runs for day in range(int(first), int(last or first) + 1)]
