import pytest

from tests.unit.guide.places import at
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.service.itinerary.edits import At
from travelbot.service.offline.days import best_index, saved_km, stop_at, way_km
from travelbot.service.offline.stop_names import stops_meant

BASE = at("Base", 0, 0)
NEAR, FAR, ASIDE = at("Near", 1, 0), at("Far", 4, 0), at("Aside", 2, 3)
STOPS = (stop_at(NEAR), stop_at(FAR))
LUNCH = Stop(place="Lunch")


def test_a_way_begins_at_the_base_and_leaves_out_what_nobody_can_place() -> None:
    assert way_km(BASE, (*STOPS, LUNCH)) == pytest.approx(4, rel=0.01)
    assert way_km(None, STOPS) == pytest.approx(3, rel=0.01)
    assert way_km(BASE, ()) == 0


def test_a_stop_goes_where_it_adds_least() -> None:
    assert best_index(BASE, STOPS, stop_at(at("Between", 2, 0))) == 1
    assert best_index(BASE, STOPS, stop_at(at("Beyond", 5, 0))) == 2
    assert best_index(None, (), stop_at(NEAR)) == 0
    assert best_index(BASE, STOPS, LUNCH) == 2


def test_what_a_stop_costs() -> None:
    stops = (STOPS[0], stop_at(ASIDE), STOPS[1])
    assert saved_km(BASE, stops, 1) == pytest.approx(10**0.5 + 13**0.5 - 3, rel=0.01)
    assert saved_km(BASE, (*STOPS, LUNCH), 2) == 0


@pytest.mark.parametrize(
    ("name", "day", "found"),
    [
        ("trevi fountain", None, [At(0, 0), At(1, 1)]),
        ("the Trevi Fountain", 2, [At(1, 1)]),
        ("second trevi fountain", None, [At(1, 1)]),
        ("last trevi fountain", 1, [At(0, 0)]),
        ("the fountain", None, [At(0, 0), At(1, 1)]),
        ("lunch at mario's", None, [At(0, 1)]),
        ("mario's", None, [At(0, 1)]),
        ("the cathedral", None, [At(1, 0)]),
        ("the last stop", 1, [At(0, 1)]),
        ("first stop", 2, [At(1, 0)]),
        ("it", None, []),
        ("pantheon", None, []),
        ("", None, []),
    ],
)
def test_stops_by_name(name: str, day: int | None, found: list[At]) -> None:
    first = ("Trevi Fountain", "Lunch at Mario's")
    second = ("Florence Cathedral", "Trevi Fountain")
    days = tuple(Day(stops=tuple(Stop(place=p) for p in places)) for places in (first, second))
    assert stops_meant(Itinerary(days=days), name, (), day) == found


def test_a_place_in_other_words_is_the_stop_that_stands_there() -> None:
    itinerary = Itinerary(days=(Day(stops=(*STOPS, stop_at(ASIDE))),))
    other = at("Fern", 4.1, 0)
    assert stops_meant(itinerary, "fern", [other]) == [At(0, 1)]
    assert stops_meant(itinerary, "elsewhere", [at("Elsewhere", 9, 9)]) == []
