import pytest

from travelbot.service.grounding.labels import Reading, readings
from travelbot.service.grounding.positions import Position, mirrored


@pytest.mark.parametrize(
    ("label", "reading"),
    [
        ("Tokyo", Reading("Tokyo")),
        ("Paris, Texas", Reading("Paris", "Texas")),
        ("3. Uffizi Gallery", Reading("Uffizi Gallery")),
        ("Day 2: Colosseum", Reading("Colosseum")),
        ("Colosseum (Rome)", Reading("Colosseum", "Rome")),
        ("Narita International Airport (NRT)", Reading("NRT", "Narita International Airport")),
        ("Rome – Colosseum", Reading("Colosseum", "Rome")),
        ("Lunch at Septime", Reading("Septime", "Lunch")),
        ("Overnight in Luang Prabang", Reading("Luang Prabang", "Overnight")),
        ("Café Central in Vienna", Reading("Café Central", "Vienna")),
        ("Mt. Fuji", Reading("Mount Fuji")),
        ("the Louvre", Reading("Louvre")),
        ("Trastevere neighborhood", Reading("Trastevere")),
        ("Incheon Int'l Airport", Reading("Incheon International Airport")),
        ("CDG airport", Reading("CDG")),
        ("🍕 Da Michele", Reading("Da Michele")),
        ("故宫", Reading("故宫")),
        ("1", Reading("1")),
    ],
)
def test_a_label_is_read_in_the_way_it_was_meant(label: str, reading: Reading) -> None:
    assert reading in readings(label)


def test_the_label_itself_is_read_first_and_the_city_is_only_a_hint() -> None:
    assert readings("Paris, Texas", "Dallas")[0] == Reading("Paris, Texas", "Dallas")
    assert Reading("Paris", "Texas") in readings("Paris, Texas", "Dallas")


def test_readings_are_few_however_odd_the_label() -> None:
    assert len(readings("a - (b) - c, d in e at f: " * 4)) <= 40


def test_mirrored_positions_are_those_of_lost_signs_and_swapped_numbers() -> None:
    assert set(mirrored(Position(10, 20))) == {
        Position(10, -20),
        Position(-10, 20),
        Position(-10, -20),
        Position(20, 10),
        Position(20, -10),
        Position(-20, 10),
        Position(-20, -10),
    }


def test_no_mirrored_position_lies_beyond_a_pole() -> None:
    assert all(p.exists for p in mirrored(Position(35, 139)))
    assert Position(35, 139) in set(mirrored(Position(139, 35)))
