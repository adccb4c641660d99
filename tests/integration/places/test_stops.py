"""Where the stops of an itinerary are, on the real gazetteer."""

import pytest

from travelbot.data.gazetteer import Gazetteer
from travelbot.models.places import Place
from travelbot.service.grounding import Grounded, StopCheck, Wanted
from travelbot.service.grounding.geocoded import MOST_ASKED
from travelbot.service.grounding.positions import Position

COLOSSEUM = Position(41.8902, 12.4922)


class Known:
    """A geocoder that finds one place by any name, and counts how often it is asked."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.asked: list[str] = []

    def find(self, query: str, _country: str | None = None) -> tuple[Place, ...]:
        """The place."""
        self.asked.append(query)
        return (self.place,)


def restaurant(latitude: float, longitude: float) -> Place:
    return Place(
        id="osm:N1",
        name="Da Enzo",
        kind="sight",
        category="restaurant",
        latitude=latitude,
        longitude=longitude,
        country_name="Italy",
    )


def grounded(
    gazetteer: Gazetteer, label: str, city: str = "", at: Position | None = None
) -> Grounded:
    [found] = StopCheck(gazetteer).check([Wanted(label, city, at)])
    return found


@pytest.mark.parametrize(
    ("label", "city", "known"),
    [
        ("Colosseum", "", ("archaeological site", "Italy", "Europe/Rome")),
        ("Pantheon", "Rome, Italy", ("temple", "Italy", "Europe/Rome")),
        ("Uffizi Gallery (Florence)", "", ("museum", "Italy", "Europe/Rome")),
        ("Paris", "Texas", ("city", "United States", "America/Chicago")),
        ("東京", "", ("city", "Japan", "Asia/Tokyo")),
        ("CDG", "Paris", ("airport", "France", "Europe/Paris")),
    ],
)
def test_a_known_place_is_found_by_its_name(
    gazetteer: Gazetteer, label: str, city: str, known: tuple[str, str, str]
) -> None:
    found = grounded(gazetteer, label, city)
    assert found.marker
    assert (found.marker.label, found.marker.verified) == (label, True)
    assert (found.marker.kind, found.marker.country, found.timezone) == known
    assert found.note == ""


@pytest.mark.parametrize(
    ("label", "city"),
    [
        ("Lunch", ""),
        ("Lunch", "Rome"),
        ("Free afternoon", "Rome"),
        ("Old Town", ""),
        ("Hotel", "Florence"),
        ("Colosseum", "Tokyo"),
        ("Xanadupolis", ""),
    ],
)
def test_what_nobody_knows_has_no_position(gazetteer: Gazetteer, label: str, city: str) -> None:
    found = grounded(gazetteer, label, city)
    assert (found.marker, found.timezone) == (None, "")
    assert label in found.note


def test_a_position_is_checked_as_a_pins(gazetteer: Gazetteer) -> None:
    exact = grounded(gazetteer, "Colosseum", at=Position(41.9, 12.5))
    assert exact.marker
    assert (exact.marker.latitude, exact.marker.longitude) == COLOSSEUM
    swapped = grounded(gazetteer, "Colosseum", at=Position(12.4922, 41.8902))
    assert swapped.marker == exact.marker
    assert "mirrored or swapped" in swapped.note
    wrong = grounded(gazetteer, "Colosseum", at=Position(48.0, 2.0))
    assert wrong.marker is None
    assert "not at 48.0000, 2.0000" in wrong.note


def test_an_unknown_place_stands_where_it_is_said_to_and_has_the_zone_of_its_town(
    gazetteer: Gazetteer,
) -> None:
    found = grounded(gazetteer, "Da Enzo", at=COLOSSEUM)
    assert found.marker
    assert (found.marker.verified, found.marker.country) == (False, "Italy")
    assert found.timezone == "Europe/Rome"


def test_on_the_high_seas_there_is_no_zone(gazetteer: Gazetteer) -> None:
    found = grounded(gazetteer, "Whale watching", at=Position(-40.0, -120.0))
    assert found.marker
    assert found.timezone == ""


def test_a_geocoder_finds_what_the_gazetteer_lacks(gazetteer: Gazetteer) -> None:
    geocoder = Known(restaurant(41.8886, 12.4770))
    stops = [
        Wanted("Da Enzo", "Rome, Italy"),
        Wanted("Da Enzo", "Rome, Italy", Position(41.8887, 12.4771)),
        Wanted("Lunch", "Rome, Italy"),
        Wanted("Da Enzo"),
        Wanted("Colosseum"),
    ]
    by_name, verified, lunch, bare, known = StopCheck(gazetteer, geocoder).check(stops)
    for found in (by_name, verified):
        assert found.marker
        assert (found.marker.source, found.marker.kind) == ("geocoder", "restaurant")
        assert (found.marker.latitude, found.timezone) == (41.8886, "Europe/Rome")
    assert (lunch.marker, bare.marker) == (None, None)
    assert known.marker
    assert geocoder.asked == ["Da Enzo, Rome, Italy"] * 2


def test_what_a_geocoder_finds_in_another_city_is_not_taken(gazetteer: Gazetteer) -> None:
    geocoder = Known(restaurant(45.4642, 9.1900))
    [found] = StopCheck(gazetteer, geocoder).check([Wanted("Da Enzo", "Rome, Italy")])
    assert found.marker is None


def test_a_geocoder_is_asked_a_few_times_only(gazetteer: Gazetteer) -> None:
    geocoder = Known(restaurant(41.8886, 12.4770))
    stops = [Wanted(f"Trattoria Enzo {n}", "Rome, Italy") for n in range(MOST_ASKED + 3)]
    found = StopCheck(gazetteer, geocoder).check(stops)
    assert len(geocoder.asked) == MOST_ASKED
    assert [stop.marker is None for stop in found] == [False] * MOST_ASKED + [True] * 3
