from travelbot.models.trip_map import Marker, Viewport
from travelbot.web.labels import PLACEMENTS, place_labels

VIEW = Viewport(latitude=0, longitude=0, zoom=5)


def test_a_lone_label_stands_above_its_pin() -> None:
    assert place_labels([Marker(latitude=0, longitude=0, label="Here")], VIEW) == [
        PLACEMENTS["top"]
    ]


def test_labels_of_close_pins_stand_on_different_sides() -> None:
    close = [Marker(latitude=0, longitude=i / 10, label=f"Place {i}") for i in range(3)]
    assert len(set(place_labels(close, VIEW))) == 3


def test_labels_far_apart_all_stand_above() -> None:
    far = [Marker(latitude=i * 3, longitude=0, label="Place") for i in range(-3, 4)]
    assert set(place_labels(far, VIEW)) == {PLACEMENTS["top"]}


def test_a_label_keeps_off_the_edge_of_a_phones_map() -> None:
    close_to_the_edge = [Marker(latitude=i / 5, longitude=3.4, label="Placename") for i in (0, 1)]
    assert PLACEMENTS["right"] not in place_labels(close_to_the_edge, VIEW)


def test_pins_on_one_spot_show_the_first_label_and_the_others_from_closer_up() -> None:
    spot = [Marker(latitude=0, longitude=i / 1000, label=f"Place {i}") for i in range(4)]
    first, *others = place_labels(spot, VIEW)
    assert first.from_zoom == 0
    assert all(VIEW.zoom < other.from_zoom <= 20 for other in others)


def test_a_label_that_finds_no_room_waits_for_the_next_zoom() -> None:
    grid = [
        Marker(latitude=i / 3, longitude=j / 3, label="A very long name of a place")
        for i in range(6)
        for j in range(6)
    ]
    waits = {placement.from_zoom for placement in place_labels(grid, VIEW)}
    assert len(waits) > 1
    assert min(waits) == 0
