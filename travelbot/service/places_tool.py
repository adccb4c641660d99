"""`find_places`: the model looks a place up instead of guessing where it is."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.geocoder import Geocoder
from travelbot.errors import BadToolCall
from travelbot.models.places import Place
from travelbot.models.trip import Trip
from travelbot.service.tools import Arguments, Outcome, Tool

MAX_FOUND = 20
OSM = {"source": "OpenStreetMap"}
"""What marks a row of the geocoder."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class FindPlaces(Arguments):
    """The arguments of the tool."""

    query: Name = Field(
        description="A place's name, in any language: 'Eiffel Tower', '東京', 'CDG'."
    )
    near: Name | None = Field(None, description="A place that it lies near, such as its city.")
    country: Annotated[str, StringConstraints(pattern="^[A-Za-z]{2}$")] | None = Field(
        None, description="The country's ISO code of two letters, such as 'FR'."
    )
    limit: Annotated[int, Field(ge=1, le=MAX_FOUND)] = 5


def find_places(
    gazetteer: Gazetteer,
    geocoder: Geocoder | None,
    trip: Trip,
    arguments: Mapping[str, Any],
) -> Outcome:
    """Look a name up; the trip stays as it is."""
    asked = FindPlaces.model_validate(arguments)
    country = asked.country.upper() if asked.country else None
    near = _position(gazetteer, asked.near) if asked.near else None
    found = gazetteer.search(asked.query, near=near, country=country, limit=asked.limit)
    rows = [_row(place) for place in found]
    if geocoder and not gazetteer.knows(asked.query, country):
        rows += [_row(place) | OSM for place in _geocoded(geocoder, asked)]
    label = f"Looked up {asked.query}" if rows else f"Found no {asked.query}"
    result = json.dumps({"places": rows}, ensure_ascii=False)
    return Outcome(trip=trip, result=result, label=label)


def places_tool(gazetteer: Gazetteer, geocoder: Geocoder | None = None) -> Tool:
    """The tool that looks places up in `gazetteer`, and with `geocoder` what isn't there."""
    return Tool(
        name="find_places",
        description=(
            "Look up where places are: cities, countries, regions, airports and sights with "
            "their true coordinates. Look a place up before you pin it."
        ),
        parameters=FindPlaces.model_json_schema(),
        running="Looking it up",
        run=partial(find_places, gazetteer, geocoder),
    )


def _geocoded(geocoder: Geocoder, asked: FindPlaces) -> tuple[Place, ...]:
    query = f"{asked.query}, {asked.near}" if asked.near else asked.query
    return geocoder.find(query, asked.country)[: asked.limit]


def _position(gazetteer: Gazetteer, name: str) -> tuple[float, float]:
    found = gazetteer.search(name, limit=1)
    if not found:
        raise BadToolCall(f"near: no place {name!r} is known; leave it out or give its city.")
    return found[0].latitude, found[0].longitude


def _row(place: Place) -> dict[str, Any]:
    row = {
        "id": place.id,
        "name": place.name,
        "kind": place.category or place.kind,
        "region": place.region,
        "country": place.country_name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "iata": place.iata,
        "population": place.population,
    }
    return {key: value for key, value in row.items() if value not in ("", 0)}
