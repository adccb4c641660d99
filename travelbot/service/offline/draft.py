"""What the guide means to do about a prompt: look up, plan, draw, and say something."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from travelbot.models.itinerary import Itinerary
from travelbot.models.places import Place, PlaceKind
from travelbot.models.trip_map import Marker, Viewport
from travelbot.service.offline.globe import each_once
from travelbot.service.viewport import fit

ZOOM: dict[PlaceKind, float] = {
    "city": 12,
    "sight": 14,
    "airport": 11,
    "region": 6,
    "country": 4,
}


@dataclass(frozen=True)
class Drawing:
    """A change of the map: a view, all pins that it shall have, or both."""

    view: Viewport | None = None
    pins: tuple[Marker, ...] | None = None
    title: str = ""


@dataclass(frozen=True)
class Draft:
    """An answer before it is sent."""

    text: str
    look_ups: tuple[Place, ...] = ()
    drawing: Drawing | None = None
    itinerary: Itinerary | None = None
    """What shall be in force; None where it stays as it is."""

    def after(self, remark: str) -> "Draft":
        """The same draft with a remark before its text."""
        return replace(self, text=f"{remark}\n\n{self.text}") if remark else self


def pin(place: Place) -> Marker:
    """A pin with the gazetteer's name for it."""
    return Marker(latitude=place.latitude, longitude=place.longitude, label=place.name)


def look_at(place: Place, around: Sequence[Place] = ()) -> Drawing:
    """One place in the middle, with pins for it and for what is around it."""
    view = Viewport(latitude=place.latitude, longitude=place.longitude, zoom=ZOOM[place.kind])
    return Drawing(view, _pins([place, *around]), place.name)


def show_all(places: Sequence[Place], title: str = "") -> Drawing:
    """Pins for all places, and the view that fits them."""
    return show_planned(places, (), title)


def show_planned(pinned: Sequence[Place], stops: Sequence[Place], title: str = "") -> Drawing:
    """Pins for the first ones, and a view of the stops too, which are pinned by themselves."""
    everything = [*pinned, *stops]
    view = fit(_pins(everything), min(ZOOM[place.kind] for place in everything))
    return Drawing(view, _pins(pinned), title)


def _pins(places: Sequence[Place]) -> tuple[Marker, ...]:
    return tuple(pin(place) for place in each_once(places))
