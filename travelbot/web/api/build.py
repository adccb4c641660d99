"""Puts the API together."""

from collections.abc import Callable

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse
from starlette.datastructures import MutableHeaders
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from travelbot import __version__
from travelbot.service.assistant import Assistant
from travelbot.settings import Settings
from travelbot.web.api import (
    conversation_routes,
    demo,
    export_routes,
    failures,
    health,
    turn_routes,
)
from travelbot.web.api.docs import STYLE, docs_page

DEMO_PAUSE = 0.5
"""Seconds between two numbers of the demo."""
DESCRIPTION = (
    "Ask for a trip and have the reply as it is written, with the map that it draws. A cookie "
    "tells callers apart: keep it, and you stay in your conversation, which the page shows too."
)

pages = APIRouter(include_in_schema=False)


@pages.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """What the API can do, for readers."""
    return HTMLResponse(docs_page(request.app.openapi(), str(request.base_url).rstrip("/")))


@pages.get("/docs.css")
def docs_style() -> FileResponse:
    """How the documentation looks."""
    return FileResponse(STYLE)


def build_api(
    assistant: Callable[[], Assistant],
    settings: Callable[[], Settings],
    pause: float = DEMO_PAUSE,
) -> FastAPI:
    """The API; what it is given is called once somebody asks."""
    api = FastAPI(
        title="Travelbot",
        version=__version__,
        description=DESCRIPTION,
        root_path_in_servers=False,
        servers=[{"url": "."}],
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    api.state.assistant, api.state.settings, api.state.pause = assistant, settings, pause
    failures.install(api)
    for module in (turn_routes, conversation_routes, export_routes, demo, health):
        api.include_router(module.router)
    api.include_router(pages)
    return api


def api_routes(api: FastAPI, base: str = "") -> list[Route]:
    """The API's paths for the app that serves the pages, with and without the base path."""
    paths = {"/docs", "/docs.css", "/openapi.json", "/openai-streaming", *api.openapi()["paths"]}
    return [
        Route(prefix + path, Served(api, prefix))
        for prefix in sorted({"", base})
        for path in sorted(paths)
    ]


class Served:
    """The API under a path, as an ASGI app; no answer is kept by caches."""

    def __init__(self, api: ASGIApp, prefix: str) -> None:
        self._api = api
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request whose path begins with the prefix."""

        async def send_fresh(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["cache-control"] = "no-store"
            await send(message)

        root = scope.get("root_path", "") + self._prefix
        await self._api({**scope, "root_path": root}, receive, send_fresh)
