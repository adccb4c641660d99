"""What the guide tells of places."""

import pytest

from tests.integration.places.talking import Begin, replies


def test_tells_currency_time_and_sights(talk: Begin) -> None:
    [text] = replies(talk, "Let's visit Tokyo Japan")
    assert "(JPY)" in text
    assert "It is 21:00 there now" in text
    assert "Tokyo Skytree" in text


@pytest.mark.parametrize(
    "prompt", ["Compare Lisbon and Porto", "Lisbon or Porto?", "Lisbon vs Porto"]
)
def test_compares_in_a_table(talk: Begin, prompt: str) -> None:
    conversation = talk()
    text = conversation.say(prompt)
    assert "| People | 517,802 | 252,687 |" in text
    assert conversation.pins == ["Lisbon", "Porto"]


def test_what_is_around(talk: Begin) -> None:
    around, nearby = replies(talk, "What's around Salzburg?", "and nearby?")
    assert "| **Berchtesgaden** | place | 19 km | south |" in around
    assert nearby == around


def test_what_there_is_to_see_and_more_of_it(talk: Begin) -> None:
    first, more = replies(talk, "What to see in Rome?", "more")
    assert "**Colosseum**" in first
    assert "**Colosseum**" not in more
    assert "**Trastevere**" in more


def test_airports_and_codes(talk: Begin) -> None:
    near, code, unknown = replies(talk, "Airports near Florence", "What is CDG?", "IATA code XYZ")
    assert "(**FLR**): 4.8 km north-west" in near
    assert "Its IATA code is **CDG**" in code
    assert "23 km north-east of **Paris**" in code
    assert "No airport in the gazetteer has the IATA code XYZ" in unknown


@pytest.mark.parametrize(
    ("prompt", "fact"),
    [
        ("What time is it in Kathmandu?", "**17:45** on Monday"),
        ("Time difference between London and Sydney", "Sydney is 11 hours ahead of London"),
        ("Currency of Japan", "**Japanese Yen** (JPY)"),
        ("What languages are spoken in Switzerland?", "German, French, Italian and Romansh"),
        ("Population of Lisbon", "**517,802** people"),
        ("Neighbours of Portugal", "**Portugal** borders **Spain**"),
        ("Which countries border Portugal?", "**Portugal** borders **Spain**"),
        ("What's the capital of Australia?", "**Canberra**"),
        ("Capital of the United States", "**Washington, D.C.**"),
        ("How far is Cairo from Nairobi?", "**3,535 km** (2,197 miles)"),
    ],
)
def test_answers_short_questions(talk: Begin, prompt: str, fact: str) -> None:
    assert fact in replies(talk, prompt)[0]


def test_a_suburb_is_not_called_a_city(talk: Begin) -> None:
    assert replies(talk, "Visit Schaerbeek")[0].startswith("**Schaerbeek** is a place")
