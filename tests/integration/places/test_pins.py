"""The check of pins on the real gazetteer: labelled pins, true and corrupted, and single cases."""

import pytest

from tests.bench.pin_check import CORRUPTIONS, PINS, measure, read, share
from travelbot.data.gazetteer import Gazetteer
from travelbot.models.places import Place
from travelbot.models.trip_map import Marker
from travelbot.service.grounding import Pin, PinCheck
from travelbot.service.grounding.positions import Position

ROME = Position(41.8919, 12.5113)


@pytest.fixture(scope="module")
def check(gazetteer: Gazetteer) -> PinCheck:
    return PinCheck(gazetteer)


def placed(
    check: PinCheck, label: str, latitude: float, longitude: float, city: str = ""
) -> Marker:
    """The marker of a pin that must not be refused."""
    marker = check.judge(Pin(label, Position(latitude, longitude), city)).marker
    assert marker is not None
    return marker


def refusal(check: PinCheck, label: str, latitude: float, longitude: float, city: str = "") -> str:
    """Why a pin is refused."""
    verdict = check.judge(Pin(label, Position(latitude, longitude), city))
    assert verdict.marker is None
    return verdict.note


@pytest.mark.parametrize("with_city", [True, False], ids=["with city", "label alone"])
def test_true_pins_are_accepted(check: PinCheck, with_city: bool) -> None:
    results = measure(check, read(PINS), CORRUPTIONS[0], with_city=with_city)
    wrong = [pin.label for pin, _, outcome in results if outcome != "right"]
    assert share(results, "right") >= 0.98, wrong


@pytest.mark.parametrize("corruption", CORRUPTIONS[1:], ids=lambda corruption: corruption.name)
def test_corrupted_pins_are_caught(check: PinCheck, corruption: object) -> None:
    [found] = [c for c in CORRUPTIONS if c is corruption]
    results = measure(check, read(PINS), found, with_city=True)
    known = [result for result in results if result[0].kind != "unknown_sight"]
    missed = [(pin.label, position) for pin, position, outcome in known if outcome == "wrong"]
    assert share(known, "right", "refused") >= (0.99 if found.name == "50 km off" else 1.0), missed


def test_a_known_city_is_snapped_to_the_gazetteer(check: PinCheck, gazetteer: Gazetteer) -> None:
    marker = placed(check, "Rome, Italy", 41.95, 12.45)
    rome = gazetteer.search("Rome")[0]
    assert (marker.latitude, marker.longitude) == (rome.latitude, rome.longitude)
    assert (marker.source, marker.verified, marker.label) == ("gazetteer", True, "Rome, Italy")
    assert (marker.kind, marker.country) == ("city", "Italy")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Day 2: Colosseum", "archaeological site"),
        ("1. Colosseum (Rome)", "archaeological site"),
        ("🏛️ the Colosseum", "archaeological site"),
        ("Rome – Colosseum", "archaeological site"),
        ("Visit Colosseum, Rome, Italy", "archaeological site"),
    ],
)
def test_labels_are_read_as_people_write_them(check: PinCheck, label: str, kind: str) -> None:
    marker = placed(check, label, 41.8903, 12.4923)
    assert (marker.verified, marker.kind) == (True, kind)


def test_swapped_and_sign_lost_coordinates_are_repaired(check: PinCheck) -> None:
    pins = [Pin("Tokyo", Position(139.69, 35.68)), Pin("Lima", Position(12.05, 77.04))]
    checked = check.check(pins)
    assert [round(m.latitude) for m in checked.markers] == [36, -12]
    assert [round(m.longitude) for m in checked.markers] == [140, -77]
    assert len(checked.repairs) == 2


def test_a_contradiction_is_refused_with_the_true_place(check: PinCheck) -> None:
    note = refusal(check, "Lyon", 43.3, 5.4)
    assert "Lyon" in note
    assert "45.7491, 4.8479" in note
    assert "France" in note


