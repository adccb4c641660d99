"""What the check of the itinerary proposes, the guide understands and does."""

import pytest

from tests.integration.places.talking import Begin
from travelbot.data.gazetteer import Gazetteer
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.service.grounding import StopCheck
from travelbot.service.itinerary.check import problems
from travelbot.service.itinerary.problem import Problem, ProblemKind
from travelbot.service.itinerary_tool import planned

MAY = "2027-05-0"


def day(*stops: object, **fields: object) -> dict[str, object]:
    return {"title": "Rome", "stops": list(stops), **fields}


def timed(place: str, time: str, stay: int) -> dict[str, object]:
    return {"place": place, "time": time, "stay_minutes": stay}


FULL = [
    {"place": place, "stay_minutes": 240}
    for place in ("Colosseum", "Roman Forum", "Vatican Museums", "Borghese Gallery", "Appian Way")
]
TRIPS = {
    ProblemKind.FULL: [day(*FULL)],
    ProblemKind.LATE: [
        day(timed("Colosseum", "09:00", 300), timed("Vatican Museums", "10:00", 60)),
        day("Pantheon"),
    ],
    ProblemKind.FAR: [
        day("Colosseum", "Pantheon", "Pompeii", "Roman Forum", "Trevi Fountain"),
        day("Spanish Steps"),
    ],
    ProblemKind.DOUBLED: [day("Colosseum", "Pantheon"), day("Trevi Fountain", "Colosseum")],
    ProblemKind.DATES: [day("Colosseum", date=f"{MAY}4"), day("Pantheon", date=f"{MAY}3")],
}


def found(itinerary: Itinerary, kind: ProblemKind) -> list[Problem]:
    return [problem for problem in problems(itinerary) if problem.kind is kind]


@pytest.mark.parametrize("kind", TRIPS)
def test_a_repair_is_made(gazetteer: Gazetteer, talk: Begin, kind: ProblemKind) -> None:
    itinerary = planned(StopCheck(gazetteer).check, {"days": TRIPS[kind]})
    conversation = talk()
    conversation.say("Hello")
    conversation.edit(itinerary)
    for _ in range(3):
        left = found(conversation.trip.itinerary, kind)
        if not left:
            break
        conversation.say(left[0].repair)
        assert conversation.calls == ["update_itinerary"], left[0].repair
    assert not found(conversation.trip.itinerary, kind)
    places = {stop.place for day in conversation.trip.itinerary.days for stop in day.stops}
    assert places == {s.place for d in itinerary.days for s in d.stops} or kind is ProblemKind.FULL


def test_a_stop_twice_on_a_day_and_one_too_late_for_its_day(
    gazetteer: Gazetteer, talk: Begin
) -> None:
    stops = ["Colosseum", "Pantheon", "Colosseum", "Trevi Fountain"]
    conversation = talk()
    conversation.say("Hello")
    conversation.edit(planned(StopCheck(gazetteer).check, {"days": [day(*stops)]}))
    [problem] = found(conversation.trip.itinerary, ProblemKind.DOUBLED)
    conversation.say(problem.repair)
    assert conversation.days == [["Colosseum", "Pantheon", "Trevi Fountain"]]
    conversation.say("Move Trevi Fountain to the day after")
    assert conversation.days == [["Colosseum", "Pantheon"], ["Trevi Fountain"]]


def test_what_nobody_can_place_is_said_to_be_unknown(talk: Begin) -> None:
    conversation = talk()
    conversation.say("Hello")
    conversation.edit(Itinerary(days=(Day(stops=(Stop(place="Osteria Xanadu"),)),)))
    [problem] = found(conversation.trip.itinerary, ProblemKind.UNVERIFIED)
    answer = conversation.say(problem.repair)
    assert "I don't know where **Osteria Xanadu** is" in answer
    assert conversation.calls == []
