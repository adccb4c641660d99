import pytest

from tests.unit.exports.readers import read_gpx, texts
from tests.unit.exports.trips import BAR, HOSTILE, ITALY, day_of, marker, named, taken
from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.exports.gpx import gpx
from travelbot.service.scrub import one_line


def test_stops_are_waypoints_and_days_are_routes() -> None:
    root = read_gpx(gpx(taken(ITALY, BAR)))
    assert texts(root, "g:metadata/g:name") == ["Rome & Florence"]
    assert texts(root, "g:wpt/g:name") == ["Colosseum", "Forum", "Uffizi", "Bar <b>"]
    assert texts(root, "g:wpt/g:desc")[:2] == [
        "Day 1: Ancient Rome, stop 1, 09:30, 1 h 30 there\nBook ahead\n- bring water",
        "Day 1: Ancient Rome, stop 3, position not verified",
    ]
    assert texts(root, "g:rte/g:name") == ["Day 1: Ancient Rome", "Day 2"]
    assert texts(root, "g:rte[1]/g:rtept/g:name") == ["Colosseum", "Forum"]
    assert root.find("{*}wpt").attrib == {"lat": "41.8902", "lon": "12.4922"}


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_only_names(name: str) -> None:
    root = read_gpx(gpx(named(name)))
    assert set(texts(root, "//g:name")) == {one_line(name), f"Day 1: {one_line(name)}"}
    assert len(root) == 4


def test_an_empty_trip_is_a_document_too() -> None:
    assert texts(read_gpx(gpx(taken(Itinerary()))), "g:metadata/g:name") == ["A trip, please"]


def test_the_ends_of_the_world_are_within_the_schemas_ranges() -> None:
    poles = [
        Stop(place=f"{y},{x}", marker=marker(y, x, "?")) for y in (90, -90) for x in (180, -180)
    ]
    tiny = Stop(place="Null", marker=marker(1e-7, -1e-9, "Null"))
    points = read_gpx(gpx(taken(day_of(*poles, tiny)))).findall("{*}wpt")
    assert [float(point.get("lon")) for point in points] == [-180, -180, -180, -180, 0]
    assert "e" not in "".join(point.get("lat") + point.get("lon") for point in points)