def test_the_state_in_the_label_decides_between_namesakes(check: PinCheck) -> None:
    assert "33.66" in refusal(check, "Paris, Texas", 48.8566, 2.3522)
    assert placed(check, "Paris, TX", 33.66, -95.55).verified
    assert placed(check, "Paris", 33.66, -95.55).verified


def test_an_unknown_sight_must_lie_near_its_city(check: PinCheck) -> None:
    marker = placed(check, "Trattoria da Enzo", 41.8881, 12.4775, "Rome")
    assert (marker.verified, marker.source, marker.kind) == (False, "model", "")
    assert marker.country == "Italy"
    assert "Rome" in refusal(check, "Trattoria da Enzo", 45.46, 9.19, "Rome")
    repaired = check.check([Pin("Trattoria da Enzo, Rome", Position(12.4775, 41.8881))])
    assert round(repaired.markers[0].latitude) == 42


def test_what_nobody_knows_stays_unverified(check: PinCheck) -> None:
    marker = placed(check, "Grandma's house", 52.5, 13.4)
    assert (marker.latitude, marker.longitude, marker.verified) == (52.5, 13.4, False)


def test_a_region_of_a_citys_name_does_not_confirm_its_pin(check: PinCheck) -> None:
    assert "48.2" in refusal(check, "Vienna", 47.8, 16.2)


def test_a_common_name_contradicts_nothing(check: PinCheck) -> None:
    assert not placed(check, "Old Town", 50.087, 14.421).verified
    assert not placed(check, "Botanical Garden", -34.58, -58.417).verified


def test_a_country_is_right_anywhere_inside_it(check: PinCheck) -> None:
    marker = placed(check, "Portugal", 40.2, -8.4)
    assert (marker.verified, marker.kind, marker.latitude) == (True, "country", 40.2)
    assert refusal(check, "Portugal", 40.42, -3.7)


def test_a_wrong_city_does_not_hide_a_known_sight(check: PinCheck) -> None:
    assert placed(check, "Eiffel Tower", 48.858, 2.294, "London").verified


def test_a_latitude_beyond_the_poles_is_refused_where_nobody_knows_the_place(
    check: PinCheck,
) -> None:
    assert "not between -90 and 90" in refusal(check, "Grandma's house", 139.0, 139.0)


@pytest.mark.parametrize(
    "label", ["a - b " * 10 + "c", "((((((((((", ", , , ,", "at at at at in in", "é" * 120]
)
def test_odd_labels_do_no_harm(check: PinCheck, label: str) -> None:
    assert placed(check, label, *ROME).label == label


class OneRestaurant:
    """A geocoder that knows one restaurant, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, query: str, country: str | None = None) -> tuple[Place, ...]:
        self.asked.append(query)
        place = Place(
            id="osm:N1",
            name="Septime",
            kind="sight",
            category="restaurant",
            latitude=48.8534,
            longitude=2.3807,
            country=country or "FR",
            country_name="France",
        )
        return (place,) if "Septime" in query else ()


def test_a_geocoder_verifies_what_the_gazetteer_does_not_know(gazetteer: Gazetteer) -> None:
    geocoder = OneRestaurant()
    check = PinCheck(gazetteer, geocoder)
    near, far = Position(48.855, 2.378), Position(48.9, 2.1)
    checked = check.check(
        [
            Pin("Lunch at Septime", near, "Paris, France"),
            Pin("Paris", Position(48.85, 2.35)),
            Pin("Dinner at Septime", far, "Paris, France"),
        ]
    )
    lunch, _, dinner = checked.markers
    assert (lunch.latitude, lunch.source, lunch.kind) == (48.8534, "geocoder", "restaurant")
    assert lunch.verified
    assert not dinner.verified
    assert geocoder.asked == ["Septime, Paris, France"] * 2


def test_a_geocoder_is_asked_for_few_pins_of_a_call(gazetteer: Gazetteer) -> None:
    geocoder = OneRestaurant()
    PinCheck(gazetteer, geocoder).check([Pin(f"Spot number {i}x", ROME) for i in range(50)])
    assert len(geocoder.asked) == 4
