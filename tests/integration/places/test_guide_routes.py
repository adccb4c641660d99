"""The guide draws routes and measures them."""

import pytest

from tests.integration.places.talking import Begin, pins_after, replies


def test_measures_the_way(talk: Begin) -> None:
    [text] = replies(talk, "Lisbon to Madrid")
    assert "503 km" in text
    assert "2 stops" in text


@pytest.mark.parametrize(
    ("prompt", "order"),
    [
        ("From A Coruña to Paris via Lyon", ["A Coruña", "Lyon", "Paris"]),
        ("From A Coruña via Lyon to Paris", ["A Coruña", "Lyon", "Paris"]),
        ("I want to go to Paris from London", ["London", "Paris"]),
        ("Berlin → Prague → Vienna", ["Berlin", "Prague", "Vienna"]),
        ("Von Berlin nach Wien über Prag", ["Berlin", "Prague", "Vienna"]),
    ],
)
def test_routes_are_drawn_in_the_order_of_travel(
    talk: Begin, prompt: str, order: list[str]
) -> None:
    assert pins_after(talk, prompt) == order


def test_offers_a_shorter_order_and_takes_it(talk: Begin) -> None:
    conversation = talk()
    asked = conversation.say("Lisbon → Berlin → Madrid → Vienna → Paris")
    assert conversation.pins == ["Lisbon", "Berlin", "Madrid", "Vienna", "Paris"]
    assert "A shorter order saves 3,311 km" in asked
    conversation.say("Use the shorter order")
    assert conversation.pins == ["Lisbon", "Madrid", "Vienna", "Berlin", "Paris"]


def test_stops_join_and_leave_a_route(talk: Begin) -> None:
    conversation = talk()
    conversation.say("From Berlin to Prague to Vienna")
    conversation.say("without Prague")
    assert conversation.pins == ["Berlin", "Vienna"]
    conversation.say("add Budapest to the route")
    assert conversation.pins == ["Berlin", "Vienna", "Budapest"]
