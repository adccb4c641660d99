import pytest

from tests.unit.places.conftest import place
from travelbot.data.gazetteer.building.names import usable_alternates, variants, without_signs
from travelbot.data.gazetteer.building.records import Names, record, score


def test_codes_and_transliterations_are_no_names() -> None:
    names = ["TYO", "dong jing", "Tokio", "東京", "Tokyo, Japan", "Tokyo 1", "Токио", "To"]

    assert usable_alternates(names) == ["Tokio", "東京", "Токио"]


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Düsseldorf", "Duesseldorf"),
        ("Saint Petersburg", "St Petersburg"),
        ("Donostia / San Sebastián", "San Sebastián"),
    ],
)
def test_spellings_follow_from_a_name(name: str, spelling: str) -> None:
    assert spelling in variants(name)


def test_signs_of_towns_are_left_out() -> None:
    assert without_signs(["小樽市", "津市", "부산 시", "Otaru"]) == ["小樽", "부산"]


def test_fame_weighs_against_population() -> None:
    spanish, venezuelan = score(824_000, 73), score(1_619_000, 45)

    assert spanish > venezuelan


def test_less_sure_names_rank_lower() -> None:
    names = Names(sure=("Florence",), likely=("Firenze",), other=("Fiorenza", "Флоренция", "Flor"))

    ranks = record(place("city:1", "Florence"), names, 8.0).ranks

    assert ranks == {
        "florence": 800,
        "firenze": 750,
        "fiorenza": 700,
        "флоренция": 770,
        "flor": 600,
    }
