"""Bob names Ann's conversation, by every route."""

from collections.abc import Mapping

import httpx2
import pytest

from tests.integration.api.server import client, served
from tests.integration.two_owners import NEVER, TRIP, World, at_rest_and_running, unlisted
from travelbot.service.assistant import Assistant
from travelbot.service.exports.formats import FORMATS
from travelbot.settings import Settings
from travelbot.web.api.build import build_api
from travelbot.web.owner import COOKIE, owner_of

API = "/openai-streaming"
HEALTH = "/api/health"
EVENT_ID, EVENT = "last-event-id", "{}.turn.0.0.0"
ROUTES: Mapping[tuple[str, str], tuple[Mapping[str, str], ...]] = {
    ("get", f"{API}/"): (
        {"query": "Hi"},
        {"since": "0"},
        {"since": EVENT},
        {EVENT_ID: EVENT},
        {},
    ),
    ("delete", f"{API}/turn"): ({},),
    ("get", f"{API}/map-coordinates"): ({},),
    ("get", f"{API}/itinerary"): ({},),
    ("get", f"{API}/get-all-messages-before-saved"): ({},),
    ("get", f"{API}/get-db-chat"): ({},),
    ("get", f"{API}/save-db-chat"): ({}, {"title": "Mine"}),
    ("post", f"{API}/save-db-chat"): ({}, {"title": "Mine"}),
    ("delete", f"{API}/delete-db-state-chat"): ({},),
    ("get", f"{API}/export"): tuple({"format": each.extension} for each in FORMATS),
    ("get", f"{API}/demo"): ({"count": "1"},),
    ("get", HEALTH): ({},),
}
"""What is sent to each route of the OpenAPI document; `{}` in it is the conversation's id."""
NOTHING_ABOUT_A_CONVERSATION = (f"{API}/demo", HEALTH)
Call = tuple[str, str, Mapping[str, str]]
CALLS: list[Call] = [(*route, sent) for route, each in ROUTES.items() for sent in each]


def test_every_route_is_in_the_matrix(assistant: Assistant) -> None:
    paths = build_api(lambda: assistant, Settings.read).openapi()["paths"]
    found = [(method, path) for path, methods in paths.items() for method in methods]
    assert not unlisted(found, ROUTES)


def answer(bob: httpx2.Client, call: Call, named: str) -> str:
    """All that Bob is told, but for the date."""
    method, path, sent = call
    filled = {name: value.format(named) for name, value in sent.items()}
    headers = {EVENT_ID: filled.pop(EVENT_ID)} if EVENT_ID in filled else {}
    told = bob.request(method, path, params={"conversation": named, **filled}, headers=headers)
    kept = {name: value for name, value in told.headers.items() if name != "date"}
    return f"{told.status_code} {kept} {told.text}"


@at_rest_and_running
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_route_tells_bob_the_same_as_of_nothing(world: World, call: Call, runs: bool) -> None:
    with served(world.assistant) as url, client(url) as ann, client(url) as bob:
        for caller in (ann, bob):
            caller.get(f"{API}/map-coordinates")
        owner = owner_of(ann.cookies[COOKIE])
        conversation = world.begun(owner)
        turn = world.halted(owner, conversation) if runs else None
        before, asked = world.rows(conversation), len(world.provider.requests)
        of_nothing = answer(bob, call, NEVER)
        assert answer(bob, call, conversation) == of_nothing
        assert of_nothing.startswith("200" if call[1] in NOTHING_ABOUT_A_CONVERSATION else "404")
        assert world.rows(conversation) == before
        assert world.rows(NEVER) == []
        assert len(world.provider.requests) == asked
        assert turn is None or not turn.log.finished
        assert TRIP in ann.get(f"{API}/get-all-messages-before-saved").text
