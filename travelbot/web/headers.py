"""Security headers on every response: what a page may load, and who may frame it."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from travelbot.web.basemap import tile_origins
from travelbot.web.links import SHARED

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
NO_FEATURES = ("camera", "geolocation", "microphone", "payment", "usb", "serial")
UNSEEN = {"x-robots-tag": "noindex, nofollow", "referrer-policy": "no-referrer"}
"""Headers for what neither search engines nor other sites shall know of."""
HSTS = "max-age=31536000"
"""A year; subdomains are not this app's to speak for."""


@cache
def inline_scripts() -> tuple[str, ...]:
    """The hashes of the scripts inside Streamlit's page, as sources for a policy."""
    scripts = INLINE_SCRIPT.findall(INDEX.read_text("utf-8"))
    return tuple(
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts
    )


@cache
def content_security_policy(frame_ancestors: Sequence[str] = ()) -> str:
    """The policy with everything in it that Streamlit's frontend and the map need."""
    tiles = tile_origins()
    directives: Mapping[str, Sequence[str]] = {
        "default-src": ["'none'"],
        # protobuf.js and deck.gl compile WebAssembly; unlike 'unsafe-eval' that runs no text.
        "script-src": ["'self'", "'wasm-unsafe-eval'", *inline_scripts()],
        # Emotion, React and our own stylesheet add <style> elements while the page runs.
        "style-src": ["'self'", "'unsafe-inline'"],
        "style-src-attr": ["'none'"],
        # Icons and logos are data: URLs; blob: is how some browsers decode tiles.
        "img-src": ["'self'", "data:", "blob:", *tiles],
        # A font inside Streamlit's stylesheet.
        "font-src": ["'self'", "data:"],
        # 'self' is the websocket too, by the host and scheme that the browser sees.
        "connect-src": ["'self'", *tiles],
        # The map's workers are made from text of its own.
        "worker-src": ["blob:"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'self'", *frame_ancestors],
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def security_headers(frame_ancestors: tuple[str, ...] = (), secure: bool = False) -> dict[str, str]:
    """All headers, for a response that goes over HTTPS or not."""
    headers = {
        "content-security-policy": content_security_policy(frame_ancestors),
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "permissions-policy": ", ".join(f"{feature}=()" for feature in NO_FEATURES),
        "cross-origin-opener-policy": "same-origin",
    }
    if not frame_ancestors:
        headers["x-frame-options"] = "SAMEORIGIN"
    if secure:
        headers["strict-transport-security"] = HSTS
    return headers


def is_shared(scope: Scope) -> bool:
    """Whether a trip is asked for by a link, whose token is nobody else's business."""
    return bool(scope["path"].rstrip("/").endswith(SHARED))


class SecurityHeaders:
    """ASGI middleware: puts the headers on each response, that of a crash included."""

    def __init__(self, app: ASGIApp, frame_ancestors: Callable[[], tuple[str, ...]]) -> None:
        self._app = app
        self._frame_ancestors = frame_ancestors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = security_headers(self._frame_ancestors(), is_secure(scope))
        if is_shared(scope):
            added |= UNSEEN
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=message).update(added)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception:
            if not started:  # Starlette's own answer would go around this middleware
                crash = PlainTextResponse("Internal Server Error", 500)
                await crash(scope, receive, send_with_headers)
            raise


def is_secure(scope: Scope) -> bool:
    """Whether the browser came over HTTPS, by way of a proxy too.

    A browser ignores HSTS over plain HTTP, so that a forged header does nothing.
    """
    forwarded = Headers(scope=scope).get("x-forwarded-proto", "")
    return "https" in (scope["scheme"], forwarded.split(",")[0].strip())
