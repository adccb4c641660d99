"""Who is asking: an anonymous browser, known by a random cookie of which only the hash is kept."""

import re
from hashlib import sha256
from http.cookies import SimpleCookie
from secrets import token_urlsafe
from typing import TypeGuard

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "travelbot_owner"
COOKIE_AGE = 400 * 24 * 3600
"""Seconds; browsers keep no cookie longer."""
TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
"""128 bits in URL-safe base64."""


def new_token() -> str:
    """A secret that nobody can guess."""
    return token_urlsafe(16)


def owner_of(token: str) -> str:
    """The owner's id in the store, from which the token can't be had."""
    return sha256(token.encode()).hexdigest()


def is_token(value: object) -> TypeGuard[str]:
    """Whether a cookie's value can have come from here."""
    return isinstance(value, str) and bool(TOKEN.fullmatch(value))


class OwnerCookie:
    """ASGI middleware: gives each browser its cookie with the first page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the cookie to a page's response where the browser sent none."""
        if scope["type"] != "http" or not _needs_cookie(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                cookie = _cookie(secure=scope["scheme"] == "https")
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        await self._app(scope, receive, send_with_cookie)


def _needs_cookie(headers: Headers) -> bool:
    """Only pages set it: a page's parts are asked for at once and would each set another."""
    if "text/html" not in headers.get("accept", ""):
        return False
    morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    return not is_token(morsel.value if morsel else None)


def _cookie(secure: bool) -> str:
    cookie = SimpleCookie({COOKIE: new_token()})
    attributes = {"path": "/", "samesite": "Lax", "max-age": COOKIE_AGE, "httponly": True}
    for name, value in {**attributes, "secure": secure}.items():
        cookie[COOKIE][name] = value
    return cookie[COOKIE].OutputString()
