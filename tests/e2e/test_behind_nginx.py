"""The app behind nginx, as docs/nginx.conf sets it up."""

import socket
from collections.abc import Iterator
from itertools import pairwise
from time import monotonic

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.e2e.conftest import Server, serving
from tests.e2e.nginx import NAME, Proxy, proxying
from tests.e2e.plan_page import PlanPage

STREAM = "/openai-streaming/"
COOKIE = "travelbot_owner"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app under a path, with a slow guide and hardly any turns."""
    env = {
        "STREAMLIT_SERVER_BASE_URL_PATH": "travel",
        "TRAVELBOT_GUIDE_PACE": "10",
        "TRAVELBOT_TURNS_PER_MINUTE": "1",
    }
    with serving(tmp_path_factory.mktemp("behind"), env) as server:
        yield server


@pytest.fixture(scope="module")
def proxy(served: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """nginx before it."""
    with proxying(served, tmp_path_factory.mktemp("nginx")) as running:
        yield running


def asked(proxy: Proxy, address: str, **headers: str) -> httpx2.Response:
    """The answer to a new caller's prompt from that address of this machine; its body is left."""
    transport = httpx2.HTTPTransport(local_address=address)
    with (
        httpx2.Client(transport=transport, timeout=20) as client,
        client.stream("GET", f"{proxy.http}{STREAM}?query=Hello", headers=headers) as response,
    ):
        if response.status_code != 200:
            response.read()
        return response


def test_a_prompt_is_answered_and_drawn(page: Page, proxy: Proxy) -> None:
    plan = PlanPage(page, proxy.http).open()
    plan.send("Let's visit Tokyo Japan")
    expect(plan.reply).to_contain_text("capital of Japan")
    plan.wait_for_pins()


@pytest.mark.parametrize("is_secure", [False, True])
def test_cookies_are_secure_over_https_alone(
    browser: Browser, proxy: Proxy, is_secure: bool
) -> None:
    with browser.new_context(ignore_https_errors=True) as context:
        url = proxy.https if is_secure else proxy.http
        PlanPage(context.new_page(), url).open()
        [cookie] = [c for c in context.cookies() if c.get("name") == COOKIE]
    assert cookie.get("secure") is is_secure


def test_a_reply_arrives_as_it_is_written(proxy: Proxy) -> None:
    arrived = []
    url = f"{proxy.https}{STREAM}?query=Let's visit Rome"
    with httpx2.stream("GET", url, verify=False, timeout=20) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        arrived = [monotonic() for line in response.iter_lines() if line == "event: text"]
    assert len(arrived) > 5
    pauses = [later - earlier for earlier, later in pairwise(arrived)]
    assert sum(pause > 0.03 for pause in pauses) > len(pauses) / 2


def test_each_address_has_its_own_limit_and_none_can_be_made_up(proxy: Proxy) -> None:
    for number in range(5):
        made_up = {"X-Forwarded-For": f"203.0.113.{number}"}
        assert asked(proxy, "127.0.0.2", **made_up).status_code == 200
    refused = asked(proxy, "127.0.0.2", **{"X-Forwarded-For": "203.0.113.9"})
    assert refused.status_code == 429
    wait = int(refused.headers["retry-after"])
    assert 0 < wait <= 60
    assert "You have asked a lot in a short time" in refused.json()["error"]["message"]
    assert asked(proxy, "127.0.0.3").status_code == 200


def test_nobody_can_use_up_the_turns_of_another_address(proxy: Proxy) -> None:
    victim = {"X-Forwarded-For": "203.0.113.77"}
    answers = [asked(proxy, "127.0.0.1", **victim).status_code for _ in range(6)]
    assert answers == [200] * 6, "this machine, which nginx saw, has no limit of an address"


def websocket_status(proxy: Proxy, origin: str) -> int:
    """What the websocket of a page at that origin is answered, under the site's own name."""
    connection = socket.create_connection(("127.0.0.1", proxy.http_port))
    url = f"ws://{NAME}/travel/_stcore/stream"
    try:
        with connect(url, sock=connection, origin=Origin(origin), proxy=None):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def test_the_site_has_its_own_name_and_others_are_refused(proxy: Proxy) -> None:
    assert websocket_status(proxy, f"http://{NAME}") == 101
    assert websocket_status(proxy, "http://elsewhere.example") == 403
    url, own = f"{proxy.http}{STREAM}demo?count=1", {"Host": NAME, "Origin": f"http://{NAME}"}
    assert httpx2.get(url, headers=own).status_code == 200
    foreign = {**own, "Origin": "http://elsewhere.example"}
    assert httpx2.get(url, headers=foreign).status_code == 403


def test_the_path_without_a_slash_leads_to_the_page(proxy: Proxy) -> None:
    response = httpx2.get(proxy.http)
    assert (response.status_code, response.headers["location"]) == (301, f"{proxy.http}/")


def test_the_documentation_names_the_address_that_was_asked(proxy: Proxy) -> None:
    page = httpx2.get(f"{proxy.https}/docs", verify=False).text
    assert f"{proxy.https}{STREAM}" in page
