"""Whatever is moved or removed, no other stop is lost or doubled, and a move back undoes a move."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.itinerary.atlas import dates
from travelbot.errors import StaleEdit
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.service.itinerary.edits import (
    At,
    move_day,
    move_stop,
    move_to_day,
    remove_stop,
    start_on,
)

P = ParamSpec("P")
ANY_DATE = dt.date(2026, 5, 1)

days = st.lists(st.sampled_from("abcdef"), max_size=5).map(
    lambda names: Day(title="".join(names), stops=tuple(Stop(place=name) for name in names))
)
itineraries = st.lists(days, min_size=1, max_size=5).map(
    lambda drawn: start_on(Itinerary(days=tuple(drawn)), ANY_DATE)
)
few = settings(max_examples=20)
indexes = st.integers(-1, 6)
spots = st.builds(At, indexes, indexes)


def stops(itinerary: Itinerary) -> Counter[Stop]:
    return Counter(stop for day in itinerary.days for stop in day.stops)


def edited(
    edit: Callable[Concatenate[Itinerary, P], Itinerary],
    itinerary: Itinerary,
    *args: P.args,
    **kwargs: P.kwargs,
) -> Itinerary:
    """The edited itinerary, or the one before where the edit was refused."""
    try:
        return edit(itinerary, *args, **kwargs)
    except StaleEdit:
        return itinerary


@few
@given(itineraries, st.lists(st.tuples(spots, spots), max_size=6))
def test_moves_neither_lose_nor_double_a_stop(
    itinerary: Itinerary, moves: list[tuple[At, At]]
) -> None:
    moved = itinerary
    for at, to in moves:
        moved = edited(move_stop, moved, at, to)
        moved = edited(move_to_day, moved, to, at.day)
        moved = edited(move_day, moved, at.day, to.day)
    assert stops(moved) == stops(itinerary)
    assert dates(moved) == dates(itinerary)
    assert Counter(d.title for d in moved.days) == Counter(d.title for d in itinerary.days)


@few
@given(itineraries, spots, spots)
def test_a_move_back_undoes_a_move(itinerary: Itinerary, at: At, to: At) -> None:
    moved = edited(move_stop, itinerary, at, to)
    assert moved is itinerary or move_stop(moved, to, at) == itinerary


@few
@given(itineraries, indexes, indexes)
def test_a_day_s_move_back_undoes_its_move(itinerary: Itinerary, day: int, to: int) -> None:
    moved = edited(move_day, itinerary, day, to)
    assert moved is itinerary or move_day(moved, to, day) == itinerary


@few
@given(itineraries, spots)
def test_a_removed_stop_is_the_only_one_gone(itinerary: Itinerary, at: At) -> None:
    left = edited(remove_stop, itinerary, at)
    assert left is itinerary or stops(itinerary) - stops(left) == Counter(
        [itinerary.days[at.day].stops[at.stop]]
    )
