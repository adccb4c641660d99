"""Places of the world and facts about countries: values that every layer shares."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

PlaceKind = Literal["city", "country", "region", "airport", "sight"]


class Place(BaseModel):
    """A place that can be put on a map. Coordinates are degrees, WGS 84."""

    model_config = ConfigDict(frozen=True)

    id: str
    """Stable over builds: "city:1850147", "country:JP", "region:US.TX", "airport:HND".

    What a geocoder found is named after its thing in OpenStreetMap: "osm:W5013364".
    """
    name: str
    kind: PlaceKind
    category: str = ""
    """What a sight is ("museum", "bridge"); empty for every other kind."""
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    country: str = ""
    """ISO 3166-1 alpha-2; empty for areas of several countries, such as the Alps."""
    country_name: str = ""
    region: str = ""
    """Name of the first-level division that the place lies in, if known."""
    population: Annotated[int, Field(ge=0)] = 0
    """People; 0 if unknown."""
    timezone: str = ""
    """IANA zone, such as "Asia/Tokyo"; empty for areas of several zones."""
    iata: str = ""


class CountryFacts(BaseModel):
    """What a traveller asks about a country. Source: GeoNames and Unicode CLDR."""

    model_config = ConfigDict(frozen=True)

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    capital: str
    currency_code: str
    """ISO 4217; empty where there is none."""
    currency_name: str
    languages: tuple[str, ...]
    """English names, most spoken first."""
    neighbours: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes of the countries with a land border."""
    continent: str
    population: int
    area_km2: float
