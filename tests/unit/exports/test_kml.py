import pytest

from tests.unit.exports.readers import read_kml, texts
from tests.unit.exports.trips import BAR, HOSTILE, ITALY, LUNCH, day_of, marker, named, taken
from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.exports.kml import kml
from travelbot.service.scrub import one_line


def test_days_are_folders_in_their_colours() -> None:
    root = read_kml(kml(taken(ITALY, BAR)))
    assert texts(root, "k:Document/k:Folder/k:name") == [
        "Day 1: Ancient Rome (Fri 1 May 2026)",
        "Day 2 (Sat 2 May 2026)",
        "Day 3: Rest",
        "Other places",
    ]
    assert texts(root, "//k:Folder[1]/k:Placemark/k:name") == [
        "1. Colosseum",
        "2. Lunch",
        "3. Forum",
        "Day 1: Ancient Rome",
    ]
    assert texts(root, "//k:LineString/k:coordinates") == ["12.4922,41.8902 12.4853,41.8925"]
    assert set(texts(root, "//k:Folder[1]//k:styleUrl")) == {"#day-1"}
    assert texts(root, "//k:Style[@id='day-1']/k:IconStyle/k:color") == ["ff6e760f"]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_only_names(name: str) -> None:
    root = read_kml(kml(named(name)))
    assert texts(root, "//k:Placemark/k:name")[:2] == [
        f"1. {one_line(name)}",
        f"2. {one_line(name)}",
    ]
    assert len(root[0]) == 4


def test_markup_in_a_note_is_none_where_descriptions_are_read_as_html() -> None:
    stop = LUNCH.model_copy(update={"note": "<img src=x onerror=alert(1)> & more"})
    [description] = texts(read_kml(kml(taken(day_of(stop)))), "//k:description")
    assert description == "&lt;img src=x onerror=alert(1)&gt; &amp; more"


def test_an_empty_trip_is_a_document_too() -> None:
    assert texts(read_kml(kml(taken(Itinerary()))), "//k:name") == ["A trip, please"]


def test_a_line_over_the_antimeridian_has_two_parts() -> None:
    fiji = Stop(place="Fiji", marker=marker(-17, 179, "Fiji"))
    samoa = Stop(place="Samoa", marker=marker(-14, -171, "Samoa"))
    root = read_kml(kml(taken(day_of(fiji, samoa))))
    assert texts(root, "//k:MultiGeometry/k:LineString/k:coordinates") == [
        "179.0,-17.0 180.0,-16.7",
        "-180.0,-16.7 -171.0,-14.0",
    ]
