"""The HTTP routes and the middleware beside the pages."""

import streamlit as st
from starlette.middleware import Middleware

from travelbot.web.address import PlainAddress
from travelbot.web.api.build import api_routes, build_api
from travelbot.web.closing import EndWithServer, Streams
from travelbot.web.guard import Guard
from travelbot.web.headers import SecurityHeaders
from travelbot.web.owner import OwnerCookie
from travelbot.web.wiring import assistant, settings


def base_path() -> str:
    """Where a proxy serves the app: "" or, for example, "/travel"."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


ROUTES = api_routes(build_api(assistant, settings), base_path())
STREAMS = Streams()
MIDDLEWARE = [
    Middleware(PlainAddress),
    Middleware(SecurityHeaders, frame_ancestors=lambda: settings().frame_ancestors),
    Middleware(EndWithServer, streams=STREAMS),
    Middleware(Guard, hosts=lambda: settings().hosts),
    Middleware(OwnerCookie),
]
