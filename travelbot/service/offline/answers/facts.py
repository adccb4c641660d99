"""Short questions: time, currency, languages, people, area, neighbours, capital."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from travelbot.models.places import CountryFacts, Place
from travelbot.service.offline.answers.route import clocks_apart
from travelbot.service.offline.draft import Draft, show_all
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, bullets, listing, next_steps, text, the, variant
from travelbot.service.offline.world import World

Topic = Literal[
    "time", "difference", "currency", "languages", "population", "area", "neighbours", "capital"
]
MOST = 6
"""Places that are told of at once."""


@dataclass(frozen=True)
class Fact(Intent):
    """Asks for one fact about each of some places."""

    topic: Topic = "time"

    def answer(self, world: World, /) -> Draft:
        """A sentence for each place, and pins for all that they name."""
        places = self.places[:MOST]
        tell = TELL[self.topic]
        told = [tell(world, place) for place in places]
        sentences = [sentence for sentence, _ in told]
        named = [*places, *(place for _, others in told for place in others)]
        body = bullets(sentences) if len(sentences) > 1 else sentences[0]
        rates = "Rates of exchange I can't know." if self.topic == "currency" else ""
        said = text(body, _differences(self.topic, world, places), rates, self._next(world))
        title = listing([place.name for place in places])
        return Draft(said, places, None if world.shows(named) else show_all(named, title))

    def _next(self, world: World) -> str:
        place = self.places[0]
        asks = COUNTRY_ASKS if place.kind == "country" else CITY_ASKS
        others = [ask for topic, ask in asks.items() if topic != self.topic]
        called = world.called(place)
        return next_steps(f"{variant(place.id, *others)} {called}", f"What to see in {called}")


CITY_ASKS: Mapping[Topic, str] = {
    "time": "What time is it in",
    "currency": "Currency in",
    "population": "Population of",
}
COUNTRY_ASKS: Mapping[Topic, str] = {
    "capital": "Capital of",
    "neighbours": "Neighbours of",
    "currency": "Currency of",
}
Told = tuple[str, list[Place]]
"""A sentence and the other places that it names."""


def _time(world: World, place: Place) -> Told:
    local = world.clock(place)
    if local is None:
        return f"I don't know the time zone of {bold(place.name)}.", []
    where = ""
    if place.kind == "country":
        where = ", by the clocks of its capital"
    return f"In {bold(place.name)} it is **{local:%H:%M}** on {local:%A}{where}.", []


def _currency(world: World, place: Place) -> Told:
    country = world.country(place)
    if country is None or not country.currency_code:
        return f"I know no currency of {bold(place.name)}.", []
    paid = f"**{country.currency_name}** ({country.currency_code})"
    return f"In {bold(place.name)} you pay in {paid}.", []


def _languages(world: World, place: Place) -> Told:
    country = world.country(place)
    if country is None or not country.languages:
        return f"I don't know what is spoken in {bold(place.name)}.", []
    languages = listing(country.languages)
    if place.kind == "country":
        return f"In {bold(place.name)} people speak {languages}.", []
    return f"{bold(place.name)} lies in {the(country.name)}, where people speak {languages}.", []


def _population(world: World, place: Place) -> Told:
    country = world.country(place) if place.kind == "country" else None
    people = country.population if country else place.population
    if not people:
        return f"I don't know how many people live in {bold(place.name)}.", []
    return f"{bold(place.name)} has about **{people:,}** people.", []


def _area(world: World, place: Place) -> Told:
    country = world.country(place)
    if country is None or place.kind != "country":
        return f"I know areas of countries, and not that of {bold(place.name)}.", []
    return f"{bold(place.name)} measures **{country.area_km2:,.0f} km²**.", []


def _neighbours(world: World, place: Place) -> Told:
    country = world.country(place)
    if country is None:
        return f"I know neighbours of countries, and none of {bold(place.name)}.", []
    found = [world.gazetteer.get(f"country:{code}") for code in country.neighbours]
    neighbours = [other for other in found if other]
    of = bold(place.name if place.kind == "country" else country.name)
    if not neighbours:
        return f"{of} has no land border with another country.", []
    names = listing([bold(other.name) for other in neighbours])
    shown = neighbours if place.kind == "country" else [*neighbours, *_itself(world, country)]
    return f"{of} borders {names}.", shown


def _capital(world: World, place: Place) -> Told:
    country = world.country(place)
    capital = world.capital(country) if country else None
    if country is None or capital is None:
        return f"I know no capital of {bold(place.name)}.", []
    of = place.name if place.kind == "country" else country.name
    return f"The capital of {the(of)} is {bold(capital.name)}.", [capital]


def _itself(world: World, country: CountryFacts) -> list[Place]:
    found = world.gazetteer.get(f"country:{country.code}")
    return [found] if found else []


def _differences(topic: Topic, world: World, places: tuple[Place, ...]) -> str:
    if topic not in ("time", "difference"):
        return ""
    pairs = [(b, a, world.hours_ahead(b, a)) for a, b in combinations(places[:3], 2)]
    return " ".join(clocks_apart(a, b, hours) for a, b, hours in pairs if hours is not None)


TELL: Mapping[Topic, Callable[[World, Place], Told]] = {
    "time": _time,
    "difference": _time,
    "currency": _currency,
    "languages": _languages,
    "population": _population,
    "area": _area,
    "neighbours": _neighbours,
    "capital": _capital,
}
