import pytest

from tests.unit.exports.readers import read_geojson
from tests.unit.exports.trips import BAR, HOSTILE, ITALY, day_of, marker, named, taken
from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.exports.geojson import geojson
from travelbot.service.scrub import one_line


def test_stops_are_numbered_points_and_days_are_lines() -> None:
    features = {
        feature.id: feature for feature in read_geojson(geojson(taken(ITALY, BAR))).features
    }
    assert list(features) == [
        "day-1-stop-1",
        "day-1-stop-2",
        "day-1-stop-3",
        "day-1",
        "day-2-stop-1",
        "pin-1",
    ]
    assert features["day-1-stop-1"].geometry.coordinates == [12.4922, 41.8902]
    assert features["day-1-stop-1"].properties == {
        "day": 1,
        "stop": 1,
        "date": "2026-05-01",
        "time": "09:30",
        "timezone": "Europe/Rome",
        "stay_minutes": 90,
        "title": "Colosseum",
        "description": "Book ahead\n- bring water",
        "marker-color": "#0f766e",
        "verified": True,
        "source": "model",
        "kind": "monument",
        "country": "Italy",
    }
    assert features["day-1-stop-2"].geometry is None
    assert features["day-1"].geometry.coordinates == [[12.4922, 41.8902], [12.4853, 41.8925]]
    assert features["pin-1"].properties["title"] == "Bar <b>"


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_only_names(name: str) -> None:
    features = read_geojson(geojson(named(name))).features
    assert [feature.properties["title"] for feature in features] == [one_line(name)] * 3


def test_an_empty_trip_is_a_collection_too() -> None:
    assert read_geojson(geojson(taken(Itinerary()))).features == []


def test_a_line_over_the_antimeridian_has_two_parts() -> None:
    fiji = Stop(place="Fiji", marker=marker(-17, 179, "Fiji"))
    samoa = Stop(place="Samoa", marker=marker(-14, -171, "Samoa"))
    features = read_geojson(geojson(taken(day_of(fiji, samoa)))).features
    assert features[2].geometry == {
        "type": "MultiLineString",
        "coordinates": [[[179, -17], [180, -16.7]], [[-180, -16.7], [-171, -14]]],
    }
