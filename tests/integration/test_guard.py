"""What the guard lets through, over real HTTP."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.fakes.openai_server import FakeOpenAI
from tests.integration.api.server import client, served
from tests.integration.two_owners import tables
from travelbot.service.assistant import Assistant
from travelbot.settings import Settings
from travelbot.web.api.build import build_api

API = "/openai-streaming"
HOSTS = "travel.example, Trips.Example"
OTHER_SITES = ("cross-site", "same-site")
FOREIGN = ("https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1.evil.example")
BROKEN = ("http://[", "[", "//[::1")
KNOWN = ("travel.example", "travel.example:8501", "TRAVEL.EXAMPLE", "trips.example:80")
UNKNOWN = (
    "evil.example",
    "travel.example.evil.example",
    "eviltravel.example",
    "127.0.0.1",
    *BROKEN,
)


async def greet(websocket: WebSocket) -> None:
    """A websocket like the pages' own."""
    await websocket.accept()
    await websocket.send_text("hello")
    await websocket.close()


def routes() -> list[tuple[str, str]]:
    """All documented ones of the API, and the one that asks."""
    paths = build_api(_no_assistant, Settings.read).openapi()["paths"]
    every = [(method, path) for path, methods in paths.items() for method in methods]
    return [
        (method, path + ("?query=Hi&count=1" if path.endswith(("/", "demo")) else ""))
        for method, path in [*every, ("get", API)]
        if path.startswith(API)
    ]


def _no_assistant() -> Assistant:
    raise AssertionError


@pytest.fixture
def caller(assistant: Assistant) -> Iterator[httpx2.Client]:
    with served(assistant) as url, client(url) as opened:
        yield opened


@pytest.fixture
def named_url(assistant: Assistant) -> Iterator[str]:
    settings = Settings.read({"TRAVELBOT_HOSTS": HOSTS})
    with served(assistant, settings, others=[WebSocketRoute("/stream", greet)]) as url:
        yield url


@pytest.fixture
def is_untouched(database: Path, provider: FakeOpenAI) -> Callable[[], bool]:
    """Tells whether anything was stored or asked since."""
    before = tables(database)
    return lambda: tables(database) == before and not provider.requests


def refusal(answer: httpx2.Response) -> tuple[int, str]:
    """Status and code; nothing else may come with it."""
    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize(
    "headers",
    [
        *({"sec-fetch-site": site} for site in OTHER_SITES),
        *({"origin": origin} for origin in (*FOREIGN, *BROKEN)),
    ],
    ids=str,
)
def test_what_other_sites_send_is_refused_by_every_route(
    caller: httpx2.Client, is_untouched: Callable[[], bool], headers: dict[str, str]
) -> None:
    for method, path in routes():
        answer = caller.request(method, path, headers=headers)
        assert refusal(answer) == (403, "other_site"), (method, path)
    assert is_untouched()


def test_what_the_site_and_programs_send_passes(caller: httpx2.Client) -> None:
    own = str(caller.base_url).rstrip("/")
    for headers in (
        {},
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"origin": own},
        {"origin": own, "sec-fetch-site": "same-origin"},
    ):
        for method, path in routes():
            assert caller.request(method, path, headers=headers).status_code != 403, (path, headers)


def test_links_from_other_sites_to_the_documentation_work(caller: httpx2.Client) -> None:
    assert caller.get("/docs", headers={"sec-fetch-site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("host", UNKNOWN)
def test_another_name_is_refused(
    named_url: str, is_untouched: Callable[[], bool], host: str
) -> None:
    with client(named_url) as caller:
        for method, path in [*routes(), ("get", "/docs"), ("get", "/")]:
            answer = caller.request(method, path, headers={"host": host})
            assert refusal(answer) == (403, "unknown_host")
    assert is_untouched()


@pytest.mark.parametrize("host", KNOWN)
def test_the_apps_own_names_pass(named_url: str, host: str) -> None:
    with client(named_url) as caller:
        assert caller.get(f"{API}/map-coordinates", headers={"host": host}).status_code == 200


def greeting(url: str, host: str) -> str | bytes:
    """What a websocket says that is opened under this name."""
    address = urlsplit(url)
    stream = socket.create_connection((address.hostname, address.port))
    with connect(f"ws://{host}/stream", sock=stream) as websocket:
        return websocket.recv()


def test_a_websocket_needs_a_known_name(named_url: str) -> None:
    for host in KNOWN:
        assert greeting(named_url, host) == "hello"
    for host in UNKNOWN[:4]:
        with pytest.raises(InvalidStatus, match="403"):
            greeting(named_url, host)
