"""Where a request comes from, in the form that all parts know."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

MAPPED = "::ffff:"
"""Before IPv4 addresses where the server listens for both kinds, as Streamlit does by default."""


class PlainAddress:
    """ASGI middleware: a visitor at 127.0.0.1 is on this machine, however the server listens.

    What a proxy sends for others, which the server didn't believe, stays a stranger's.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] in ("http", "websocket"):
            scope["client"] = _plain(scope)
        await self._app(scope, receive, send)


def _plain(scope: Scope) -> tuple[str, int] | None:
    client: tuple[str, int] | None = scope.get("client")
    if client is None or "x-forwarded-for" in Headers(scope=scope):
        return client
    host, port = client
    return host.removeprefix(MAPPED), port
