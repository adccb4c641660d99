"""An itinerary as it is changed by hand."""

import datetime as dt
from collections.abc import Callable

import pytest

from tests.unit.itinerary.atlas import dates, stop, trip
from travelbot.errors import BadEdit, StaleEdit
from travelbot.models.itinerary import MAX_DAYS, MAX_STOPS, Day, Itinerary, Mode, Stop
from travelbot.service.itinerary.edits import (
    At,
    add_day,
    add_stop,
    change_stop,
    move_day,
    move_stop,
    move_to_day,
    remove_day,
    remove_stop,
    rename_day,
    start_on,
)

ROME = trip("Colosseum; Roman Forum; Pantheon", "Vatican Museums; Trastevere", start="2026-05-01")
ANY_DATE = dt.date(2026, 5, 1)


def names(itinerary: Itinerary) -> list[list[str]]:
    return [[stop.place for stop in day.stops] for day in itinerary.days]


def test_a_stop_moves_up_and_down_within_its_day() -> None:
    down = move_stop(ROME, At(0, 0), At(0, 1))
    assert names(down)[0] == ["Roman Forum", "Colosseum", "Pantheon"]
    assert move_stop(down, At(0, 1), At(0, 0)) == ROME
    assert names(move_stop(ROME, At(0, 0), At(0, 2)))[0][-1] == "Colosseum"


def test_a_stop_moves_to_another_day() -> None:
    assert names(move_to_day(ROME, At(0, 1), 1)) == [
        ["Colosseum", "Pantheon"],
        ["Vatican Museums", "Trastevere", "Roman Forum"],
    ]
    assert names(move_stop(ROME, At(0, 1), At(1, 0)))[1][0] == "Roman Forum"


def test_stops_are_added_with_their_marker_and_removed() -> None:
    added = add_stop(ROME, 1, stop("Trevi Fountain"))
    assert added.days[1].stops[-1].marker
    assert remove_stop(added, At(1, 2)) == ROME


def test_what_is_changed_about_a_stop_leaves_the_rest() -> None:
    changed = change_stop(
        ROME, At(0, 0), time=dt.time(9), stay=90, mode=Mode.CAR, note=" tickets ", place="Arena"
    )
    before, after = ROME.days[0].stops[0], changed.days[0].stops[0]
    assert (after.place, after.time, after.stay) == ("Arena", dt.time(9), 90)
    assert (after.mode, after.note) == (Mode.CAR, "tickets")
    assert (after.marker, after.timezone) == (before.marker, before.timezone)
    cleared = change_stop(changed, At(0, 0), time=None, stay=None, mode=None, note="")
    assert cleared.days[0].stops[0] == before.model_copy(update={"place": "Arena"})


def test_a_new_day_follows_the_last_one() -> None:
    assert add_day(ROME, " Day off ").days[2] == Day(title="Day off", date=dt.date(2026, 5, 3))
    assert add_day(Itinerary()).days == (Day(),)


def test_days_after_a_removed_one_move_up() -> None:
    shorter = remove_day(add_day(ROME, "Ostia"), 0)
    assert [day.title for day in shorter.days] == ["", "Ostia"]
    assert dates(shorter) == [dt.date(2026, 5, 1), dt.date(2026, 5, 2)]


def test_days_change_places_and_leave_their_dates() -> None:
    swapped = move_day(ROME, 1, 0)
    assert names(swapped) == names(ROME)[::-1]
    assert dates(swapped) == dates(ROME)


def test_a_day_is_renamed() -> None:
    assert rename_day(ROME, 1, " Vatican ").days[1].title == "Vatican"


def test_all_days_follow_the_first_one_s_date() -> None:
    moved = start_on(ROME, dt.date(2027, 12, 31))
    assert dates(moved) == [dt.date(2027, 12, 31), dt.date(2028, 1, 1)]
    assert dates(start_on(moved, None)) == [None, None]
    assert start_on(Itinerary(), ANY_DATE) == Itinerary()


@pytest.mark.parametrize(
    "edit",
    [
        lambda: remove_stop(ROME, At(0, 3)),
        lambda: remove_stop(ROME, At(0, -1)),
        lambda: remove_stop(ROME, At(2, 0)),
        lambda: move_stop(ROME, At(0, 0), At(0, -1)),
        lambda: move_stop(ROME, At(0, 2), At(0, 3)),
        lambda: move_stop(ROME, At(0, 0), At(1, 3)),
        lambda: move_to_day(ROME, At(0, 0), 2),
        lambda: move_to_day(ROME, At(0, 0), -1),
        lambda: add_stop(ROME, 2, stop("Pantheon")),
        lambda: change_stop(ROME, At(1, 2), note="?"),
        lambda: remove_day(ROME, 2),
        lambda: remove_day(ROME, -1),
        lambda: rename_day(ROME, 2, "?"),
        lambda: move_day(ROME, 0, 2),
        lambda: move_day(ROME, 0, -1),
        lambda: move_day(ROME, 2, 0),
    ],
)
def test_what_is_not_there_any_more_can_t_be_edited(edit: Callable[[], Itinerary]) -> None:
    with pytest.raises(StaleEdit, match="has changed: look again"):
        edit()


FULL_DAY = Itinerary(
    days=(Day(stops=(Stop(place="x"),) * MAX_STOPS), Day(stops=ROME.days[0].stops))
)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda: add_day(Itinerary(days=(Day(),) * MAX_DAYS)), "at most 60 days: remove one"),
        (lambda: add_stop(FULL_DAY, 0, Stop(place="x")), "at most 40 stops: remove one"),
        (lambda: move_to_day(FULL_DAY, At(1, 0), 0), "at most 40 stops"),
        (lambda: move_stop(FULL_DAY, At(1, 0), At(0, 3)), "at most 40 stops"),
        (lambda: change_stop(ROME, At(0, 0), place="  "), "needs a name"),
        (lambda: change_stop(ROME, At(0, 0), place="x" * 121), "needs a name"),
        (lambda: change_stop(ROME, At(0, 0), stay=1441), "between 0 minutes and 24 hours"),
        (lambda: change_stop(ROME, At(0, 0), note="x" * 501), "at most 500 characters"),
        (lambda: change_stop(ROME, At(0, 0), timezone=None), "enter something else"),  # type: ignore[arg-type]
        (lambda: rename_day(ROME, 0, "x" * 121), "at most 120 characters"),
        (lambda: add_day(ROME, "x" * 121), "at most 120 characters"),
        (lambda: start_on(ROME, dt.date.max), "choose another date"),
        (lambda: add_day(trip("Rome", start="9999-12-31")), "choose another date"),
    ],
)
def test_what_can_t_be_says_what_to_do(edit: Callable[[], Itinerary], message: str) -> None:
    with pytest.raises(BadEdit, match=message):
        edit()


def test_a_stop_of_a_full_day_still_moves_within_it() -> None:
    assert move_to_day(FULL_DAY, At(0, 0), 0) == FULL_DAY
    assert move_stop(FULL_DAY, At(0, 0), At(0, 39)) == FULL_DAY
