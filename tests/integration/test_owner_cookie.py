"""The cookie of an anonymous browser, as it goes over real HTTP."""

from base64 import urlsafe_b64decode
from http.cookies import Morsel, SimpleCookie
from pathlib import Path

import httpx2
import pytest

from tests.integration.api.server import asked, client, served
from travelbot.service.assistant import Assistant
from travelbot.web.owner import COOKIE, owner_of

ROUTE = "/openai-streaming/map-coordinates"


def cookie(answer: httpx2.Response) -> "Morsel[str]":
    """The one that comes with an answer."""
    return SimpleCookie(answer.headers["set-cookie"])[COOKIE]


def test_it_is_a_secret_that_scripts_and_other_sites_do_not_get(guided: Assistant) -> None:
    with served(guided) as url:
        given = [cookie(httpx2.get(url + ROUTE)) for _ in range(5)]
    assert len({each.value for each in given}) == 5
    assert {len(urlsafe_b64decode(each.value + "==")) * 8 for each in given} == {128}
    [first, *_] = given
    assert (first["httponly"], first["samesite"], first["path"]) == (True, "Lax", "/")
    assert not first["secure"]
    assert not first["domain"]


@pytest.mark.parametrize(
    ("proxy", "scheme", "is_secure"),
    [("127.0.0.1", "https", True), ("127.0.0.1", "http", False), ("10.0.0.1", "https", False)],
)
def test_over_https_it_is_sent_over_nothing_else(
    guided: Assistant, proxy: str, scheme: str, is_secure: bool
) -> None:
    with served(guided, trusted_proxy=proxy) as url:
        answer = httpx2.get(url + ROUTE, headers={"x-forwarded-proto": scheme})
    assert bool(cookie(answer)["secure"]) == is_secure


@pytest.mark.parametrize("value", ["", "short", "x" * 23, "a" * 21 + "%", '"' + "a" * 22])
def test_what_has_not_come_from_here_is_replaced(guided: Assistant, value: str) -> None:
    with served(guided) as url:
        answer = httpx2.get(url + ROUTE, headers={"cookie": f"{COOKIE}={value}"})
    assert answer.status_code == 200
    assert cookie(answer).value != value


@pytest.mark.parametrize("other", ["a@b=1", 'prefs={"theme": "dark"}', "a[b]=1", "flag", "path=/"])
def test_it_is_found_beside_the_cookies_of_other_apps(guided: Assistant, other: str) -> None:
    with served(guided) as url:
        value = cookie(httpx2.get(url + ROUTE)).value
        answer = httpx2.get(url + ROUTE, headers={"cookie": f"{other}; {COOKIE}={value}"})
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


def test_the_file_has_its_hash_alone(guided: Assistant, database: Path) -> None:
    with served(guided) as url, client(url) as caller:
        asked(caller, "Tokyo")
        caller.post("/openai-streaming/save-db-chat")
        token = caller.cookies[COOKIE]
    kept = b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))
    assert token.encode() not in kept
    assert owner_of(token).encode() in kept
