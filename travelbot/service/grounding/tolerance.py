"""How far a pin may stand from the gazetteer's point and be right.

The distances were measured on 157 labelled pins: cities by their population, sights by the
population of their city, airports and what nature made by their own size.
"""

from travelbot.models.places import Place

_CITY_KM = ((100_000, 8.0), (300_000, 10.0), (1_000_000, 15.0), (5_000_000, 20.0))
_LARGEST_CITY_KM = 30.0
_SIGHT_KM = ((100_000, 12.0), (300_000, 15.0), (1_000_000, 20.0), (5_000_000, 25.0))
_LARGEST_SIGHT_KM = 40.0
_AIRPORT_KM = 3.0
_KNOWN_SIGHT_KM = 8.0
NATURAL_KM = 60.0
NATURAL = frozenset(
    {
        "beach",
        "canyon",
        "cave",
        "desert",
        "island",
        "lake",
        "mountain",
        "national park",
        "natural feature",
        "volcano",
        "waterfall",
    }
)


def of_place(place: Place) -> float:
    """Kilometres around a city, a sight or an airport within which a pin means it."""
    if place.kind == "airport":
        return _AIRPORT_KM
    if place.kind == "sight":
        return NATURAL_KM if place.category in NATURAL else _KNOWN_SIGHT_KM
    return _by_population(place, _CITY_KM, _LARGEST_CITY_KM)


def of_sights(city: Place) -> float:
    """Kilometres around a city within which its sights lie."""
    return _by_population(city, _SIGHT_KM, _LARGEST_SIGHT_KM)


def _by_population(city: Place, table: tuple[tuple[int, float], ...], largest: float) -> float:
    return next((km for people, km in table if city.population < people), largest)
