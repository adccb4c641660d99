"""What lies near a place, and where a day trip can go."""

from dataclasses import dataclass, replace
from typing import Self

from travelbot.models.places import Place, PlaceKind
from travelbot.service.offline.draft import Draft, show_all
from travelbot.service.offline.globe import direction, km_between
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, bullets, listing, next_steps, table, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import km

PAGE = 6
SIGHTS_KM, TOWNS_KM, TRIPS_KM = 60.0, 60.0, 120.0
OUTING_KM = 12.0
"""A day trip goes at least so far."""
SUBURBS_KM = ((1_000_000, 12.0), (5_000_000, 18.0))
METROPOLIS_KM = 26.0
TOWN, PART = 5_000, 50
"""Places of so many people are told of, near a large city of so great a part of its people."""
LOOKED_AT = 1_000
SIGHT_KIND: tuple[PlaceKind] = ("sight",)
TOWN_KIND: tuple[PlaceKind] = ("city",)
TRIPS, SEEN = 5, 3


@dataclass(frozen=True)
class Around(Intent):
    """Asks what is near a place."""

    page: int = 0

    def answer(self, world: World, /) -> Draft:
        """Sights and towns, nearest first, each with distance and direction."""
        place = self.places[0]
        near = _neighbours(world, place, (self.page + 1) * PAGE)[self.page * PAGE :]
        if not near:
            return _nothing(world, place, f"I know nothing more near {bold(place.name)}.")
        rows = [
            (bold(p.name), p.category or "place", km(km_between(place, p)), direction(place, p))
            for p in near
        ]
        said = text(
            f"Sights and places of {_people(place):,} people or more near {bold(place.name)}:",
            table(("Place", "What", "As the crow flies", "Direction"), rows),
            next_steps("More", f"Day trips from {world.called(world.home(place))}"),
        )
        return Draft(said, (place,), show_all([place, *near], f"the surroundings of {place.name}"))

    def about(self, places: tuple[Place, ...]) -> Self:
        """The nearest to other places."""
        return replace(self, places=places, page=0)

    def more(self) -> Self:
        """What is farther away."""
        return replace(self, page=self.page + 1)


@dataclass(frozen=True)
class DayTrips(Intent):
    """Asks where one can go for a day."""

    page: int = 0

    def answer(self, world: World, /) -> Draft:
        """Places with sights within reach, and what is seen there."""
        base = self.places[0]
        goals = excursions(world, base)[self.page * TRIPS :][:TRIPS]
        if not goals:
            what = f"I know no other place with sights within {TRIPS_KM:.0f} km of"
            return _nothing(world, base, f"{what} {bold(base.name)}.")
        seen = {goal.id: world.gazetteer.sights_in(goal, SEEN) for goal in goals}
        lines = [_trip(base, goal, seen[goal.id]) for goal in goals]
        goal = world.called(goals[0])
        said = text(
            f"### Day trips from {base.name}",
            bullets(lines),
            "As the crow flies; I know no timetables, so check how long the way takes.",
            next_steps(f"How far is {goal} from {world.called(base)}?", f"What to see in {goal}"),
        )
        pins = [base, *goals, *(sight for goal in goals for sight in seen[goal.id])]
        return Draft(said, (base,), show_all(pins, f"day trips from {base.name}"))

    def about(self, places: tuple[Place, ...]) -> Self:
        """Day trips from other places."""
        return replace(self, places=places, page=0)

    def more(self) -> Self:
        """Those after these."""
        return replace(self, page=self.page + 1)


def excursions(world: World, base: Place) -> list[Place]:
    """Cities with sights within a day's reach, those with more sights first."""
    found = world.gazetteer.sightseeing_around(base, TRIPS_KM, LOOKED_AT)
    return [goal for goal in found if km_between(base, goal) > OUTING_KM]


def _trip(base: Place, goal: Place, sights: list[Place]) -> str:
    away = f"{km(km_between(base, goal))} {direction(base, goal)}"
    names = listing([bold(sight.name) for sight in sights])
    return f"{bold(goal.name)}, {away}: {names}"


def _neighbours(world: World, place: Place, limit: int) -> list[Place]:
    """Sights and towns, nearest first; around a city, those that are not its own."""
    point = place.latitude, place.longitude
    sights = world.gazetteer.near(*point, LOOKED_AT, SIGHT_KIND, SIGHTS_KM)
    cities = world.gazetteer.near(*point, LOOKED_AT, TOWN_KIND, TOWNS_KM)
    towns = [city for city in cities if city.population >= _people(place)]
    own = {sight.id for sight in world.gazetteer.sights_in(place, LOOKED_AT)}
    near = [sight for sight in sights if sight.id not in own and sight != place]
    near += [town for town in towns if km_between(place, town) > _suburbs_km(place)]
    return sorted(near, key=lambda other: (km_between(place, other), other.id))[:limit]


def _suburbs_km(city: Place) -> float:
    """What lies closer to a city is rather a part of it than another place."""
    return next((km for people, km in SUBURBS_KM if city.population < people), METROPOLIS_KM)


def _people(place: Place) -> int:
    part = place.population // PART if place.kind == "city" else 0
    return max(TOWN, part // 1000 * 1000)


def _nothing(world: World, place: Place, sentence: str) -> Draft:
    called = world.called(place)
    said = text(sentence, next_steps(f"Airports near {called}", f"What time is it in {called}?"))
    return Draft(said, (place,), show_all([place], place.name))
