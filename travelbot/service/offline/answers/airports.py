"""Airports: those of a place, and what stands behind a code."""

from dataclasses import dataclass

from travelbot.models.places import Place
from travelbot.service.offline.draft import Draft, look_at, show_all
from travelbot.service.offline.globe import direction, km_between
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, bullets, next_steps, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import km

SHOWN = 5


@dataclass(frozen=True)
class Airports(Intent):
    """Asks which airports serve a place."""

    def answer(self, world: World, /) -> Draft:
        """Their names and codes; of a country the largest, of all else with the way."""
        place = self.places[0]
        airports = [a for a in world.gazetteer.airports_of(place, SHOWN) if a.id != place.id]
        called = world.called(place)
        if not airports:
            said = f"The gazetteer has no airport with an IATA code near {bold(place.name)}."
            asks = next_steps(f"What's around {called}?", f"Day trips from {called}")
            return Draft(text(said, asks), (place,), look_at(place))
        head = "The largest airports of" if place.kind == "country" else "Airports that serve"
        said = text(
            f"{head} {bold(place.name)}, large ones before near ones:",
            bullets([_airport(place, airport) for airport in airports]),
            "Which airlines fly there, and when, I can't know.",
            next_steps(f"What is {airports[0].iata}?", f"What to see in {called}"),
        )
        return Draft(said, (place,), show_all([place, *airports], f"airports of {place.name}"))


@dataclass(frozen=True)
class NoSuchCode(Intent):
    """Asks for a code that no airport has."""

    code: str = ""

    def answer(self, _world: World, /) -> Draft:
        """That there is none."""
        said = f"No airport in the gazetteer has the IATA code {self.code}."
        return Draft(text(said, next_steps("Airports near Rome", "What is LIS?")))


def _airport(place: Place, airport: Place) -> str:
    name = f"{bold(airport.name)} (**{airport.iata}**)"
    if place.kind == "country":
        return f"{name}, {airport.region}" if airport.region else name
    return f"{name}: {km(km_between(place, airport))} {direction(place, airport)}"
