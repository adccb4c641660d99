"""What there is to see in a place, by kind."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from travelbot.models.places import Place
from travelbot.service.offline.draft import Draft, look_at, show_all
from travelbot.service.offline.globe import km_between
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, bullets, listing, next_steps, text, the
from travelbot.service.offline.world import World
from travelbot.service.quantities import km

PAGE = 10
CITIES, EACH, MOST = 4, 3, 6
"""Of a country or region."""
FAR_KM = 10.0


@dataclass(frozen=True)
class Sights(Intent):
    """Asks what there is to see; `skip` sights have been told of."""

    skip: int = 0

    def answer(self, world: World, /) -> Draft:
        """The next sights of a place; the best known ones of several, and of a whole's cities."""
        place = self.places[0]
        if len(self.places) > 1:
            return _of_each(world, self.places, self.places[:MOST], "To see")
        if place.kind in ("country", "region"):
            cities = world.gazetteer.cities_of(place, self.skip + CITIES)[self.skip :]
            return _of_each(world, self.places, cities, "More to see" if self.skip else "To see")
        sights = world.sights(place, self.skip + PAGE)[self.skip :]
        if not sights:
            return _nothing(world, place, self.skip)
        return _list(world, place, sights, self.skip)

    def about(self, places: tuple[Place, ...]) -> Self:
        """The first sights of other places."""
        return replace(self, places=places, skip=0)

    def more(self) -> Self:
        """The ones after these."""
        step = CITIES if self.places[0].kind in ("country", "region") else PAGE
        return replace(self, skip=self.skip + step)


def _list(world: World, place: Place, sights: Sequence[Place], skip: int) -> Draft:
    kinds: dict[str, list[str]] = defaultdict(list)
    for sight in sights:
        kinds[sight.category].append(f"{bold(sight.name)}{_far(place, sight)}")
    more = "More " if skip else ""
    said = text(
        f"### {more or 'What '}to see in {place.name}",
        bullets([f"{kind.capitalize()}: {listing(names)}" for kind, names in kinds.items()]),
        next_steps(f"2 days in {world.called(place)}", "More"),
    )
    return Draft(said, (place,), look_at(place, sights))


def _nothing(world: World, place: Place, skip: int) -> Draft:
    said = text(
        f"That is all the gazetteer has for {bold(place.name)}."
        if skip
        else f"The gazetteer has no sights at or around {bold(place.name)}.",
        next_steps(f"Day trips from {world.called(place)}", f"Near {world.called(place)}"),
    )
    return Draft(said, (place,), look_at(place))


def _of_each(world: World, places: Sequence[Place], cities: Sequence[Place], head: str) -> Draft:
    seen = {city.id: world.sights(city, EACH) for city in cities}
    told = [city for city in cities if seen[city.id]]
    if not told:
        return _nothing(world, places[0], 0)
    names = listing([the(place.name) for place in places])
    lines = [f"{bold(c.name)}: {listing([bold(s.name) for s in seen[c.id]])}" for c in told]
    said = text(
        f"### {head} in {names}",
        bullets(lines),
        next_steps(
            f"3 days in {world.called(told[0])}", f"What to see in {world.called(told[-1])}"
        ),
    )
    pins = [*places, *cities, *(sight for sights in seen.values() for sight in sights)]
    return Draft(said, tuple(places), show_all(pins, names))


def _far(place: Place, sight: Place) -> str:
    away = km_between(place, sight)
    return f" ({km(away)} away)" if away > FAR_KM else ""
