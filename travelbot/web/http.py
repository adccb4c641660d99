"""The HTTP routes and the middleware beside the pages."""

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from travelbot import __version__
from travelbot.web.headers import SecurityHeaders
from travelbot.web.owner import OwnerCookie
from travelbot.web.wiring import assistant, settings


def health(_: Request) -> JSONResponse:
    """Version, kind of model, and whether the store can be used."""
    conversations = assistant().conversations
    conversations.check()
    return JSONResponse(
        {
            "version": __version__,
            "model": "provider" if settings().endpoint else "built-in",
            "store": "unreachable" if conversations.problem else "ok",
        },
        headers={"Cache-Control": "no-store"},
    )


ROUTES = [Route("/api/health", health)]
MIDDLEWARE = [
    Middleware(SecurityHeaders, frame_ancestors=lambda: settings().frame_ancestors),
    Middleware(OwnerCookie),
]
