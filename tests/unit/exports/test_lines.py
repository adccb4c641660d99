from itertools import pairwise
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.exports.trips import marker
from travelbot.service.exports.lines import Position, pieces

Points = list[tuple[float, float]]


def line(*points: tuple[float, float]) -> list[list[Position]]:
    """The pieces of a line through (longitude, latitude)."""
    return pieces(marker(latitude, longitude, "x") for longitude, latitude in points)


@pytest.mark.parametrize(
    ("points", "cut"),
    [
        ([], []),
        ([(1, 2)], []),
        ([(1, 2), (1, 2)], []),
        ([(1, 2), (1, 2), (3, 4)], [[(1, 2), (3, 4)]]),
        ([(170, 0), (-170, 10)], [[(170, 0), (180, 5)], [(-180, 5), (-170, 10)]]),
        ([(-170, 10), (170, 0)], [[(-170, 10), (-180, 5)], [(180, 5), (170, 0)]]),
        ([(170, 0), (-180, 10)], [[(170, 0), (180, 10)]]),
        ([(180, 0), (-180, 10)], [[(-180, 0), (-180, 10)]]),
        ([(180, 0), (-170, 10)], [[(-180, 0), (-170, 10)]]),
        ([(-90, 0), (90, 0)], [[(-90, 0), (90, 0)]]),
        ([(0, 90), (170, -90)], [[(0, 90), (170, -90)]]),
    ],
)
def test_a_line_is_cut_where_the_map_ends(points: Points, cut: list[Points]) -> None:
    assert line(*points) == cut


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), max_size=6))
def test_no_piece_crosses_and_none_is_lost(points: Points) -> None:
    cut = line(*points)
    for piece in cut:
        assert len(piece) > 1
        assert all(abs(b[0] - a[0]) <= 180 for a, b in pairwise(piece))
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in piece)
    went = sum(abs(b[0] - a[0]) for piece in cut for a, b in pairwise(piece))
    asked = sum(min(abs(b[0] - a[0]), 360 - abs(b[0] - a[0])) for a, b in pairwise(points))
    assert isclose(went, asked, abs_tol=1e-4)
