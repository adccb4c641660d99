import asyncio

import pytest
from pydantic import ValidationError
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from travelbot.settings import Settings
from travelbot.web.basemap import tile_origins
from travelbot.web.headers import (
    HSTS,
    SecurityHeaders,
    content_security_policy,
    inline_scripts,
    is_secure,
    security_headers,
)


def directives(policy: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy.split("; "))
    return {name: sources for name, *sources in parts}


def test_the_policy_lets_through_only_the_app_and_its_tiles() -> None:
    policy = directives(content_security_policy())
    assert policy["default-src"] == ["'none'"]
    assert len(inline_scripts()) == 1
    assert set(policy["script-src"]) == {"'self'", "'wasm-unsafe-eval'", *inline_scripts()}
    hosts = {s for sources in policy.values() for s in sources if s.startswith("http")}
    assert hosts == set(tile_origins())
    assert all(host.endswith(".basemaps.cartocdn.com") for host in hosts)


def test_sites_that_may_frame_the_app_are_named() -> None:
    assert security_headers()["x-frame-options"] == "SAMEORIGIN"
    given = Settings.read({"TRAVELBOT_FRAME_ANCESTORS": "https://a.example, https://*.b.example"})
    headers = security_headers(given.frame_ancestors)
    ancestors = directives(headers["content-security-policy"])["frame-ancestors"]
    assert ancestors == ["'self'", "https://a.example", "https://*.b.example"]
    assert "x-frame-options" not in headers


@pytest.mark.parametrize("name", ["a.example;script-src", "'unsafe-inline'", "a\nb: c/", "*"])
def test_what_is_no_site_is_no_setting(name: str) -> None:
    with pytest.raises(ValidationError):
        Settings.read({"TRAVELBOT_FRAME_ANCESTORS": name})


@pytest.mark.parametrize(
    ("scheme", "forwarded", "secure"),
    [("http", "", False), ("https", "", True), ("http", "https", True), ("http", "http", False)],
)
def test_hsts_only_where_the_browser_came_over_https(
    scheme: str, forwarded: str, secure: bool
) -> None:
    headers = [(b"x-forwarded-proto", forwarded.encode())] if forwarded else []
    assert is_secure({"type": "http", "scheme": scheme, "headers": headers}) is secure
    assert security_headers(secure=secure).get("strict-transport-security") == (
        HSTS if secure else None
    )


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/shared", True),
        ("/shared/", True),
        ("/travel/shared", True),
        ("/", False),
        ("/trips", False),
    ],
)
def test_a_shared_trip_is_kept_from_search_engines_and_from_the_sites_it_links_to(
    path: str, shared: bool
) -> None:
    headers = headers_of(path)
    assert headers.get(b"x-robots-tag") == (b"noindex, nofollow" if shared else None)
    assert (headers[b"referrer-policy"] == b"no-referrer") is shared
    assert b"content-security-policy" in headers


def headers_of(path: str) -> dict[bytes, bytes]:
    """Of the response to a request for this path."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "scheme": "http", "path": path, "headers": []}
    asyncio.run(SecurityHeaders(PlainTextResponse("Hi"), lambda: ())(scope, receive, send))
    return dict(sent[0]["headers"])


async def crash(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise ZeroDivisionError


def test_a_crash_has_the_headers_too() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "scheme": "http", "path": "/", "headers": []}
    with pytest.raises(ZeroDivisionError):
        asyncio.run(SecurityHeaders(crash, lambda: ())(scope, receive, send))
    assert sent[0]["status"] == 500
    assert b"content-security-policy" in dict(sent[0]["headers"])
