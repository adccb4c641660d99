import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from travelbot.web.address import PlainAddress

FORWARDED = [(b"x-forwarded-for", b"203.0.113.1")]


async def nothing() -> Message:
    return {"type": "http.disconnect"}


async def unsent(_: Message) -> None:
    """Nothing is answered."""


@pytest.mark.parametrize(
    ("kind", "host", "headers", "seen"),
    [
        ("http", "::ffff:127.0.0.1", [], "127.0.0.1"),
        ("websocket", "::ffff:127.0.0.1", [], "127.0.0.1"),
        ("http", "::ffff:203.0.113.1", [], "203.0.113.1"),
        ("http", "2001:db8::1", [], "2001:db8::1"),
        ("http", "127.0.0.1", [], "127.0.0.1"),
        ("http", "::ffff:127.0.0.1", FORWARDED, "::ffff:127.0.0.1"),
    ],
)
def test_one_address_has_one_form_and_a_proxy_is_no_visitor(
    kind: str, host: str, headers: list[tuple[bytes, bytes]], seen: str
) -> None:
    clients = []

    async def app(scope: Scope, _: Receive, __: Send) -> None:
        clients.append(scope["client"])

    scope = {"type": kind, "client": (host, 1), "headers": headers}
    asyncio.run(PlainAddress(app)(scope, nothing, unsent))
    assert clients == [(seen, 1)]
