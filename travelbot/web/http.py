"""The HTTP routes and the middleware beside the pages."""

from starlette.middleware import Middleware

from travelbot.web.address import PlainAddress
from travelbot.web.api.build import api_routes, build_api
from travelbot.web.closing import EndWithServer, Streams
from travelbot.web.guard import Guard
from travelbot.web.headers import SecurityHeaders
from travelbot.web.links import base_path
from travelbot.web.owner import OwnerCookie
from travelbot.web.wiring import assistant, settings

ROUTES = api_routes(build_api(assistant, settings), base_path())
STREAMS = Streams()
MIDDLEWARE = [
    Middleware(PlainAddress),
    Middleware(SecurityHeaders, frame_ancestors=lambda: settings().frame_ancestors),
    Middleware(EndWithServer, streams=STREAMS),
    Middleware(Guard, hosts=lambda: settings().hosts),
    Middleware(OwnerCookie),
]
