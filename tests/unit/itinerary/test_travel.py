import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.itinerary.atlas import PLACES, stop, trip
from travelbot.models.itinerary import Mode
from travelbot.service.itinerary.travel import day_legs, day_total, leg_between, stops_km

KNOWN = [
    ("Colosseum", "Roman Forum by foot", 0.8, 10),
    ("Rome", "Villa d'Este by car", 32, 45),
    ("Rome", "Florence by train", 270, 130),
    ("Rome", "Florence by car", 280, 200),
    ("Paris", "Edinburgh by train", 1050, 450),
    ("Paris", "Versailles by train", 22, 45),
    ("Kyoto", "Shibuya Crossing by train", 450, 180),
    ("Kyoto", "Todai-ji by train", 45, 65),
    ("Los Angeles", "Las Vegas by car", 435, 270),
    ("Reykjavik", "Vik by car", 187, 155),
    ("Vik", "Höfn by car", 272, 210),
    ("Bangkok", "Chiang Mai by car", 690, 540),
    ("JFK Airport", "Heathrow Airport by plane", 5550, 425),
    ("LAX Airport", "Sydney Airport by plane", 12050, 890),
    ("Fiumicino Airport", "Charles de Gaulle Airport by plane", 1100, 130),
]
"""Ways with the km and minutes that timetables and route planners give for them."""
modes = st.sampled_from([None, *Mode])
names = st.sampled_from(sorted(PLACES))


@pytest.mark.parametrize(("start", "end", "km", "minutes"), KNOWN)
def test_estimates_are_near_what_is_known(start: str, end: str, km: float, minutes: int) -> None:
    leg = leg_between(stop(start), stop(end))
    assert leg
    assert leg.km == pytest.approx(km, rel=0.25)
    assert leg.minutes == pytest.approx(minutes, rel=0.4)


@pytest.mark.parametrize(
    ("start", "end", "mode"),
    [
        ("Colosseum", "Roman Forum", Mode.FOOT),
        ("Colosseum", "Vatican Museums", Mode.CAR),
        ("Rome", "Florence", Mode.CAR),
        ("Rome", "Florence by train", Mode.TRAIN),
        ("Rome", "Paris", Mode.PLANE),
        ("Rome", "Paris by car", Mode.CAR),
        ("Charles de Gaulle Airport", "Heathrow Airport", Mode.PLANE),
        ("Paris", "British Museum", Mode.CAR),
    ],
)
def test_the_mode_is_the_stop_s_or_what_the_distance_suggests(
    start: str, end: str, mode: Mode
) -> None:
    leg = leg_between(stop(start), stop(end))
    assert leg
    assert leg.mode is mode


def test_a_flight_takes_longer_where_the_airports_are_no_stops() -> None:
    from_city = leg_between(stop("Rome"), stop("Paris"))
    between = leg_between(stop("Fiumicino Airport"), stop("Charles de Gaulle Airport"))
    assert from_city
    assert between
    assert 200 < from_city.minutes - between.minutes < 240


def test_a_day_begins_where_the_one_before_ended() -> None:
    legs = day_legs(trip("Colosseum; Chez Nobody", "", "Florence by train; Uffizi"), 2)
    assert [leg and leg.mode for leg in legs] == [Mode.TRAIN, Mode.FOOT]


def test_stops_without_a_position_are_passed_over() -> None:
    first, lunch, last = day_legs(trip("Colosseum; Lunch; Roman Forum"), 0)
    assert (first, lunch) == (None, None)
    assert last == leg_between(stop("Colosseum"), stop("Roman Forum"))


def test_one_stays_where_one_is_without_travel() -> None:
    leg = leg_between(stop("Paris"), stop("Paris by train"))
    assert leg
    assert (leg.km, leg.minutes) == (0, 0)


def test_a_day_s_total_is_that_of_its_legs_and_stays() -> None:
    total = day_total(trip("Colosseum; Roman Forum +20"), 0)
    assert (total.travel, total.stay, total.minutes) == (10, 30 + 20, 60)
    assert total.km == pytest.approx(0.8, abs=0.05)


@pytest.mark.parametrize(
    ("day", "stay"),
    [
        ("Louvre", 90),
        ("Louvre +240", 240),
        ("Disneyland Paris", 360),
        ("Louvre; Hotel Artemide +600", 90),
        ("Fiumicino Airport", 80),
        ("Roma Termini station; Lunch; Check-in", 0),
        ("Florence; Siena; Volterra", 60),
        ("Florence +120; Siena; Volterra +1440", 180),
        ("Chez Nobody; Lunch +75", 135),
    ],
)
def test_stays_are_the_plan_s_or_usual_for_the_kind(day: str, stay: int) -> None:
    assert day_total(trip(day), 0).stay == stay


@given(names, names, modes)
def test_a_leg_is_no_shorter_than_the_great_circle(start: str, end: str, mode: Mode | None) -> None:
    a, b = stop(start), stop(end).model_copy(update={"mode": mode})
    leg = leg_between(a, b)
    assert leg
    assert leg.km >= stops_km(a, b)
    assert leg.minutes >= leg.km / 800 * 60


@pytest.mark.parametrize("mode", Mode)
def test_farther_is_never_quicker(mode: Mode) -> None:
    start = stop("Rome")
    ends = sorted(
        (stop(name) for name in PLACES if "Airport" not in name), key=lambda s: stops_km(start, s)
    )
    legs = [leg_between(start, end.model_copy(update={"mode": mode})) for end in ends]
    minutes = [leg.minutes for leg in legs if leg]
    assert minutes == sorted(minutes)
