"""What the guide proposes for so many days, and how sights are dealt out to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from travelbot.models.places import Place
from travelbot.service.offline.globe import each_once, km_between, length_km, short_way

STOPS_A_DAY = 4
REACH_KM = 8.0
"""Sights of one day lie within this of the first that was chosen for it."""


@dataclass(frozen=True)
class ProposedDay:
    """A day with its stops in order; without any, it is free."""

    number: int
    title: str
    base: Place
    """Where the day begins."""
    stops: tuple[Place, ...] = ()

    @property
    def km(self) -> float:
        """From the base through all stops."""
        return length_km([self.base, *self.stops])


@dataclass(frozen=True)
class Proposal:
    """Days that follow one another, over sights of the gazetteer."""

    days: tuple[ProposedDay, ...]

    @property
    def bases(self) -> tuple[Place, ...]:
        """Where the nights are spent, each once."""
        return each_once(day.base for day in self.days)

    @property
    def stops(self) -> tuple[Place, ...]:
        """Everything that is seen."""
        return tuple(stop for day in self.days for stop in day.stops)


def clusters(base: Place, sights: Sequence[Place], days: int) -> list[tuple[Place, ...]]:
    """Deal sights out to at most so many days, each in a short order from the base.

    The farthest sight takes its neighbours along, then the farthest of those left, and so on;
    days with more stops come first, and of these the closer ones.
    """
    left, groups = list(sights), list[tuple[Place, ...]]()
    while left:
        size = max(2, min(STOPS_A_DAY, -(-len(left) // max(1, days - len(groups)))))
        seed = max(left, key=lambda sight: (km_between(base, sight), sight.id))
        near = sorted(left, key=lambda sight: (km_between(seed, sight), sight.id))
        group = [sight for sight in near[:size] if km_between(seed, sight) <= REACH_KM]
        left = [sight for sight in left if sight not in group]
        groups.append(tuple(short_way(base, group)[1:]))
    groups.sort(key=lambda group: (-len(group), length_km([base, *group])))
    return sorted(groups[:days], key=lambda group: length_km([base, *group]))


def allot(days: int, weights: Sequence[int]) -> list[int]:
    """Share days out, one to each weight first, then in proportion (D'Hondt).

    Nobody gets more days than its sights fill while another's aren't filled.
    """
    shares = [1] * len(weights)
    for _ in range(days - len(weights)):
        unfilled = [i for i, weight in enumerate(weights) if shares[i] < filled(weight)]
        among = unfilled or range(len(weights))
        shares[max(among, key=lambda i: weights[i] / (shares[i] + 1))] += 1
    return shares


def filled(sights: int) -> int:
    """Days that so many sights fill."""
    return max(1, round(sights / STOPS_A_DAY))
