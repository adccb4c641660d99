"""Conversations over HTTP: the owner's own, the same as on the page."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, calls, event, says
from tests.integration.api.server import asked, client, served, streamed, text_of
from tests.integration.conftest import Build
from tests.integration.turns import DRAW, MAP_TOOL, finish
from travelbot.models.messages import Prompt
from travelbot.service.assistant import Assistant
from travelbot.settings import Settings
from travelbot.web.owner import COOKIE, owner_of

API = "/openai-streaming"
ROUTES = [
    ("GET", f"{API}/map-coordinates"),
    ("GET", f"{API}/itinerary"),
    ("GET", f"{API}/export"),
    ("GET", f"{API}/get-all-messages-before-saved"),
    ("GET", f"{API}/get-db-chat"),
    ("GET", f"{API}/save-db-chat"),
    ("POST", f"{API}/save-db-chat"),
    ("DELETE", f"{API}/delete-db-state-chat"),
    ("DELETE", f"{API}/turn"),
    ("GET", f"{API}/?query=Hi"),
    ("GET", f"{API}/?since=0"),
]


def owner(caller: httpx2.Client) -> str:
    """The owner that the caller's cookie stands for."""
    return owner_of(caller.cookies[COOKIE])


def test_the_map(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW), says("Tokyo."))
    empty = ann.get(f"{API}/map-coordinates").json()
    assert empty["markers_state"] == {"latitudes": [], "longitudes": [], "labels": []}
    drawn = next(each for each in asked(ann, "Tokyo") if each.name == "map").data
    coordinates = ann.get(f"{API}/map-coordinates").json()
    assert coordinates == {name: drawn[name] for name in ("map_state", "markers_state")}


