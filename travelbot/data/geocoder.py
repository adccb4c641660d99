"""Finds places that the gazetteer doesn't know, online; off unless the host turns it on."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from pydantic import HttpUrl

from travelbot.data.geocodes import Geocodes
from travelbot.data.osm_engines import Engine, NominatimEngine, PhotonEngine
from travelbot.data.throttle import Breaker, Pace
from travelbot.errors import StoreError
from travelbot.models.places import Place
from travelbot.settings import Settings

LOG = logging.getLogger(__name__)

TIMEOUT = 3.0
"""Seconds after which an answer is given up."""
INTERVAL = 1.0
"""Seconds between two requests; the public services ask for no more than one a second."""
PATIENCE = 3.0
"""Seconds that a look-up may wait for its turn."""
PAUSE = 60.0
"""Seconds without any request after one has failed."""
WORKERS = 4
"""As many requests as can be under way at this pace, till each has been given up."""

ENGINES: dict[str, Callable[[HttpUrl | None, float], Engine]] = {
    "nominatim": NominatimEngine,
    "photon": PhotonEngine,
}


class Geocoder(Protocol):
    """Finds places by their names or addresses."""

    def find(self, query: str, country: str | None = None) -> tuple[Place, ...]:
        """At most 5 places, in the country (ISO code) where one is given; never raises."""


class OnlineGeocoder:
    """Asks an online service what its cache doesn't know, politely; any number of threads may.

    One look-up waits PATIENCE and TIMEOUT at most, and for nothing while the service fails.
    """

    def __init__(
        self,
        engine: Engine,
        geocodes: Geocodes,
        pace: Pace,
        breaker: Breaker,
        timeout: float = TIMEOUT,
    ) -> None:
        self._engine = engine
        self._geocodes = geocodes
        self._pace = pace
        self._breaker = breaker
        self._timeout = timeout
        self._workers = ThreadPoolExecutor(WORKERS, "travelbot-geocoder")

    def find(self, query: str, country: str | None = None) -> tuple[Place, ...]:
        """At most 5 places, in the country (ISO code) where one is given; never raises."""
        name = _clean(query)
        code = country.upper() if country else None
        if not name:
            return ()
        known = self._recall(name, code)
        if known is not None:
            return known
        found = self._ask(name, code) if self._has_turn() else None
        if found is None:
            return ()
        self._keep(name, code, found)
        return found

    def _has_turn(self) -> bool:
        """Whether to ask now; the service may fail while one waits for the turn."""
        return not self._breaker.is_open and self._pace.wait() and not self._breaker.is_open

    def _ask(self, name: str, country: str | None) -> tuple[Place, ...] | None:
        """What the service finds, None where it fails.

        On a thread, because no timeout of a connection bounds the look-up of the service's own
        host or an answer that comes byte by byte.
        """
        asked = self._workers.submit(self._engine.find, name, country)
        try:
            failure = asked.exception(self._timeout)
        except TimeoutError as late:
            asked.cancel()
            failure = late
        if failure is None:
            return asked.result()
        if self._breaker.trip():
            reason = type(failure).__name__
            LOG.warning("The geocoder fails (%s): it is left alone for a while", reason)
        return None

    def _recall(self, name: str, country: str | None) -> tuple[Place, ...] | None:
        try:
            return self._geocodes.recall(name, country)
        except StoreError as error:
            LOG.info("The geocoder's cache can't be read: %s", error)
            return None

    def _keep(self, name: str, country: str | None, found: tuple[Place, ...]) -> None:
        try:
            self._geocodes.keep(name, country, found)
        except StoreError as error:
            LOG.info("The geocoder's cache can't be written: %s", error)


def build_geocoder(
    settings: Settings, interval: float = INTERVAL, timeout: float = TIMEOUT
) -> Geocoder | None:
    """The geocoder that the host has chosen, None where none is."""
    if settings.geocoder is None:
        return None
    engine = ENGINES[settings.geocoder](settings.geocoder_url, timeout)
    geocodes = Geocodes(settings.database, engine.source)
    return OnlineGeocoder(engine, geocodes, Pace(interval, PATIENCE), Breaker(PAUSE), timeout)


def _clean(query: str) -> str:
    """The query without the halves of characters that no request and no file can hold."""
    return " ".join(query.encode(errors="ignore").decode().replace("\0", " ").split())
