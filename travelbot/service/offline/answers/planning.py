"""Makes proposals over the sights of cities, countries and regions."""

from collections.abc import Iterator, Sequence
from math import ceil

from travelbot.models.places import Place
from travelbot.service.offline.answers.around import excursions
from travelbot.service.offline.globe import km_between, short_way
from travelbot.service.offline.proposal import (
    STOPS_A_DAY,
    Proposal,
    ProposedDay,
    allot,
    clusters,
    filled,
)
from travelbot.service.offline.world import World

DAYS_A_BASE = 2.5
"""In a country or region: about so many days go to each city."""
MOST_BASES = 8
APART_KM = 30.0
"""A city closer to another one shares its sights, and is no base of its own."""


def proposal(
    world: World, places: Sequence[Place], days: int, stays: Sequence[int] = ()
) -> Proposal:
    """Days over real sights: cities in a short order, then each city's sights by day.

    With `stays`, the days in each place, the places follow one another as they are given.
    """
    bases = _bases(world, places, days)[:days]
    if len(stays) == len(bases) > 1 and sum(stays) == days:
        return _journey(world, bases, stays)
    ordered = short_way(bases[0], bases[1:])
    weights = [len(world.sights(base, STOPS_A_DAY * days)) for base in ordered]
    return _journey(world, ordered, allot(days, weights))


def more_days(world: World, base: Place, seen: set[str], numbers: range) -> list[ProposedDay]:
    """Days at the end of a plan, without what has been seen (ids of places)."""
    return list(_stay(world, base, numbers, seen, set()))


def _journey(world: World, bases: Sequence[Place], shares: Sequence[int]) -> Proposal:
    limit = STOPS_A_DAY * sum(shares)
    kept = {sight.id for base in bases for sight in world.gazetteer.sights_in(base, limit)}
    planned: list[ProposedDay] = []
    for base, share in zip(bases, shares, strict=True):
        numbers = range(len(planned) + 1, len(planned) + 1 + share)
        seen = {stop.id for day in planned for stop in day.stops}
        planned += _stay(world, base, numbers, seen, kept)
    return Proposal(tuple(planned))


def _bases(world: World, places: Sequence[Place], days: int) -> list[Place]:
    share = ceil(days / len(places))
    found: dict[str, Place] = {}
    for place in places:
        is_whole = place.kind in ("country", "region")
        for base in _cities(world, place, share) if is_whole else [place]:
            found.setdefault(base.id, base)
    return list(found.values())


def _cities(world: World, whole: Place, days: int) -> list[Place]:
    """Cities apart from each other, so many that their sights fill the days."""
    chosen: list[Place] = []
    full = 0
    for city in world.gazetteer.cities_of(whole, MOST_BASES * 3):
        enough = full >= days and len(chosen) >= ceil(days / DAYS_A_BASE)
        if enough or len(chosen) == MOST_BASES:
            break
        if all(km_between(city, other) > APART_KM for other in chosen):
            chosen.append(city)
            full += filled(len(world.sights(city, STOPS_A_DAY * days)))
    return chosen or [whole]


def _stay(
    world: World, base: Place, numbers: range, seen: set[str], kept: set[str]
) -> Iterator[ProposedDay]:
    """The days in one city: its sights, then places around, then free days.

    What has been seen, or is kept for a stay in another city, is no goal of a day trip.
    """
    days = len(numbers)
    most = STOPS_A_DAY * days
    sights = [s for s in world.sights(base, most + len(seen)) if s.id not in seen]
    groups = clusters(base, sights[:most], days)
    known = seen | kept | {sight.id for group in groups for sight in group}
    outings = _outings(world, base, known, days - len(groups))
    for index, number in enumerate(numbers):
        if index < len(groups):
            yield ProposedDay(number, base.name, base, groups[index])
        elif index < len(groups) + len(outings):
            goal, stops = outings[index - len(groups)]
            yield ProposedDay(number, f"{base.name} to {goal.name}", base, stops)
        else:
            yield ProposedDay(number, base.name, base)


def _outings(
    world: World, base: Place, seen: set[str], wanted: int
) -> list[tuple[Place, tuple[Place, ...]]]:
    """Day trips that show something new."""
    found: list[tuple[Place, tuple[Place, ...]]] = []
    for goal in excursions(world, base) if wanted else []:
        new = [s for s in world.gazetteer.sights_in(goal, STOPS_A_DAY) if s.id not in seen]
        if new and len(found) < wanted:
            seen = seen | {sight.id for sight in new}
            found.append((goal, tuple(short_way(goal, new)[1:])))
    return found
