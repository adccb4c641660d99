import pytest

from travelbot.data.gazetteer.spelling import Speller, allowed_edits

NAMES = ["copenhagen", "barcelona", "bordeaux", "paris", "rome"]


@pytest.mark.parametrize(
    ("key", "edits"), [("rome", 0), ("paris", 1), ("bologna", 2), ("a" * 11, 3)]
)
def test_longer_names_may_have_more_errors(key: str, edits: int) -> None:
    assert allowed_edits(key) == edits


@pytest.mark.parametrize(
    ("key", "name", "edits"),
    [("copenhagn", "copenhagen", 1), ("pairs", "paris", 1), ("barcleona", "barcelona", 1)],
)
def test_the_nearest_name_is_found(key: str, name: str, edits: int) -> None:
    assert Speller(lambda: NAMES).closest(key, 1) == [(name, edits)]


def test_short_words_are_no_misspellings() -> None:
    assert Speller(lambda: NAMES).closest("rom", 5) == []


def test_the_initial_can_be_held() -> None:
    speller = Speller(lambda: NAMES)

    assert speller.closest("xaris", 1, same_initial=True) == []
    assert speller.closest("xaris", 1) == [("paris", 1)]


def test_names_are_read_once_and_only_when_needed() -> None:
    reads: list[int] = []

    def load() -> list[str]:
        reads.append(1)
        return NAMES

    speller = Speller(load)
    assert reads == []
    speller.closest("parix", 1)
    speller.closest("parsi", 1)
    assert reads == [1]
