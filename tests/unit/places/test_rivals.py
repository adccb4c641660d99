"""Works, teams and breeds that have places' names."""

from collections.abc import Callable, Collection

import pytest

from tests.unit.places.conftest import match
from travelbot.data.gazetteer.database import Match
from travelbot.data.gazetteer.mentions.accept import accepted
from travelbot.data.gazetteer.mentions.qualifiers import sure_pairs
from travelbot.data.gazetteer.mentions.rivals import sentence_of
from travelbot.data.gazetteer.mentions.spans import exact_spans, without_crossing
from travelbot.data.gazetteer.mentions.text import Text

Read = Callable[[str], Text]

WORLD: dict[str, list[Match]] = {
    "paris": [
        match(9.4, "city:1", "Paris"),
        match(6.0, "city:2", "Paris", "US", latitude=33.7, longitude=-95.6, region="Texas"),
    ],
    "lyon": [match(8.4, "city:3", "Lyon")],
    "nantes": [match(8.0, "city:4", "Nantes")],
    "texas": [match(8.9, "region:US.TX", "Texas", "US", latitude=32, region="Texas")],
    "hell": [match(5.0, "city:5", "Hell", "US", latitude=32, longitude=-99, region="Texas")],
}


def named(keys: Collection[str]) -> dict[str, list[Match]]:
    return {key: WORLD[key] for key in keys if key in WORLD}


def meant(text: Text) -> list[str]:
    return [span.key for span in accepted(text, exact_spans(text, named))]


@pytest.mark.parametrize(
    ("prompt", "keys"),
    [
        ("Is Lyon a nicer musical than Paris?", []),
        ("Is Lyon a nicer place than Paris?", ["lyon", "paris"]),
        ("Is Lyon the place for a musical", ["lyon"]),
        ("Can Lyon beat Paris in the cup", []),
        ("Can Lyon beat Paris for dinner", ["lyon", "paris"]),
        ("A trip to Lyon for the cup", ["lyon"]),
        ("Nantes puppies", []),
        ("Fly with a Nantes", []),
        ("Nantes hotels", ["nantes"]),
        ("the hell is in Paris", ["paris"]),
        ("Hell, Texas hotels", ["hell", "texas"]),
        ("Paris Texas dinner", ["paris", "texas"]),
    ],
)
def test_what_a_sentence_makes_of_a_name(text_of: Read, prompt: str, keys: list[str]) -> None:
    assert meant(text_of(prompt)) == keys


def test_a_sentence_ends_at_its_mark(text_of: Read) -> None:
    text = text_of("Plan a trip. Is Lyon nice? Hotels")

    assert [text.key_at(index) for index in sentence_of(text, 4)] == ["is", "lyon", "nice"]


def test_a_state_behind_its_city_is_sure(text_of: Read) -> None:
    text = text_of("Paris Texas toast, Lyon Texas")
    pairs = sure_pairs(text, exact_spans(text, named))

    assert [(name.key, whole.key) for name, whole in pairs] == [("paris", "texas")]


def test_of_crossing_guesses_the_first_stays(text_of: Read) -> None:
    first, second, third = exact_spans(text_of("Paris Lyon Nantes"), named)
    left, right = first._replace(last=second.last), second._replace(last=third.last)

    assert without_crossing([left, right, second]) == [left, second]
