"""Requests about the map alone: zoom, clear, add and remove pins."""

from collections.abc import Sequence
from dataclasses import dataclass

from travelbot.models.places import Place
from travelbot.models.trip_map import MAX_MARKERS, MAX_ZOOM, Marker, Viewport
from travelbot.service.offline.draft import ZOOM, Draft, Drawing, pin
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, listing, next_steps, text
from travelbot.service.offline.world import World
from travelbot.service.quantities import count
from travelbot.service.viewport import fit

STOPS_STAY = "The stops of the plan stay on the map: say *Clear the plan* to be rid of them."


@dataclass(frozen=True)
class Zoom(Intent):
    """Asks for a closer or wider view: `steps` doublings of the scale."""

    steps: float = 2

    def answer(self, world: World, /) -> Draft:
        """A view with the same middle, or one of a place."""
        if self.places:
            return self._on(world, self.places[0])
        before = world.map.viewport
        zoom = max(0.0, min(MAX_ZOOM, before.zoom + self.steps))
        if zoom == before.zoom:
            return Draft(f"The map is as {'close' if self.steps > 0 else 'far out'} as it goes.")
        view = before.model_copy(update={"zoom": zoom})
        back = "Zoom out" if self.steps > 0 else "Zoom in"
        said = "Closer in." if self.steps > 0 else "Farther out."
        return Draft(f"{said} Say *{back}* to go back.", drawing=Drawing(view))

    def more(self) -> Intent:
        """The same step once more."""
        return self

    def _on(self, world: World, place: Place) -> Draft:
        at = {"latitude": place.latitude, "longitude": place.longitude}
        view = Viewport(**at, zoom=ZOOM[place.kind] + 1)
        called = world.called(place)
        said = text(
            f"Here is {bold(place.name)}.", next_steps("Zoom in", f"What to see in {called}")
        )
        pins = _together(world, [pin(place)])
        return Draft(said, (place,), Drawing(view, pins, place.name))


@dataclass(frozen=True)
class Clear(Intent):
    """Asks for a map without pins."""

    def answer(self, world: World, /) -> Draft:
        """A map without pins."""
        pins = len(world.map.markers)
        said = f"I removed {count(pins, 'pin')}" if pins else "There were no pins to remove"
        then = STOPS_STAY if world.stops else "Name a place to begin anew, such as *Lisbon*."
        return Draft(f"{said}. {then}", drawing=Drawing(pins=()))


@dataclass(frozen=True)
class AddPins(Intent):
    """Asks for pins beside those that are there."""

    def answer(self, world: World, /) -> Draft:
        """The pins that are there and these."""
        added = [pin(place) for place in self.places]
        pins = _together(world, added)
        shown = len(pins) + len(world.stops)
        names = listing([bold(place.name) for place in self.places])
        called = world.called(self.places[-1])
        ask = f"Near {called}" if self.places[-1].kind == "sight" else f"What to see in {called}"
        said = text(
            f"I pinned {names}: the map has {count(shown, 'pin')} now.",
            next_steps(ask, f"Remove {called}"),
        )
        zoom = min(ZOOM[place.kind] for place in self.places)
        return Draft(said, self.places, Drawing(fit([*pins, *added], zoom), pins))


@dataclass(frozen=True)
class RemovePins(Intent):
    """Asks for pins to go."""

    def answer(self, world: World, /) -> Draft:
        """The pins without these, and without the sights of a city that goes."""
        gone = {label.casefold() for place in self.places for label in _labels(world, place)}
        before = world.map.markers
        left = tuple(marker for marker in before if marker.label.casefold() not in gone)
        names = listing([bold(place.name) for place in self.places])
        if len(left) == len(before):
            return Draft(f"There is no pin for {names} on the map.")
        removed = len(before) - len(left)
        shown = len(left) + len(world.stops)
        kept = f"{count(shown, 'pin')} stay" + ("s" if shown == 1 else "")
        said = (
            f"I removed {count(removed, 'pin')} for {names}; {kept if shown else 'none is left'}."
        )
        stops = STOPS_STAY if world.stops else ""
        back = next_steps(f"Add {world.called(self.places[0])}", "Clear the map")
        return Draft(text(f"{said} {stops}".strip(), back), drawing=Drawing(pins=left))


def _labels(world: World, place: Place) -> list[str]:
    return [place.name, *(sight.name for sight in world.sights(place, MAX_MARKERS))]


def _together(world: World, more: Sequence[Marker]) -> tuple[Marker, ...]:
    """The markers and these, but for what is pinned already."""
    before = world.map.markers
    labels = {marker.label for marker in (*before, *world.stops)}
    return (*before, *(marker for marker in more if marker.label not in labels))[-MAX_MARKERS:]
