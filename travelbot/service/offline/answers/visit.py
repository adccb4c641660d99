"""One place: what it is, what there is to see, and what a traveller asks about its country."""

from dataclasses import dataclass

from travelbot.data.gazetteer.store import AREA_RADIUS_KM
from travelbot.models.places import CountryFacts, Place
from travelbot.service.offline.answers.sights import Sights
from travelbot.service.offline.draft import Draft, look_at, show_all
from travelbot.service.offline.globe import direction, km_between
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, bullets, listing, next_steps, text, the, variant
from travelbot.service.offline.world import World
from travelbot.service.quantities import km

SIGHTS = 6
CITIES = 5


@dataclass(frozen=True)
class Visit(Intent):
    """Asks about one place."""

    def answer(self, world: World, /) -> Draft:
        """A country or region with its cities; all else with the sights around."""
        place = self.places[0]
        if place.kind in ("country", "region"):
            return _whole(world, place)
        return _point(world, place)

    def more(self) -> Intent:
        """The sights that have not been told of."""
        return Sights(self.places, skip=SIGHTS)


def _point(world: World, place: Place) -> Draft:
    home = world.home(place)
    sights = world.sights(place, SIGHTS) if place.kind != "airport" else []
    around = [home, *sights] if home != place else sights
    called = world.called(home)
    said = text(
        f"{_what_it_is(world, place)} {clock(world, place)}".strip(),
        _beside(place, home),
        _sights(place, sights),
        money(world.country(place)),
        next_steps(f"3 days in {called}", f"Day trips from {called}"),
    )
    return Draft(said, (place,), look_at(place, around))


def _whole(world: World, place: Place) -> Draft:
    country = world.country(place) if place.kind == "country" else None
    capital = world.capital(country) if country else None
    cities = world.gazetteer.cities_of(place, CITIES)
    said = text(
        _what_it_is(world, place),
        _capital(world, country, capital),
        _cities(place, cities),
        money(world.country(place)),
        next_steps(f"A week in {world.called(place)}", f"Airports in {world.called(place)}"),
    )
    shown = [place, *([capital] if capital else []), *cities]
    return Draft(said, (place,), show_all(shown, place.name))


def _what_it_is(world: World, place: Place) -> str:
    country = world.country(place)
    if place.kind == "country" and country:
        people = f"about {country.population:,} people on " if country.population else ""
        return (
            f"**{place.name}** is {'in ' + country.continent if country.continent else 'a country'}"
            f", with {people}{country.area_km2:,.0f} km²."
        )
    people = f", with about {place.population:,} people" if place.population else ""
    if world.is_capital(place):
        return f"**{place.name}** is the capital of {the(place.country_name)}{people}."
    code = f" Its IATA code is **{place.iata}**." if place.iata else ""
    return f"**{place.name}** is {world.what(place)}{world.where(place)}{people}.{code}"


def _capital(world: World, country: CountryFacts | None, capital: Place | None) -> str:
    if country is None or capital is None:
        return ""
    return f"Its capital is {bold(capital.name)}. {clock(world, capital)}"


def _beside(place: Place, home: Place) -> str:
    if home == place:
        return ""
    away = f"{km(km_between(home, place))} {direction(home, place)} of {bold(home.name)}"
    return f"It lies {away}, as the crow flies."


def _sights(place: Place, sights: list[Place]) -> str:
    if place.kind == "airport":
        return ""
    if not sights:
        return f"The gazetteer has no sights at or around {place.name}."
    lines = [f"{bold(s.name)}, {s.category}: {km(km_between(place, s))}" for s in sights]
    of = variant(place.id, "Sights of", "To see in and around")
    head = f"{'Sights around' if place.kind == 'sight' else of} {place.name}"
    return f"{head}, with the distance from its pin:\n\n{bullets(lines)}"


def _cities(place: Place, cities: list[Place]) -> str:
    if not cities:
        return ""
    names = listing([bold(city.name) for city in cities])
    if place.kind == "region" and not place.region:
        return f"Within {AREA_RADIUS_KM:.0f} km of its pin, I know sights of {names}."
    return f"I have the most to tell about {names}."


def clock(world: World, place: Place) -> str:
    """The time at a place, as a sentence."""
    local = world.clock(place)
    return f"It is {local:%H:%M} there now, on {local:%A}." if local else ""


def money(country: CountryFacts | None) -> str:
    """What one pays with and speaks in a country."""
    if country is None or not country.currency_code:
        return ""
    languages = listing(country.languages[:3])
    spoken = f" In {the(country.name)} people speak {languages}." if languages else ""
    return f"You pay in {country.currency_name} ({country.currency_code}).{spoken}"
