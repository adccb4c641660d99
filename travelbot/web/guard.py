"""Refuses what other sites make a browser send, and names that aren't this app's."""

from collections.abc import Callable, Sequence
from urllib.parse import SplitResult, urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

API = "/openai-streaming"
OTHER_SITES = ("cross-site", "same-site")
POLICY_VIOLATION = 1008


class Guard:
    """ASGI middleware: checks the host of every request, and who had the API's ones sent."""

    def __init__(self, app: ASGIApp, hosts: Callable[[], Sequence[str]]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is allowed."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif not self._is_known(Headers(scope=scope).get("host", "")):
            await _refuse(scope, receive, send, "unknown_host", "This app has another address.")
        elif _is_foreign(scope):
            await _refuse(
                scope, receive, send, "other_site", "Other sites may not use this app for you."
            )
        else:
            await self._app(scope, receive, send)

    def _is_known(self, host: str) -> bool:
        hosts = self._hosts()
        return not hosts or (_parts(f"//{host}").hostname or "") in hosts


def _is_foreign(scope: Scope) -> bool:
    """Whether another site had a browser send this to the API."""
    headers = Headers(scope=scope)
    if scope["type"] != "http" or API not in scope["path"]:
        return False
    origin = headers.get("origin")
    return headers.get("sec-fetch-site") in OTHER_SITES or (
        origin is not None and _parts(origin).netloc != headers.get("host")
    )


def _parts(address: str) -> SplitResult:
    """Those of an address; empty ones for what is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


async def _refuse(scope: Scope, receive: Receive, send: Send, code: str, message: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    answer = JSONResponse(
        {"error": {"code": code, "message": message}},
        status_code=403,
        headers={"Cache-Control": "no-store"},
    )
    await answer(scope, receive, send)
