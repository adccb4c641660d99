"""What `find_places` does with an online geocoder, and what a turn does while it waits."""

import json
from typing import Any

import pytest

from tests.fakes.geocoder_server import SEPTIME, FakeGeocoder
from tests.fakes.openai_server import FakeOpenAI, calls, says
from tests.integration.conftest import Build
from tests.integration.turns import PATIENCE, finish, load, reply_of
from travelbot.models.events import ToolFinished, ToolStarted
from travelbot.models.messages import Status
from travelbot.service.assistant import Assistant

LOOK_UP = calls("find_places", {"query": "Septime", "near": "Paris", "country": "fr"})


@pytest.fixture
def geocoding(build: Build, provider: FakeOpenAI, service: FakeGeocoder) -> Assistant:
    """An assistant whose host has turned the geocoder on."""
    return build(
        OPENAI_BASE_URL=provider.url,
        TRAVELBOT_GEOCODER="nominatim",
        TRAVELBOT_GEOCODER_URL=service.url,
    )


def rows(assistant: Assistant) -> list[dict[str, Any]]:
    """What the one tool call of the conversation found."""
    [step] = reply_of(load(assistant)).steps
    assert step.ok
    found: list[dict[str, Any]] = json.loads(step.result)["places"]
    return found


def test_a_place_that_the_gazetteer_does_not_know_is_found_online(
    geocoding: Assistant, provider: FakeOpenAI, service: FakeGeocoder
) -> None:
    provider.script(LOOK_UP, says("There."))
    finish(geocoding.start("ann", "c1", "Dinner?"))
    marked = [row for row in rows(geocoding) if row.get("source") == "OpenStreetMap"]
    assert [(row["id"], row["kind"], row["country"]) for row in marked] == [
        ("osm:N1234", "restaurant", "France")
    ]
    [request] = service.requests
    assert request.parameters["q"] == "Septime, Paris"
    assert request.parameters["countrycodes"] == "fr"


def test_no_more_places_than_asked_for_are_found_online(
    geocoding: Assistant, provider: FakeOpenAI, service: FakeGeocoder
) -> None:
    service.finds(*[{**SEPTIME, "osm_id": number} for number in range(5)])
    provider.script(calls("find_places", {"query": "Septime", "limit": 2}), says("There."))
    finish(geocoding.start("ann", "c1", "Dinner?"))
    assert [r["id"] for r in rows(geocoding) if "source" in r] == ["osm:N0", "osm:N1"]


@pytest.mark.parametrize("query", ["Tokyo", "Paris, Texas", "CDG"])
def test_what_the_gazetteer_knows_is_not_asked_for(
    geocoding: Assistant, provider: FakeOpenAI, service: FakeGeocoder, query: str
) -> None:
    provider.script(calls("find_places", {"query": query}), says("There."))
    finish(geocoding.start("ann", "c1", "Go"))
    assert not any("source" in row for row in rows(geocoding))
    assert service.requests == []


def test_without_a_geocoder_the_gazetteer_answers_alone(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    provider.script(LOOK_UP, says("Hm."))
    finish(assistant.start("ann", "c1", "Dinner?"))
    assert not any("source" in row for row in rows(assistant))


def test_a_turn_goes_on_when_the_geocoder_fails(
    geocoding: Assistant, provider: FakeOpenAI, service: FakeGeocoder
) -> None:
    service.fails(500)
    provider.script(LOOK_UP, says("I don't know it."))
    finish(geocoding.start("ann", "c1", "Dinner?"))
    assert not any("source" in row for row in rows(geocoding))
    reply = reply_of(load(geocoding))
    assert (reply.status, reply.text) == (Status.COMPLETE, "I don't know it.")


def test_a_stop_while_a_tool_waits_ends_the_turn_at_once(
    geocoding: Assistant, provider: FakeOpenAI, service: FakeGeocoder
) -> None:
    service.stall()
    provider.script(LOOK_UP, says("Never."))
    turn = geocoding.start("ann", "c1", "Dinner?")
    assert service.reached.wait(PATIENCE)
    geocoding.stop("ann", "c1")
    kinds = [type(event) for event in finish(turn)]
    assert ToolStarted in kinds
    assert ToolFinished not in kinds
    reply = reply_of(load(geocoding))
    assert (reply.status, reply.steps) == (Status.STOPPED, ())


def test_other_turns_go_on_while_a_tool_waits(
    geocoding: Assistant, provider: FakeOpenAI, service: FakeGeocoder
) -> None:
    service.stall()
    provider.script(LOOK_UP, says("Hello."))
    waiting = geocoding.start("ann", "c1", "Dinner?")
    assert service.reached.wait(PATIENCE)
    finish(geocoding.start("ann", "c2", "Hello"))
    assert not waiting.log.finished
    service.release()
    finish(waiting)
    assert reply_of(load(geocoding)).text == "Hello."