def test_saving_reading_and_deleting(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    provider.script(says("Tokyo it is."))
    conversation = asked(ann, "Let's visit Tokyo")[-1].data["conversation"]
    assert ann.get(f"{API}/get-db-chat").status_code == 404
    suggested = {"conversation": conversation, "title": "Let's visit Tokyo"}
    assert ann.get(f"{API}/save-db-chat").json() == suggested
    titled = ann.post(f"{API}/save-db-chat", params={"title": "  Sakura "})
    assert titled.json() == {**suggested, "title": "Sakura"}
    assert ann.post(f"{API}/save-db-chat").json()["title"] == "Sakura"
    messages = ann.get(f"{API}/get-db-chat").json()
    assert messages[0] == {"role": "user", "content": "Let's visit Tokyo"}
    assert (messages[1]["role"], messages[1]["content"]) == ("assistant", "Tokyo it is.")
    assert messages[1]["usage"]["estimated"] is True
    assert messages[1]["usage"]["completion"] > 0
    assert messages == ann.get(f"{API}/get-all-messages-before-saved").json()
    deleted = ann.delete(f"{API}/delete-db-state-chat").json()
    assert deleted == {"conversation": conversation, "deleted": True}
    assert ann.get(f"{API}/get-all-messages-before-saved").json() == []


def test_the_running_reply_is_among_the_messages(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    gate = Gate()
    halting = Answer([event({"content": "One "}), gate, *says("two").pieces])
    provider.script(calls(MAP_TOOL, DRAW), halting)
    with streamed(ann, params={"query": "Count"}) as stream:
        while next(stream).name != "text":
            pass
        _, reply = ann.get(f"{API}/get-all-messages-before-saved").json()
        assert (reply["content"], reply["status"]) == ("One", "streaming")
        labels = ann.get(f"{API}/map-coordinates").json()["markers_state"]["labels"]
        assert labels == ["Tokyo"]
        gate.opened.set()


def test_a_caller_keeps_the_cookie_that_the_first_answer_brought(ann: httpx2.Client) -> None:
    first = ann.get(f"{API}/map-coordinates")
    assert "HttpOnly" in first.headers["set-cookie"]
    second = ann.get(f"{API}/map-coordinates")
    assert "set-cookie" not in second.headers
    assert first.headers["x-conversation"] == second.headers["x-conversation"]
    assert "set-cookie" not in ann.get("/docs.css", headers={"cookie": ""}).headers


def test_a_made_up_cookie_is_replaced(bob: httpx2.Client) -> None:
    response = bob.get(f"{API}/map-coordinates", headers={"cookie": f"{COOKIE}=me"})
    assert COOKIE in response.headers["set-cookie"]


def test_the_page_and_the_api_are_in_the_same_conversation(
    ann: httpx2.Client, assistant: Assistant, provider: FakeOpenAI
) -> None:
    provider.script(says("Hello."))
    conversation = asked(ann, "From the API")[-1].data["conversation"]
    assert assistant.current(owner(ann)) == conversation
    opened, _ = assistant.open(owner(ann), conversation)
    assert opened.messages[0] == Prompt(text="From the API")
    other = assistant.begin(owner(ann))
    finish(assistant.start(owner(ann), other, "From the page"))
    messages = ann.get(f"{API}/get-all-messages-before-saved")
    assert messages.headers["x-conversation"] == other
    assert messages.json()[0]["content"] == "From the page"
    asked(ann, "More", conversation=conversation)
    assert len(assistant.open(owner(ann), conversation)[0].messages) == 4


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_another_owners_conversation_does_not_exist(
    ann: httpx2.Client, bob: httpx2.Client, provider: FakeOpenAI, method: str, path: str
) -> None:
    provider.script(says("Hello."))
    received = asked(ann, "Mine")
    theirs = received[-1].data["conversation"]
    answers = [
        bob.request(method, path, params={**httpx2.QueryParams(path.partition("?")[2]), **named})
        for named in ({"conversation": theirs}, {"conversation": "unknown"})
    ]
    for answer in answers:
        assert answer.status_code == 404
        assert answer.headers["cache-control"] == "no-store"
        assert answer.json() == answers[0].json()
    assert bob.get(f"{API}/", params={"since": received[0].id}).status_code == 404
    assert ann.get(f"{API}/get-all-messages-before-saved").json()[0]["content"] == "Mine"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/?query=", "bad_prompt"),
        ("/", "bad_prompt"),
        ("/?query=" + "x" * 4001, "bad_prompt"),
        ("/save-db-chat?title=" + "x" * 61, "bad_title"),
        ("/turn", "method_not_allowed"),
        ("/demo?count=0", "bad_request"),
        ("/map-coordinates?conversation=" + "x" * 65, "bad_request"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_shape(
    ann: httpx2.Client, path: str, code: str
) -> None:
    response = ann.get(API + path)
    assert response.status_code == (405 if code == "method_not_allowed" else 422)
    assert response.json()["error"]["code"] == code
    assert response.json()["error"]["message"]
    assert response.headers["cache-control"] == "no-store"


@pytest.fixture
def limited(build: Build) -> Iterator[httpx2.Client]:
    """A caller of a host that gives one turn a minute."""
    with served(build(TRAVELBOT_TURNS_PER_MINUTE="1")) as url, client(url) as caller:
        yield caller


def test_a_limit_says_how_long_to_wait(limited: httpx2.Client) -> None:
    asked(limited, "Tokyo")
    response = limited.get(f"{API}/", params={"query": "Osaka"})
    assert response.status_code == 429
    assert response.json()["error"]["code"] == "limit_reached"
    assert 1 <= int(response.headers["retry-after"]) <= 60


def test_a_failing_store(build: Build, database: Path) -> None:
    database.write_bytes(b"no database" * 100)
    with served(build()) as url, client(url) as caller:
        assert caller.get("/api/health").json()["store"] == "unreachable"
        assert text_of(asked(caller, "Tokyo")).startswith("**Tokyo**")
        assert len(caller.get(f"{API}/get-all-messages-before-saved").json()) == 2
        refused = [
            caller.post(f"{API}/save-db-chat"),
            caller.get(f"{API}/map-coordinates", params={"conversation": "unknown"}),
        ]
    for response in refused:
        assert response.status_code == 503
        assert response.json()["error"]["code"] == "store"


def test_an_address_that_is_none_is_the_endpoints_fault(build: Build) -> None:
    astray = build(OPENAI_BASE_URL="nowhere", OPENAI_API_KEY="sk")
    with served(astray) as url, client(url) as caller:
        response = caller.get(f"{API}/", params={"query": "Tokyo"})
    assert response.status_code == 502
    assert response.json()["error"]["code"] == "no_connection"


def test_health(build: Build) -> None:
    with served(build(), Settings.read()) as url, client(url) as caller:
        response = caller.get("/api/health")
        health = response.json()
        assert response.headers["cache-control"] == "no-store"
        assert "set-cookie" not in response.headers
    assert health.keys() == {"version", "model", "store"}
    assert (health["model"], health["store"]) == ("built-in", "ok")
