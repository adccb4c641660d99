"""What the engines' results are to a traveller."""

from typing import Any

import pytest

from travelbot.data.osm_thing import OsmThing


def nominatim(key: str, value: str, level: str, **more: Any) -> OsmThing:
    row = {"osm_type": "relation", "osm_id": 7, "name": "X", "class": key, "type": value}
    return OsmThing.model_validate({**row, "addresstype": level, **more})


def photon(key: str, value: str, level: str) -> OsmThing:
    row = {"osm_type": "R", "osm_id": 7, "name": "X", "osm_key": key, "osm_value": value}
    return OsmThing.model_validate({**row, "type": level})


@pytest.mark.parametrize("engine", [nominatim, photon])
@pytest.mark.parametrize(
    ("tag", "kind", "category"),
    [
        (("place", "city", "city"), "city", ""),
        (("place", "hamlet", "city"), "city", ""),
        (("boundary", "administrative", "city"), "city", ""),
        (("boundary", "administrative", "state"), "region", ""),
        (("boundary", "administrative", "county"), "region", ""),
        (("boundary", "administrative", "country"), "country", ""),
        (("place", "country", "country"), "country", ""),
        (("aeroway", "aerodrome", "other"), "airport", ""),
        (("aeroway", "terminal", "other"), "sight", "terminal"),
        (("tourism", "museum", "other"), "sight", "museum"),
        (("tourism", "theme_park", "other"), "sight", "theme park"),
        (("amenity", "restaurant;bar", "house"), "sight", "restaurant"),
        (("natural", "peak", "other"), "sight", "mountain"),
        (("building", "yes", "house"), "sight", "building"),
        (("highway", "pedestrian", "street"), "sight", "street"),
        (("highway", "bus_stop", "other"), "sight", "bus stop"),
        (("place", "suburb", "district"), "sight", "neighbourhood"),
        (("place", "island", "other"), "sight", "island"),
        (("boundary", "national_park", "other"), "sight", "national park"),
    ],
)
def test_a_tag_becomes_a_kind_and_a_plain_word(
    engine: Any, tag: tuple[str, str, str], kind: str, category: str
) -> None:
    place = engine(*tag).place(1, 2)
    assert (place.kind, place.category, place.id) == (kind, category, "osm:R7")


def test_a_house_without_a_name_is_called_by_its_address() -> None:
    address = {"house_number": "10", "road": "Downing Street", "province": "England"}
    place = nominatim("building", "yes", "building", name="", address=address).place(51.5, -0.1)
    assert (place.name, place.region) == ("Downing Street 10", "England")
