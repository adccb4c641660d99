"""Every number and every name in what the guide says of a change has a reason."""

import re

import pytest

from tests.integration.places.checking.arithmetic import is_km, length
from tests.integration.places.checking.known import Known
from tests.integration.places.checking.reply import Before, unexplained
from tests.integration.places.checking.rule import KM, NAME
from tests.integration.places.conftest import NOON
from tests.integration.places.talking import Conversation
from travelbot.data.gazetteer import Gazetteer
from travelbot.models.itinerary import Day
from travelbot.models.places import Place

CHANGES = (
    "make day 2 lighter",
    "make day 1 busier",
    "remove the Pantheon",
    "add the Trevi Fountain to day 2",
    "move the Uffizi Gallery to day 1",
    "swap day 1 and day 2",
    "show the plan",
    "what about day 3?",
    "remove day 2",
)


@pytest.mark.parametrize("prompt", CHANGES)
def test_every_number_and_name_has_a_reason(
    gazetteer: Gazetteer, trip: Conversation, prompt: str
) -> None:
    before = trip.trip.itinerary
    reply = trip.say(prompt)
    after = trip.trip.itinerary
    known = Known(gazetteer, [], trip.map, NOON)
    asked = re.findall(r"\bday (\d)", prompt)
    ways = re.findall(rf"The way(?: of day (\d))? is {KM} (longer|shorter) now", reply)
    for number, said, way in ways:
        index = int(number or asked[0]) - 1
        change = way_km(known, after.days[index]) - way_km(known, before.days[index])
        assert is_km(said, abs(change)), reply
        assert (way == "longer") is (change > 0)
    rest = re.sub(rf"The way(?: of day \d)? is {KM} \w+ now", "", reply)
    rest = re.sub(r"\bday [1-4]\b", "", rest)
    rest = re.sub(rf"(?:, |leaves ){len(after.days)} days", "", rest)
    for part in re.split(r"^(?=###)", rest, flags=re.MULTILINE):
        assert unexplained(part, known, Before()) == [], reply
    for name in re.findall(NAME, reply):
        assert name == after.title or known.place(name).name == name


def way_km(known: Known, day: Day) -> float:
    """From the pin of the day's city through all stops, by the check's own arithmetic."""
    spots: list[Place] = [known.place(day.title)]
    return length([*spots, *(known.place(stop.place) for stop in day.stops)])
