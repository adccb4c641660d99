"""The cities that the built-in guide knows: GeoNames data, CC BY 4.0, a selection."""

import csv
import unicodedata
from pathlib import Path

from travelbot.models.base import Value
from travelbot.models.trip_map import Latitude, Longitude

CITIES_FILE = Path(__file__).parent / "cities.csv"


class City(Value):
    """A city with its centre in degrees."""

    name: str
    other_names: tuple[str, ...]
    country: str
    latitude: Latitude
    longitude: Longitude
    population: int
    capital: bool


def fold(text: str) -> str:
    """Case and Latin accents away, so that 'são paulo' finds 'São Paulo'."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFKC", kept)


def load_cities() -> tuple[City, ...]:
    """All of them, the largest first."""
    with CITIES_FILE.open(newline="", encoding="utf-8") as file:
        return tuple(
            City.model_validate({**row, "other_names": tuple(row["other_names"].split("|"))})
            for row in csv.DictReader(file)
        )
