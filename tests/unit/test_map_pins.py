"""What stands on the map."""

from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.trip import Trip
from travelbot.models.trip_map import Marker, TripMap
from travelbot.service.itinerary.colours import day_colour, rgb
from travelbot.web.map_pins import PIN, Pin, alt_text, paths_of, pins_of


def marker(label: str, latitude: float = 41.9, longitude: float = 12.5) -> Marker:
    """A verified pin."""
    return Marker(label=label, latitude=latitude, longitude=longitude, verified=True)


def stop(label: str, latitude: float = 41.9, longitude: float = 12.5) -> Stop:
    """A stop with a position."""
    return Stop(place=label, marker=marker(label, latitude, longitude))


def by_number(pins: list[Pin]) -> list[Pin]:
    """In the order of the itinerary."""
    return sorted(pins, key=lambda pin: (pin.day or 0, pin.number or 0))


ROME = Itinerary(
    days=(
        Day(stops=(stop("Colosseum", 41.89), Stop(place="Lunch"), stop("Forum", 41.892, 12.485))),
        Day(stops=(stop("Colosseum", 41.89),)),
    )
)


def test_stops_are_numbered_by_day_in_the_days_colour() -> None:
    first, second, again = by_number(pins_of(Trip(itinerary=ROME)))
    assert (first.number, second.number, again.number) == (1, 3, 1)
    assert first.colour == second.colour == rgb(day_colour(0))
    assert again.colour == rgb(day_colour(1))
    assert second.tip.splitlines()[-1] == "Day 1, stop 3"


def test_a_place_that_comes_twice_has_one_label() -> None:
    placements = [pin.placement for pin in pins_of(Trip(itinerary=ROME))]
    assert placements[0] is None
    assert all(placements[1:])


def test_a_marker_at_a_stop_is_not_drawn_again_and_others_stay_red() -> None:
    trip_map = TripMap(
        markers=(marker("The Colosseum", 41.89001), marker("Vatican", 41.903, 12.45))
    )
    pins = pins_of(Trip(map=trip_map, itinerary=ROME))
    [red] = [pin for pin in pins if not pin.number]
    assert (red.label, red.colour) == ("Vatican", PIN)
    assert len(pins) == 4


def test_a_pin_is_called_as_the_reader_calls_the_stop() -> None:
    renamed = stop("Colosseum").model_copy(update={"place": "Meet Anna"})
    [pin] = pins_of(Trip(itinerary=Itinerary(days=(Day(stops=(renamed,)),))))
    assert pin.label == pin.marker.label == "Meet Anna"


def test_a_way_is_drawn_for_days_with_two_places_or_more() -> None:
    assert paths_of(ROME) == [(rgb(day_colour(0)), [(12.5, 41.89), (12.485, 41.892)])]


def test_a_day_that_moves_on_is_joined_to_the_one_before() -> None:
    moving = Itinerary(days=(*ROME.days, Day(stops=(stop("Florence", 43.77, 11.25),))))
    assert paths_of(moving)[1:] == [(rgb(day_colour(2)), [(12.5, 41.89), (11.25, 43.77)])]


def test_the_map_is_told_in_words() -> None:
    assert alt_text(Trip()) == "Map without pins"
    assert alt_text(Trip(map=TripMap(markers=(marker("Rome"),)))) == "Map with 1 pin: Rome"
    trip = Trip(map=TripMap(markers=(marker("Bar"),)), itinerary=ROME)
    assert alt_text(trip) == (
        "Map with 4 pins: day 1: Colosseum, Forum; day 2: Colosseum; other places: Bar"
    )
