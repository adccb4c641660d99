"""A geocoding service over real HTTP that answers like Nominatim and like Photon."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

SEPTIME: dict[str, Any] = {
    "place_id": 1,
    "licence": "Data © OpenStreetMap contributors, ODbL 1.0.",
    "osm_type": "node",
    "osm_id": 1234,
    "lat": "48.8534",
    "lon": "2.3807",
    "class": "amenity",
    "type": "restaurant",
    "addresstype": "amenity",
    "name": "Septime",
    "display_name": "Septime, 80, Rue de Charonne, Paris, Île-de-France, France",
    "address": {
        "amenity": "Septime",
        "house_number": "80",
        "road": "Rue de Charonne",
        "city": "Paris",
        "state": "Île-de-France",
        "ISO3166-2-lvl4": "FR-IDF",
        "country": "France",
        "country_code": "fr",
    },
}
"""A result of Nominatim."""
PHOTON_SEPTIME: dict[str, Any] = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [2.3807, 48.8534]},
    "properties": {
        "osm_type": "N",
        "osm_id": 1234,
        "osm_key": "amenity",
        "osm_value": "restaurant",
        "type": "house",
        "name": "Septime",
        "housenumber": "80",
        "street": "Rue de Charonne",
        "city": "Paris",
        "state": "Île-de-France",
        "country": "France",
        "countrycode": "FR",
    },
}
"""The same of Photon."""


@dataclass(frozen=True)
class Request:
    """What came in, and when (seconds of a clock that only goes forward)."""

    path: str
    parameters: dict[str, str]
    user_agent: str
    time: float


class FakeGeocoder:
    """Finds for every name what the test says, as Nominatim under /search, as Photon under /api."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.reached = Event()
        """Set when a request came in."""
        self._released = Event()
        self._released.set()
        self._rows: list[dict[str, Any]] = [SEPTIME]
        self._features: list[dict[str, Any]] = [PHOTON_SEPTIME]
        self._raw: tuple[int, bytes] | None = None
        self._server = _Server(self)

    @property
    def url(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def finds(self, *results: dict[str, Any]) -> None:
        """What every name means from now on: results of the engine that is asked."""
        self._rows = self._features = list(results)
        self._raw = None

    def fails(self, status: int = 200, body: bytes = b"") -> None:
        """Answer with this from now on."""
        self._raw = status, body

    def stall(self) -> None:
        """Answer nothing until `release`."""
        self._released.clear()

    def release(self) -> None:
        """Answer what waits, and all that comes."""
        self._released.set()

    def answer(self, request: Request) -> tuple[int, bytes]:
        """The status and the body for a request, as soon as it may be answered."""
        self.requests.append(request)
        self.reached.set()
        self._released.wait()
        if self._raw:
            return self._raw
        limit = int(request.parameters.get("limit", "10"))
        if request.path == "/search":
            return 200, json.dumps(self._rows[:limit]).encode()
        found = {"type": "FeatureCollection", "features": self._features[:limit]}
        return 200, json.dumps(found).encode()

    @contextmanager
    def running(self) -> Iterator["FakeGeocoder"]:
        """Serve in a thread."""
        thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.release()
            self._server.shutdown()
            self._server.server_close()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, fake: FakeGeocoder) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fake = fake

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about clients that have gone."""


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        parameters = {name: values[0] for name, values in parse_qs(url.query).items()}
        agent = self.headers["user-agent"]
        status, body = self.server.fake.answer(
            Request(url.path, parameters, agent, time.monotonic())
        )
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""
