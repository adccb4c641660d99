"""Legs between stops: how far, by what, how long. All of it is estimated, nothing is looked up."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, inf

from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.itinerary import Day, Itinerary, Mode, Stop
from travelbot.service.itinerary.kinds import is_airport
from travelbot.service.itinerary.stays import day_stays

WALK_KM = 2.0
"""As far as one walks, as the crow flies: half an hour."""
FLY_KM = 800.0
"""From here on one flies: trains need more than about four hours, and lose to planes."""
FLY_BETWEEN_AIRPORTS_KM = 100.0
DEPARTURE_MINUTES, LANDING_MINUTES = 150, 70
"""From a place to take-off, and from landing to a place.

At the airports 118 and 39 (Sauter-Servaes et al., Open Transportation Journal 2019), the rest for
the ways there, half an hour each.
"""


@dataclass(frozen=True)
class _Pace:
    """How a mode goes; `stretches` are the kilometres up to which it keeps a speed in km/h."""

    detour: float
    """The way's length, as a multiple of the great circle."""
    overhead: int
    """Minutes that it takes without going anywhere."""
    stretches: tuple[tuple[float, float], ...]


_PACES = {
    Mode.FOOT: _Pace(1.25, 0, ((inf, 4.8),)),
    Mode.CAR: _Pace(1.3, 5, ((10, 30), (40, 60), (inf, 95))),
    Mode.TRAIN: _Pace(1.2, 10, ((20, 35), (80, 70), (inf, 150))),
    Mode.PLANE: _Pace(1.05, 30, ((inf, 800),)),
}
"""Where the figures come from:

- on foot: streets are 1.2 times as long as the straight line (Newell 1980; O'Sullivan and Morrall
  1996 find 1.21 to 1.23), a little more where one looks for the way; 80 m a minute is what Japan's
  rules for property adverts reckon with, and close to the 1.3 to 1.4 m/s of surveys;
- by car: roads are 1.2 times as long in the USA and longer in most countries (Ballou et al. 2002);
  speeds are usual averages in town, on country roads, and on motorways with their breaks;
- by train: lines are about 1.2 times as long; direct trains average 130 to 230 km/h between the
  cities of western Europe; the slow first kilometres stand for local trains and, on longer ways,
  for the half hour that people spend at stations (32 min, Sauter-Servaes et al. 2019);
- by plane: airways are some 5% longer; jets cruise at 830 to 900 km/h, and half an hour goes to
  taxiing, climb and approach.
"""


@dataclass(frozen=True)
class Leg:
    """The way to a stop: its estimated length in km and time in minutes."""

    km: float
    mode: Mode
    minutes: int


@dataclass(frozen=True)
class DayTotal:
    """What a day takes: minutes on the way and at its stops, and the way's km."""

    travel: int
    stay: int
    km: float

    @property
    def minutes(self) -> int:
        """All of it."""
        return self.travel + self.stay


def stops_km(start: Stop, end: Stop) -> float:
    """The great circle between two stops in km; infinite where one's position is unknown."""
    a, b = start.marker, end.marker
    return distance_km(a.latitude, a.longitude, b.latitude, b.longitude) if a and b else inf


def leg_between(start: Stop, end: Stop) -> Leg | None:
    """The way from a stop to another; None where a position is unknown."""
    straight = stops_km(start, end)
    if straight == inf:
        return None
    mode = end.mode or _suggested(start, end, straight)
    pace = _PACES[mode]
    km = straight * pace.detour
    extra = _at_airports(start, end) if mode is Mode.PLANE else 0
    return Leg(km, mode, ceil(pace.overhead + extra + _minutes(km, pace) if km else 0))


def day_legs(itinerary: Itinerary, day: int) -> tuple[Leg | None, ...]:
    """For each of the day's stops the way to it, its first one's from where the day before ended.

    Passes over stops without a position; None for them, and where the trip begins.
    """
    legs: list[Leg | None] = []
    here = last_stop(itinerary, day)
    for stop in itinerary.days[day].stops:
        legs.append(leg_between(here, stop) if here else None)
        here = stop if stop.marker else here
    return tuple(legs)


def day_total(itinerary: Itinerary, day: int) -> DayTotal:
    """What the day takes, with the way to its first stop."""
    legs = [leg for leg in day_legs(itinerary, day) if leg]
    return DayTotal(
        travel=sum(leg.minutes for leg in legs),
        stay=sum(day_stays(itinerary.days[day])),
        km=sum(leg.km for leg in legs),
    )


def last_stop(itinerary: Itinerary, day: int) -> Stop | None:
    """Where one is before a day begins: the last stop with a position until then."""
    return next((stop for d in reversed(itinerary.days[:day]) for stop in _placed(d)[::-1]), None)


def next_stop(itinerary: Itinerary, day: int) -> Stop | None:
    """Where one goes after a day: the first stop with a position since then."""
    return next((stop for d in itinerary.days[day + 1 :] for stop in _placed(d)), None)


def _placed(day: Day) -> tuple[Stop, ...]:
    return tuple(stop for stop in day.stops if stop.marker)


def _suggested(start: Stop, end: Stop, km: float) -> Mode:
    """The car rather than the train: roads, and ferries for cars, go nearly everywhere."""
    if km > FLY_KM or (km > FLY_BETWEEN_AIRPORTS_KM and is_airport(start) and is_airport(end)):
        return Mode.PLANE
    return Mode.FOOT if km <= WALK_KM else Mode.CAR


def _at_airports(start: Stop, end: Stop) -> int:
    """Minutes that a flight takes on the ground, where the airports are no stops themselves."""
    before = 0 if is_airport(start) else DEPARTURE_MINUTES
    return before + (0 if is_airport(end) else LANDING_MINUTES)


def _minutes(km: float, pace: _Pace) -> float:
    return sum(60 * stretch / speed for stretch, speed in _stretches(km, pace))


def _stretches(km: float, pace: _Pace) -> Iterator[tuple[float, float]]:
    """The kilometres that are gone at each speed."""
    for (start, _), (end, speed) in pairwise(((0.0, 0.0), *pace.stretches)):
        yield max(0.0, min(km, end) - start), speed
