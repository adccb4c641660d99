"""Who is asking: an anonymous browser, known by a random cookie of which only the hash is kept."""

import re
from dataclasses import dataclass
from hashlib import sha256
from http.cookies import SimpleCookie
from secrets import token_urlsafe
from typing import TypeGuard

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from travelbot.web.sign_in import owner_in_request

COOKIE = "travelbot_owner"
COOKIE_AGE = 400 * 24 * 3600
"""Seconds; browsers keep no cookie longer."""
VISITOR = "travelbot.visitor"
"""Where a request's scope keeps its Visitor."""
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


@dataclass
class Visitor:
    """Who sends a request, for as long as it is answered."""

    token: str
    is_new: bool
    """Whether the token was made for this request."""
    is_kept: bool
    """Whether a new token is given to the visitor, to be sent with the next request."""


def caller_owner(request: Request) -> str:
    """The owner who calls a route: signed in, or with a cookie, which comes with the answer."""
    origin = f"{request.url.scheme}://{request.url.netloc}"
    if signed_in := owner_in_request(request.cookies, origin):
        return signed_in
    visitor: Visitor = request.scope[VISITOR]
    visitor.is_kept = True
    return owner_of(visitor.token)


class OwnerCookie:
    """ASGI middleware: gives each browser its cookie with the first page, and callers theirs."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the cookie to a response where it is wanted and the visitor sent none."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visitor = scope[VISITOR] = _visitor(HTTPConnection(scope))

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and visitor.is_new and visitor.is_kept:
                cookie = _cookie(visitor.token, secure=scope["scheme"] == "https")
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        await self._app(scope, receive, send_with_cookie)


def _visitor(sent: HTTPConnection) -> Visitor:
    """Of what is no route, only pages set the cookie: their parts are asked for at once."""
    # As Streamlit reads them: SimpleCookie gives up at the first cookie that isn't to its liking.
    token = sent.cookies.get(COOKIE)
    if is_token(token):
        return Visitor(token, is_new=False, is_kept=True)
    return Visitor(new_token(), is_new=True, is_kept="text/html" in sent.headers.get("accept", ""))


def _cookie(token: str, secure: bool) -> str:
    cookie = SimpleCookie({COOKIE: token})
    attributes = {"path": "/", "samesite": "Lax", "max-age": COOKIE_AGE, "httponly": True}
    for name, value in {**attributes, "secure": secure}.items():
        cookie[COOKIE][name] = value
    return cookie[COOKIE].OutputString()
