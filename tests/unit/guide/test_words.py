import pytest

from travelbot.service.offline.words import listing, ranges, the, variant
from travelbot.service.quantities import km


def test_lists_read_as_a_sentence() -> None:
    assert [listing(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


@pytest.mark.parametrize(
    ("distance", "said"),
    [
        (0.01, "under 0.1 km"),
        (0.24, "0.2 km"),
        (9.94, "9.9 km"),
        (9.96, "10 km"),
        (1503.2, "1,503 km"),
    ],
)
def test_distances_are_as_exact_as_they_are_useful(distance: float, said: str) -> None:
    assert km(distance) == said


def test_days_in_a_row_are_drawn_together() -> None:
    assert ranges([3, 5, 6, 7, 9]) == "3, 5–7 and 9"


def test_some_countries_have_an_article() -> None:
    names = [
        "Netherlands",
        "The Netherlands",
        "United States",
        "Czech Republic",
        "Japan",
        "Thailand",
        "Iceland",
    ]
    assert [the(name) == name for name in names] == [False, False, False, False, True, True, True]


def test_a_wording_stays_the_same_for_a_key() -> None:
    assert {variant(key, "a", "b") for key in "abcdefgh"} == {"a", "b"}
    assert len({variant("Rome", "a", "b") for _ in range(5)}) == 1
