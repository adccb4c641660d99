"""What the gazetteer says of the places in a reply."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.integration.places.checking.arithmetic import km
from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.folding import fold
from travelbot.models.places import Place, PlaceKind
from travelbot.models.trip_map import TripMap

SIGHTS: tuple[PlaceKind] = ("sight",)


@dataclass(frozen=True)
class Known:
    """The places, with those that a reply is about and the map beside it."""

    gazetteer: Gazetteer
    subject: list[Place]
    map: TripMap
    now: datetime

    @property
    def here(self) -> Place | None:
        """The first place that the reply is about."""
        return self.subject[0] if self.subject else None

    def place(self, name: str) -> Place:
        """The place of this name that is pinned or talked about."""
        named = self.named(name)
        pins = {(m.label, m.latitude, m.longitude) for m in self.map.markers}
        meant = [p for p in named if p in self.subject]
        meant += [p for p in named if (p.name, p.latitude, p.longitude) in pins]
        return (meant or named)[0]

    def named(self, name: str) -> list[Place]:
        """All places of this name."""
        head = name.split(",", maxsplit=1)[0]
        found = [*self.gazetteer.search(name, limit=20), *self.gazetteer.search(head, limit=20)]
        return [place for place in found if place.name == name]

    def people(self, place: Place) -> str:
        """How many live there, as it is said."""
        facts = self.gazetteer.country(place.country) if place.kind == "country" else None
        people = facts.population if facts else place.population
        return f"{people:,}" if people else "–"

    def is_area(self, place: Place, said: str) -> bool:
        """Whether the place's country has so many square kilometres."""
        facts = self.gazetteer.country(place.country)
        return facts is not None and said == f"{round(facts.area_km2):,}"

    def is_capital(self, name: str, country: str) -> bool:
        """Whether the place of this name is the capital of the country of that name."""
        facts = self.gazetteer.country(self.place(name).country)
        assert facts
        return facts.name == country.removeprefix("the ") and fold(name).startswith(
            fold(facts.capital)
        )

    def clock(self, place: Place) -> str:
        """Weekday and time there."""
        return self._local(place).strftime("%A %H:%M")

    def offset(self, name: str) -> timedelta | None:
        """How far the clocks there are ahead of UTC."""
        return self._local(self.place(name)).utcoffset()

    def sights(self, place: Place) -> str:
        """How many sights a city has, as it is said."""
        everywhere = self.gazetteer.near(place.latitude, place.longitude, 500, SIGHTS, 60)
        near = {s.id for s in everywhere if km(place, s) <= 30 and s.id != place.id}
        own = {s.id for s in self.gazetteer.sights_in(place, 500)}
        return str(len(near | own)) if near | own and place.kind == "city" else "–"

    def _local(self, place: Place) -> datetime:
        zone = place.timezone
        if not zone or place.kind == "country":
            facts = self.gazetteer.country(place.country)
            assert facts
            cities = self.gazetteer.search(facts.capital, country=facts.code)
            zone = zone or next(city.timezone for city in cities if city.kind == "city")
        return self.now.astimezone(ZoneInfo(zone))
