"""Trips with one thing wrong: that is the only problem, and its repair says what to do."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.itinerary.atlas import PLACES, stop, trip
from tests.unit.itinerary.wrong_trips import WRONG, in_twos
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.service.itinerary.check import problems
from travelbot.service.itinerary.problem import ProblemKind


@pytest.mark.parametrize(("itinerary", "kind", "day", "at", "repair"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_the_only_problem(
    itinerary: Itinerary, kind: ProblemKind, day: int, at: int | None, repair: str
) -> None:
    (problem,) = problems(itinerary)
    assert (problem.kind, problem.day, problem.stop) == (kind, day, at)
    assert problem.repair == repair
    assert problem.words.endswith(".")
    assert "\n" not in problem.words


def test_one_name_for_two_places_is_not_doubled() -> None:
    assert problems(in_twos(far=0.5)) == ()


def test_problems_come_by_day_and_stop() -> None:
    found = problems(trip("Chez A; Louvre", "Chez B; Louvre", "Eiffel Tower @9:00; Paris @8:00"))
    assert [(p.day, p.stop) for p in found] == [(0, 0), (1, 0), (1, 1), (2, 1)]


def test_a_name_with_line_breaks_stays_on_one_line() -> None:
    (problem,) = problems(Itinerary(days=(Day(stops=(Stop(place="Chez\n\n# Nobody"),)),)))
    assert problem.repair == "Where exactly is Chez # Nobody?"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc", "/", "x" * 300, "Europe"])
def test_a_zone_that_is_none_leaves_times_unchecked(zone: str) -> None:
    there = stop("Pantheon @8:00").model_copy(update={"timezone": zone})
    day = Day(date=dt.date(2026, 5, 1), stops=(stop("Colosseum @9:00"), there))
    assert problems(Itinerary(days=(day,))) == ()


@settings(max_examples=20)
@given(
    st.lists(
        st.lists(st.sampled_from([*sorted(PLACES), "Chez Nobody", "Lunch"]), max_size=6),
        max_size=4,
    )
)
def test_every_problem_is_of_a_day_and_stop_that_there_is(days: list[list[str]]) -> None:
    itinerary = trip(*("; ".join(names) for names in days))
    for problem in problems(itinerary):
        assert problem.repair
        assert problem.stop is None or itinerary.days[problem.day].stops[problem.stop]
