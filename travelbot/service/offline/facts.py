"""What the guide says about places: facts of the gazetteer and arithmetic, nothing else."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place, PlaceKind

SIGHTS = 6
"""Sights that are told of and pinned around a city."""
CITIES = 3
"""Neighbouring cities that are told of."""
NEIGHBOURHOOD_KM = 250.0
BIG_CITY = 100_000
"""People."""
SUBURB_KM = 12.0
"""What lies closer is rather a part of the place than another city."""
_CITY: tuple[PlaceKind] = ("city",)


def km_between(a: Place, b: Place) -> float:
    """Great-circle distance in kilometres."""
    return distance_km(a.latitude, a.longitude, b.latitude, b.longitude)


def sights_around(gazetteer: Gazetteer, place: Place) -> list[Place]:
    """The sights that belong to a city, the best known first; of anything else none."""
    return gazetteer.sights_of(place, SIGHTS) if place.kind == "city" else []


def describe_one(gazetteer: Gazetteer, place: Place, now: datetime) -> str:
    """All that is known about one place."""
    paragraphs = [_what_it_is(gazetteer, place), _sights(gazetteer, place)]
    paragraphs += [_country(gazetteer, place), _clock(place, now), _cities(gazetteer, place)]
    return "\n\n".join(filter(None, paragraphs))


def describe_route(places: Sequence[Place]) -> str:
    """The places in the order they were named, and how far it is from each to the next."""
    lines = [f"Here are your **{len(places)} stops**, in the order you named them:\n"]
    for before, place in zip([None, *places], places, strict=False):
        leg = f" — {km_between(before, place):,.0f} km on from {before.name}" if before else ""
        lines.append(f"1. **{place.name}**{_where(place)}{leg}.")
    total = sum(km_between(a, b) for a, b in pairwise(places))
    lines.append(f"\nThat makes about **{total:,.0f} km** in all, as the crow flies.")
    return "\n".join(lines)


def _what_it_is(gazetteer: Gazetteer, place: Place) -> str:
    country = gazetteer.country(place.country)
    if place.kind == "country" and country:
        return (
            f"**{place.name}** has about {country.population:,} people on "
            f"{country.area_km2:,.0f} km². Its capital is **{country.capital}**."
        )
    people = f", with about {place.population:,} people" if place.population else ""
    code = f" Its IATA code is **{place.iata}**." if place.iata else ""
    if country and place.kind == "city" and country.capital == place.name:
        return f"**{place.name}** is the capital of {country.name}{people}."
    kind = place.category or place.kind
    return f"**{place.name}** is {_a(kind)}{_where(place)}{people}.{code}"


def _sights(gazetteer: Gazetteer, place: Place) -> str:
    sights = sights_around(gazetteer, place)
    lines = [
        f"- **{sight.name}**, {_a(sight.category)}: {km_between(place, sight):.1f} km away"
        for sight in sights
    ]
    return "\n".join([f"Some of what there is to see in {place.name}:\n", *lines]) if lines else ""


def _country(gazetteer: Gazetteer, place: Place) -> str:
    country = gazetteer.country(place.country)
    if country is None or not country.currency_code:
        return ""
    languages = ", ".join(country.languages[:3])
    spoken = f" Spoken there: {languages}." if languages else ""
    return f"You pay in {country.currency_name} ({country.currency_code}).{spoken}"


def _clock(place: Place, now: datetime) -> str:
    if not place.timezone:
        return ""
    local = now.astimezone(ZoneInfo(place.timezone))
    return f"It is {local:%H:%M} there now, on {local:%A}."


def _cities(gazetteer: Gazetteer, place: Place) -> str:
    if place.kind not in ("city", "sight", "airport"):
        return ""
    around = gazetteer.near(place.latitude, place.longitude, 60, _CITY, NEIGHBOURHOOD_KM)
    distances = [(city, km_between(place, city)) for city in around if city.population >= BIG_CITY]
    others = [(city, km) for city, km in distances if km > SUBURB_KM][:CITIES]
    names = ", ".join(f"**{city.name}** ({km:,.0f} km)" for city, km in others)
    return f"Big cities close by, as the crow flies: {names}." if names else ""


def _where(place: Place) -> str:
    names = [place.region, place.country_name] if place.kind != "country" else []
    inside = [name for name in names if name and name != place.name]
    return f" in {', '.join(inside)}" if inside else ""


def _a(noun: str) -> str:
    article = "an" if noun[:1] in "aeiou" else "a"
    return f"{article} {noun}"
