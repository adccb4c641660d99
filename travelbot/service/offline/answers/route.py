"""Ways from place to place: legs, distances, and an order that is shorter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from travelbot.models.places import Place
from travelbot.service.offline.draft import Draft, show_all
from travelbot.service.offline.globe import km_between, length_km, short_way
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, next_steps, numbered, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import km, miles

WORTH_KM = 10.0
"""A shorter order that saves less is not offered."""


@dataclass(frozen=True)
class Route(Intent):
    """Asks for the way from place to place; `reordered` if the guide chose the order."""

    is_bound: bool = False
    """Whether the last place is where the way must end."""
    reordered: bool = False

    def answer(self, world: World, /) -> Draft:
        """Stops and legs in the asked order, and the offer of a shorter one."""
        head = "in a shorter order" if self.reordered else "in your order"
        total = length_km(self.places)
        said = text(
            f"Here are your **{len(self.places)} stops**, {head}:",
            numbered(
                [_stop(world, *leg) for leg in zip([None, *self.places], self.places, strict=False)]
            ),
            f"That makes about **{km(total)}** ({miles(total)}) in all, as the crow flies.",
            self._offer(),
            next_steps(*self._next(world)),
        )
        return Draft(said, self.places, show_all(self.places, "your route"))

    def about(self, places: tuple[Place, ...]) -> Self:
        """Other stops, in the reader's order."""
        return replace(self, places=places, reordered=False)

    def shorter(self) -> "Route":
        """The same stops in a shorter order, from the same start."""
        start, *others = self.places
        end = others.pop() if self.is_bound and others else None
        way = tuple(short_way(start, others, end))
        if length_km(way) > length_km(self.places) - WORTH_KM:
            return self
        return Route(way, self.is_bound, reordered=True)

    def _offer(self) -> str:
        way = self.shorter()
        if way is self:
            return ""
        saved = km(length_km(self.places) - length_km(way.places))
        names = " → ".join(bold(place.name) for place in way.places)
        return f"A shorter order saves {saved}: {names}. Say *Use the shorter order* to take it."

    def _next(self, world: World) -> list[str]:
        first, last = world.called(self.places[0]), world.called(self.places[-1])
        return [f"Compare {first} and {last}", f"3 days in {last}"]


@dataclass(frozen=True)
class Distance(Intent):
    """Asks how far it is from the first place to the others."""

    def answer(self, world: World, /) -> Draft:
        """In kilometres and miles, with the time difference."""
        start, *ends = self.places
        lines = [_distance(world, start, end) for end in ends]
        names = world.called(start), world.called(ends[-1])
        said = text(
            *lines,
            between_pins(self.places),
            "That is the great circle, the shortest way over the globe: no road is shorter.",
            next_steps(f"Compare {names[0]} and {names[1]}", f"What's around {names[1]}?"),
        )
        return Draft(said, self.places, show_all(self.places, "the way"))

    def about(self, places: tuple[Place, ...]) -> Self:
        """From the same place to another."""
        ends = (self.places[0], *places) if len(places) == 1 else places
        return replace(self, places=ends)


def _stop(world: World, before: Place | None, place: Place) -> str:
    leg = f" — {km(km_between(before, place))} on from {before.name}" if before else ""
    return f"{bold(place.name)}{world.where(place)}{leg}"


def _distance(world: World, start: Place, end: Place) -> str:
    away = km_between(start, end)
    ahead = world.hours_ahead(end, start)
    clocks = "" if ahead is None else f" {clocks_apart(end, start, ahead)}"
    names = f"{bold(start.name)} to {bold(end.name)}"
    return f"From {names} it is about **{km(away)}** ({miles(away)}).{clocks}"


def between_pins(places: Sequence[Place]) -> str:
    """From where to where is measured, if that isn't plain."""
    is_wide = any(place.kind in ("country", "region") for place in places)
    return "Countries and regions are measured from their pins." if is_wide else ""


def clocks_apart(place: Place, other: Place, hours: float) -> str:
    """The time difference as a sentence."""
    if hours == 0:
        return f"The clocks in {place.name} and {other.name} show the same time now."
    side = "ahead of" if hours > 0 else "behind"
    number = f"{abs(hours):g} hour{'' if abs(hours) == 1 else 's'}"
    return f"{place.name} is {number} {side} {other.name} now."
