"""Services that look names up in OpenStreetMap, through geopy."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from geopy.adapters import URLLibAdapter
from geopy.geocoders import Nominatim, Photon
from geopy.location import Location
from pydantic import HttpUrl, ValidationError

from travelbot import __version__
from travelbot.data.osm_thing import OsmThing
from travelbot.models.places import Place

MAX_FOUND = 5
SIFTED = 25
"""Results to ask for where the service itself can't leave other countries out."""
LANGUAGE = "en"


class Engine(Protocol):
    """A service that knows places."""

    @property
    def source(self) -> str:
        """The address that it is asked at."""

    def find(self, query: str, country: str | None) -> tuple[Place, ...]:
        """At most MAX_FOUND places, the most likely first; raises anything where it fails."""


class NominatimEngine:
    """Nominatim, at its public address or another."""

    def __init__(self, url: HttpUrl | None, timeout: float) -> None:
        self._client = Nominatim(**_options(url, timeout))
        self.source: str = self._client.api

    def find(self, query: str, country: str | None) -> tuple[Place, ...]:
        """At most MAX_FOUND places, the most likely first; raises anything where it fails."""
        locations = self._client.geocode(
            query,
            exactly_one=False,
            limit=MAX_FOUND,
            addressdetails=True,
            language=LANGUAGE,
            country_codes=country.lower() if country else None,
        )
        return _places((location, location.raw) for location in locations or ())


class PhotonEngine:
    """Photon, at its public address or another."""

    def __init__(self, url: HttpUrl | None, timeout: float) -> None:
        self._client = Photon(**_options(url, timeout))
        self.source: str = self._client.api

    def find(self, query: str, country: str | None) -> tuple[Place, ...]:
        """At most MAX_FOUND places, the most likely first; raises anything where it fails."""
        locations = self._client.geocode(
            query,
            exactly_one=False,
            limit=SIFTED if country else MAX_FOUND,
            language=LANGUAGE,
        )
        found = ((location, location.raw["properties"]) for location in locations or ())
        return _places(found, country)


def _options(url: HttpUrl | None, timeout: float) -> dict[str, Any]:
    """What geopy's geocoders are made with; its adapter for requests would ask three times."""
    options = {
        "user_agent": f"Travelbot/{__version__}",
        "timeout": timeout,
        "adapter_factory": URLLibAdapter,
    }
    if url is None:
        return options
    return {**options, "scheme": url.scheme, "domain": str(url).partition("://")[2]}


def _places(
    found: Iterable[tuple[Location, Mapping[str, Any]]], country: str | None = None
) -> tuple[Place, ...]:
    read = (_place(location, described) for location, described in found)
    places = [p for p in read if p and p.name and country in (None, p.country)]
    return tuple(places[:MAX_FOUND])


def _place(location: Location, described: Mapping[str, Any]) -> Place | None:
    """The place, or None for what is no thing of its own in OpenStreetMap, such as a postcode."""
    try:
        return OsmThing.model_validate(described).place(location.latitude, location.longitude)
    except ValidationError:
        return None
