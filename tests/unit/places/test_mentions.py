from collections.abc import Callable, Collection

import pytest

from tests.unit.places.conftest import match
from travelbot.data.gazetteer.database import Match
from travelbot.data.gazetteer.mentions.accept import accepted
from travelbot.data.gazetteer.mentions.choose import choose
from travelbot.data.gazetteer.mentions.codes import without_lone_codes
from travelbot.data.gazetteer.mentions.qualifiers import abbreviation_spans, restricted
from travelbot.data.gazetteer.mentions.spans import Span, exact_spans, part_spans
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.data.gazetteer.mentions.variants import misspelt_spans
from travelbot.models.places import Place

Read = Callable[[str], Text]

PARIS = match(9.4, "city:1", "Paris", latitude=48.9, longitude=2.4)
PARIS_TX = match(6.0, "city:2", "Paris", "US", latitude=33.7, longitude=-95.6, region="Texas")
TEXAS = match(8.9, "region:US.TX", "Texas", "US", latitude=32, longitude=-100, region="Texas")
NICE = match(8.1, "city:3", "Nice", latitude=43.7, longitude=7.3)
CANNES = match(7.6, "city:4", "Cannes", latitude=43.6, longitude=7.0)
JORDAN = match(10.4, "country:JO", "Jordan", "JO", latitude=31, longitude=36)
SYDNEY = match(9.8, "city:5", "Sydney", "AU", latitude=-33.9, longitude=151.2)
FRANCE = match(11.0, "country:FR", "France", latitude=46.2, longitude=2.2)
LHR = match(7.0, "airport:LHR", "London Heathrow Airport", "GB", iata="LHR")
ATM = match(4.0, "airport:ATM", "Altamira Airport", "BR", iata="ATM")
TOKYO = match(9.2, "city:6", "Tokyo", "JP", latitude=35.7, longitude=139.7)

WORLD: dict[str, list[Match]] = {
    "paris": [PARIS, PARIS_TX],
    "texas": [TEXAS],
    "nice": [NICE],
    "cannes": [CANNES],
    "jordan": [JORDAN],
    "sydney": [SYDNEY],
    "france": [FRANCE],
    "lhr": [LHR],
    "atm": [ATM],
    "東京": [TOKYO],
}


def named(keys: Collection[str]) -> dict[str, list[Match]]:
    return {key: WORLD[key] for key in keys if key in WORLD}


def abbreviated(keys: Collection[str]) -> dict[str, list[Place]]:
    return {key: [TEXAS.place] for key in keys if key == "tx"}


def spans(text: Text) -> list[Span]:
    return without_lone_codes(text, exact_spans(text, named)) + part_spans(text, named)


def meant(text: Text) -> list[str]:
    return [span.best.place.id for span in accepted(text, spans(text))]


@pytest.mark.parametrize(
    ("prompt", "places"),
    [
        ("a trip to Paris", ["city:1"]),
        ("a trip to paris", ["city:1"]),
        ("A TRIP TO PARIS", ["city:1"]),
        ("what a nice trip", []),
        ("Nice hotels", []),
        ("Nice beaches in France", ["country:FR"]),
        ("two days in nice", ["city:3"]),
        ("the hotels of Nice", ["city:3"]),
        ("in nice hotels", []),
        ("Nice, Cannes and Paris", ["city:3", "city:4", "city:1"]),
        ("Nice, France", ["city:3", "country:FR"]),
        ("my brother Jordan", []),
        ("a trip to Jordan", ["country:JO"]),
        ("dinner with Paris and Sydney", []),
        ("compare Paris with Sydney", ["city:1", "city:5"]),
        ("Sydney says hello", []),
        ("Paris and Sydney will share a hotel", []),
        ("Sydney can't come", []),
        ("a book by Anna Paris", []),
        ("we watch Paris", []),
        ("Paris by Anna Smith", []),
        ("we had a Paris and a Cannes", []),
        ("a Paris trip", ["city:1"]),
        ("new Cannes jackets", []),
        ("Cannes or ham", []),
        ("Cannes or Paris", ["city:4", "city:1"]),
        ("fly from lhr", ["airport:LHR"]),
        ("東京で3日間", ["city:6"]),
        ("東京人", []),
        ("I need an ATM", []),
        ("land at LHR", ["airport:LHR"]),
        ("land at lhr", []),
    ],
)
def test_places_are_told_from_words_and_people(
    text_of: Read, prompt: str, places: list[str]
) -> None:
    assert meant(text_of(prompt)) == places


def test_what_follows_restricts_a_name_and_is_dropped(text_of: Read) -> None:
    text = text_of("a trip to Paris, Texas")

    kept = restricted(text, accepted(text, spans(text)))

    assert [span.best.place.id for span in kept] == ["city:2"]


def test_short_forms_restrict_too(text_of: Read) -> None:
    text = text_of("a trip to Paris, TX")
    found = spans(text)

    short = abbreviation_spans(text, found, abbreviated)
    kept = restricted(text, accepted(text, [*found, *short]))

    assert [span.best.place.id for span in kept] == ["city:2"]


def test_namesakes_near_other_places_are_chosen(text_of: Read) -> None:
    valencia = (
        match(8.7, "city:7", "Valencia", "ES", latitude=39.5, longitude=-0.4),
        match(8.6, "city:8", "Valencia", "VE", latitude=10.2, longitude=-68.0),
    )
    caracas = match(9.0, "city:9", "Caracas", "VE", latitude=10.5, longitude=-66.9)
    text = text_of("Valencia and Caracas")
    first, _, last = text.tokens
    found = [
        Span(0, 0, first.start, first.end, first.key, valencia),
        Span(2, 2, last.start, last.end, last.key, (caracas,)),
    ]

    assert [place.id for place in choose(text, found, [])] == ["city:8", "city:9"]
    assert [place.id for place in choose(text, found[:1], [])] == ["city:7"]


def test_unknown_words_are_guessed(text_of: Read) -> None:
    text = text_of("a trip to Cannnes")

    found = misspelt_spans(text, named, lambda _: [("cannes", 1)], [])

    assert found[0].best.place == CANNES.place
    assert found[0].best.rank < CANNES.rank


def test_english_words_are_not_guessed(text_of: Read) -> None:
    assert misspelt_spans(text_of("nice hotels"), named, lambda _: [("cannes", 1)], []) == []
