from itertools import permutations

import pytest

from tests.unit.guide.places import at
from travelbot.service.offline.globe import direction, length_km, short_way
from travelbot.service.offline.proposal import ProposedDay, allot, clusters

BASE = at("Base", 0, 0)
NEAR = [at(f"N{i}", 0.3 * i, 0.2 * (i % 3)) for i in range(1, 8)]
FAR = [at(f"F{i}", 20 + i, 0) for i in range(3)]


def test_every_sight_comes_once_and_neighbours_share_a_day() -> None:
    days = clusters(BASE, [*NEAR, *FAR], 3)
    assert sorted(s.name for day in days for s in day) == sorted(s.name for s in [*NEAR, *FAR])
    assert [stop.name for stop in days[-1]] == ["F0", "F1", "F2"]


def test_no_more_days_than_asked_and_none_empty() -> None:
    for wanted in range(1, 15):
        days = clusters(BASE, [*NEAR, *FAR], wanted)
        assert len(days) <= wanted
        assert all(1 <= len(day) <= 4 for day in days)


def test_nothing_to_see_makes_no_days() -> None:
    assert clusters(BASE, [], 3) == []


def test_a_day_starts_at_its_base() -> None:
    assert ProposedDay(1, "Far", BASE, tuple(FAR)).km == pytest.approx(22, rel=0.01)


@pytest.mark.parametrize(
    ("days", "weights", "shares"),
    [
        (7, [12, 6, 1], [4, 2, 1]),
        (3, [0, 0, 0], [1, 1, 1]),
        (5, [1], [5]),
        (7, [14, 4, 4, 4], [4, 1, 1, 1]),
        (7, [40, 8, 4], [5, 1, 1]),
    ],
)
def test_days_are_shared_out_by_what_there_is_to_see(
    days: int, weights: list[int], shares: list[int]
) -> None:
    assert allot(days, weights) == shares


def test_a_short_way_is_as_short_as_any_on_a_small_map() -> None:
    others = [at("A", 50, 3), at("B", 1, 40), at("C", 42, 38), at("D", 20, 21), at("E", 5, 9)]
    best = min(length_km([BASE, *way]) for way in permutations(others))
    way = short_way(BASE, others)
    assert length_km(way) == pytest.approx(best)
    assert way[0] == BASE


def test_a_short_way_keeps_the_end() -> None:
    end = at("End", 1, 1)
    way = short_way(BASE, FAR, end)
    assert (way[0], way[-1]) == (BASE, end)
    assert len(way) == 5


@pytest.mark.parametrize(
    ("north", "east", "name"),
    [
        (1, 0, "north"),
        (1, 1, "north-east"),
        (0, 1, "east"),
        (-1, -1, "south-west"),
        (1, -0.1, "north"),
    ],
)
def test_directions(north: float, east: float, name: str) -> None:
    assert direction(BASE, at("There", north, east)) == name
