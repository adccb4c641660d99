import pytest

from tests.unit.exports.readers import read_html, tags
from tests.unit.exports.trips import BAR, HOSTILE, ITALY, named, taken
from travelbot.models.itinerary import Itinerary
from travelbot.service.exports.printed import printed
from travelbot.service.scrub import one_line

QUIET = {"charset", "class", "content", "dir", "http-equiv", "id", "lang", "name"}
"""Attributes that load nothing, run nothing and style nothing."""


def test_days_are_sections_with_their_stops() -> None:
    page = read_html(printed(taken(ITALY, BAR)))
    assert [h.text_content() for h in page.iter("h2")] == [
        "Day 1: Ancient Rome Fri 1 May 2026",
        "Day 2 Sat 2 May 2026",
        "Day 3: Rest",
        "Other places",
    ]
    assert [h.text for h in page.iter("h3")] == ["Colosseum", "Lunch", "Forum", "Uffizi"]
    assert [s.text for s in page.iter("span")] == ["1", "2", "3", "1"]
    first = next(page.iter("li"))
    assert [p.text for p in first.iter("p")] == ["09:30, 1 h 30 there", "Book ahead\n- bring water"]
    assert "#day-2 { --day: #b45309; }" in next(page.iter("style")).text


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_only_names(name: str) -> None:
    written = printed(named(name))
    page = read_html(written)
    assert page.find(".//h1").text == one_line(name)
    assert page.find(".//title").text == one_line(name)
    assert {h.text for h in page.iter("h3")} == {one_line(name)}
    assert tags(written).seen == tags(printed(named("usual"))).seen


def test_the_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    written = printed(taken(ITALY, BAR))
    names = {name for _, attributes in tags(written).seen for name in attributes}
    assert names <= QUIET
    assert not {tag for tag, _ in tags(written).seen} & {"script", "link", "img", "iframe", "base"}
    assert b"url(" not in written
    assert b"@import" not in written


def test_an_empty_trip_says_so() -> None:
    assert "Nothing is planned yet." in read_html(printed(taken(Itinerary()))).text_content()
