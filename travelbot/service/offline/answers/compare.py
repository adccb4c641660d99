"""Places side by side."""

from collections.abc import Callable
from dataclasses import dataclass

from travelbot.models.places import Place
from travelbot.service.offline.answers.route import between_pins, clocks_apart
from travelbot.service.offline.draft import Draft, show_all
from travelbot.service.offline.globe import km_between
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, listing, next_steps, table, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import km, miles

MOST = 4
COUNTED = 40
"""Sights that are counted."""


@dataclass(frozen=True)
class Compare(Intent):
    """Asks which of some places."""

    def answer(self, world: World, /) -> Draft:
        """A table of facts, and how far apart they are."""
        places = self.places[:MOST]
        rows = [(head, *(cell(world, place) for place in places)) for head, cell in ROWS]
        known = [row for row in rows if any(cell != NOTHING for cell in row[1:])]
        first, second = places[:2]
        away = km_between(first, second)
        ahead = world.hours_ahead(second, first)
        homes = world.called(world.home(first)), world.called(world.home(second))
        said = text(
            table(("", *(bold(place.name) for place in places)), known),
            f"{first.name} and {second.name} lie {km(away)} ({miles(away)}) apart, as the crow "
            f"flies. {clocks_apart(second, first, ahead) if ahead is not None else ''}".strip(),
            between_pins(places),
            "Which one is nicer I can't tell: I have facts, no taste.",
            next_steps(*dict.fromkeys(f"3 days in {home}" for home in homes)),
        )
        return Draft(said, places, show_all(places, listing([p.name for p in places])))


NOTHING = "–"


def _what(world: World, place: Place) -> str:
    return "capital" if world.is_capital(place) else world.kind(place)


def _country(_: World, place: Place) -> str:
    return place.country_name if place.kind != "country" else NOTHING


def _population(world: World, place: Place) -> str:
    country = world.country(place) if place.kind == "country" else None
    people = country.population if country else place.population
    return f"{people:,}" if people else NOTHING


def _time(world: World, place: Place) -> str:
    local = world.clock(place)
    return f"{local:%A %H:%M}" if local else NOTHING


def _currency(world: World, place: Place) -> str:
    country = world.country(place)
    return country.currency_code if country and country.currency_code else NOTHING


def _languages(world: World, place: Place) -> str:
    country = world.country(place)
    return ", ".join(country.languages[:3]) if country and country.languages else NOTHING


def _sights(world: World, place: Place) -> str:
    found = world.sights(place, COUNTED) if place.kind == "city" else []
    more = " or more" if len(found) == COUNTED else ""
    return f"{len(found)}{more}" if found else NOTHING


def _airport(world: World, place: Place) -> str:
    airports = world.gazetteer.airports_of(place, 1)
    return airports[0].iata if airports else NOTHING


ROWS: tuple[tuple[str, Callable[[World, Place], str]], ...] = (
    ("What", _what),
    ("Country", _country),
    ("People", _population),
    ("Local time", _time),
    ("Currency", _currency),
    ("Languages", _languages),
    ("Sights I know", _sights),
    ("Main airport", _airport),
)
