"""What can't be, or hardly, in an itinerary, and the prompts that ask for repairs."""

from collections.abc import Iterator
from itertools import chain, pairwise

from travelbot.data.gazetteer.folding import name_key
from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.itinerary.hours import full_day, late_stops
from travelbot.service.itinerary.kinds import is_no_place, kind, may_come_again
from travelbot.service.itinerary.problem import Problem, ProblemKind, called
from travelbot.service.itinerary.strays import far_stops
from travelbot.service.itinerary.travel import stops_km

SAME_PLACE_KM = 1.0
"""Stops of one name are one place up to here."""
IN_ORDER = "Put the dates in order"


def problems(itinerary: Itinerary) -> tuple[Problem, ...]:
    """All problems, by day, those of a whole day before those of its stops."""
    by_day = chain.from_iterable(_of_day(itinerary, day) for day in range(len(itinerary.days)))
    found = [*_dates(itinerary), *by_day, *_doubled_stops(itinerary)]
    return tuple(sorted(found, key=lambda p: (p.day, -1 if p.stop is None else p.stop)))


def _of_day(itinerary: Itinerary, day: int) -> Iterator[Problem]:
    """What a day's stops and hours tell; without a stop far off it may not be too full."""
    strays = tuple(far_stops(itinerary, day))
    yield from strays or full_day(itinerary, day)
    yield from late_stops(itinerary, day)
    yield from _unverified_stops(itinerary, day)


def _dates(itinerary: Itinerary) -> Iterator[Problem]:
    """The first day that isn't after all dated days before it."""
    dated = [(index, day.date) for index, day in enumerate(itinerary.days) if day.date]
    for (before, earlier), (day, date) in pairwise(dated):
        if date == earlier:
            words = f"Days {before + 1} and {day + 1} have the same date."
        elif date < earlier:
            words = f"Day {day + 1} is dated before day {before + 1}."
        else:
            continue
        yield Problem(ProblemKind.DATES, day, None, words, IN_ORDER)
        return


def _unverified_stops(itinerary: Itinerary, day: int) -> Iterator[Problem]:
    for index, stop in enumerate(itinerary.days[day].stops):
        if is_no_place(stop) or (stop.marker and stop.marker.verified):
            continue
        name = called(stop)
        words = (
            f"The pin of {name} may be wrong: nothing that is known confirms it."
            if stop.marker
            else f"Nobody has said where {name} is."
        )
        yield Problem(ProblemKind.UNVERIFIED, day, index, words, f"Where exactly is {name}?")


def _doubled_stops(itinerary: Itinerary) -> Iterator[Problem]:
    """The stops at places that were visited before."""
    visits: dict[str, list[tuple[int, Stop]]] = {}
    for day, index, stop in _visits(itinerary):
        known = visits.setdefault(_name(stop), [])
        earlier = next((d for d, other in known if _is_near(other, stop)), None)
        known.append((day, stop))
        if earlier is not None:
            yield _doubled(earlier, day, index, stop)


def _visits(itinerary: Itinerary) -> Iterator[tuple[int, int, Stop]]:
    """The stops for the sake of which one comes, not to sleep, to go back, or to go on."""
    night: Stop | None = None
    for day, stops in enumerate(day.stops for day in itinerary.days):
        for index, stop in enumerate(stops):
            slept_there = not kind(stop) and night is not None and _is_same(night, stop)
            goes_on = index == 0 and slept_there
            returns = index == len(stops) - 1 > 1 and _is_same(stops[0], stop)
            if not (goes_on or returns or may_come_again(stop)):
                yield day, index, stop
        night = stops[-1] if stops else night


def _doubled(earlier: int, day: int, index: int, stop: Stop) -> Problem:
    name = called(stop)
    if earlier == day:
        words = f"{name} is on day {day + 1} twice."
        repair = f"Remove the second {name} from day {day + 1}"
    else:
        words = f"{name} is on day {earlier + 1} and on day {day + 1}."
        repair = f"Remove {name} from day {day + 1}: it is on day {earlier + 1} already"
    return Problem(ProblemKind.DOUBLED, day, index, words, repair)


def _is_same(a: Stop, b: Stop) -> bool:
    return _name(a) == _name(b) and _is_near(a, b)


def _name(stop: Stop) -> str:
    return name_key(stop.place) or stop.place


def _is_near(a: Stop, b: Stop) -> bool:
    """Whether two stops may be at one place, as far as their positions are known."""
    return not (a.marker and b.marker) or stops_km(a, b) <= SAME_PLACE_KM
