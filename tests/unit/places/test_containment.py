import pytest

from tests.unit.places.conftest import place
from travelbot.data.gazetteer.containment import lies_in
from travelbot.models.places import Place

PARIS_TX = place("city:1", "Paris", "US", region="Texas", latitude=33.7, longitude=-95.6)
POSITANO = place("city:2", "Positano", "IT", latitude=40.63, longitude=14.48, population=4_000)
NAPLES = place("city:3", "Naples", "IT", latitude=40.85, longitude=14.27, population=900_000)
COLOSSEUM = place("sight:1", "Colosseum", "IT", latitude=41.89, longitude=12.49)
ROME = place("city:4", "Rome", "IT", latitude=41.89, longitude=12.51)
TEXAS = place("region:US.TX", "Texas", "US", region="Texas")
COAST = place("region:it-amalfi-coast", "Amalfi Coast", "IT", latitude=40.63, longitude=14.6)
ITALY = place("country:IT", "Italy", "IT")
FRANCE = place("country:FR", "France", "FR")


@pytest.mark.parametrize(
    ("part", "whole"),
    [(PARIS_TX, TEXAS), (POSITANO, COAST), (POSITANO, ITALY), (COLOSSEUM, ROME), (COAST, ITALY)],
)
def test_lies_in(part: Place, whole: Place) -> None:
    assert lies_in(part, whole)


@pytest.mark.parametrize(
    ("part", "whole"),
    [(ROME, FRANCE), (ITALY, ITALY), (ROME, COAST), (NAPLES, COAST), (ROME, COLOSSEUM)],
)
def test_does_not_lie_in(part: Place, whole: Place) -> None:
    assert not lies_in(part, whole)
