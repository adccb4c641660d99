"""What the guide can't know or doesn't understand, it says."""

import pytest

from tests.integration.places.talking import Begin, replies


@pytest.mark.parametrize(
    ("prompt", "topic"),
    [
        ("Hotels in Paris", "hotels"),
        ("Weather in Oslo in May", "the weather"),
        ("Is Mexico City safe?", "safety"),
        ("Visa for Vietnam", "visas"),
        ("How much is a train from Vienna to Budapest?", "prices or timetables"),
        ("Opening hours of the Louvre", "opening hours"),
        ("Festivals in Rio de Janeiro", "events"),
    ],
)
def test_says_what_it_cannot_know_and_offers_what_it_can(
    talk: Begin, prompt: str, topic: str
) -> None:
    conversation = talk()
    text = conversation.say(prompt)
    assert text.startswith(f"I know nothing about {topic}.")
    assert "Next, you could ask" in text
    assert conversation.pins


def test_a_beach_in_a_name_is_no_question(talk: Begin) -> None:
    assert replies(talk, "Visit Long Beach, California")[0].startswith("**Long Beach** is a city")


def test_an_unknown_name_is_told_and_its_neighbour_offered(talk: Begin) -> None:
    conversation = talk()
    text = conversation.say("3 days in Xanadupolis")
    assert "I know no place called “Xanadupolis”. Did you mean **Anápolis**" in text
    assert conversation.calls == []
    assert "### 3 days in Anápolis" in conversation.say("yes")


def test_an_unknown_name_beside_a_known_one_is_told_too(talk: Begin) -> None:
    [text] = replies(talk, "3 days in Rome and Xanadupolis")
    assert "I know no place called “Xanadupolis”" in text
    assert "### 3 days in Rome" in text


@pytest.mark.parametrize(
    "prompt", ["what time is it there?", "compare them", "use the shorter order"]
)
def test_asks_for_what_it_needs(talk: Begin, prompt: str) -> None:
    conversation = talk()
    assert conversation.say(prompt).startswith("For that I need")
    assert conversation.calls == []


def test_a_continent_is_not_taken_for_its_namesake(talk: Begin) -> None:
    first, second = replies(talk, "Visit Rome", "two weeks in South America")
    assert "**Rome**" in first
    assert "a continent is too large for me" in second


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("hello", "Try one of these"),
        ("Bonjour !", "Try one of these"),
        ("who are you?", "no language model"),
        ("help", "what about day 2?"),
        ("thanks a lot!", "You're welcome"),
        ("goodbye", "good journey"),
        ("blah blub", "no place that I know"),
    ],
)
def test_small_talk_calls_no_tools(talk: Begin, prompt: str, words: str) -> None:
    conversation = talk()
    assert words in conversation.say(prompt)
    assert conversation.calls == []


def test_says_what_it_is(talk: Begin) -> None:
    assert all("built-in guide" in text for text in replies(talk, "hello", "help", "blah blub"))
