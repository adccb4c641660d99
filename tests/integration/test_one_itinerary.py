"""Chat and changes by hand make one itinerary, with a language model and with the guide."""

import json

from tests.fakes.openai_server import FakeOpenAI, calls, says
from tests.fakes.strictness import complaints
from tests.integration.turns import ITINERARY_TOOL, PLAN, finish, load, reply_of
from travelbot.models.itinerary import Itinerary
from travelbot.service.assistant import Assistant
from travelbot.service.itinerary.edits import At, change_stop, move_stop, remove_stop
from travelbot.service.itinerary_note import without_note


def days(assistant: Assistant) -> list[list[str]]:
    """The names of the stops of the itinerary in force."""
    return [[stop.place for stop in day.stops] for day in load(assistant).itinerary.days]


def test_three_days_a_change_by_hand_and_a_lighter_day(guided: Assistant) -> None:
    finish(guided.start("ann", "c1", "3 days in Rome and Florence"))
    planned = days(guided)
    assert [len(day) for day in planned] == [4, 4, 4]

    def by_hand(itinerary: Itinerary) -> Itinerary:
        moved = move_stop(itinerary, At(1, 0), At(0, 0))
        return remove_stop(moved, At(2, 3))

    guided.trips.edit_itinerary("ann", "c1", by_hand)
    edited = days(guided)
    assert edited == [[planned[1][0], *planned[0]], planned[1][1:], planned[2][:3]]
    finish(guided.start("ann", "c1", "make day 2 lighter"))
    assert days(guided) == [edited[0], edited[1][:2], edited[2]]
    reply = reply_of(load(guided))
    assert [step.label for step in reply.steps] == ["Planned 3 days with 10 stops"]
    assert f"I took **{edited[1][2]}** out of day 2" in reply.text
    assert reply.edits == ()


def test_a_language_model_is_told_once_and_answers_with_its_own_itinerary(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    provider.script(calls(ITINERARY_TOOL, PLAN), says("Planned."), says("It is."), says("Bye."))
    finish(assistant.start("ann", "c1", "A day in Tokyo"))
    trips = assistant.trips
    trips.edit_itinerary("ann", "c1", lambda now: change_stop(now, At(0, 0), note="Early!"))
    trips.edit_itinerary("ann", "c1", lambda now: change_stop(now, At(0, 0), stay=90))
    finish(assistant.start("ann", "c1", "Is that fine?"))
    finish(assistant.start("ann", "c1", "Bye"))
    told = provider.requests[-1]["messages"]
    assert not complaints(told)
    prompts = [message["content"] for message in told if message["role"] == "user"]
    arguments, prompt = without_note(prompts[1])
    assert (prompts[0], prompt, prompts[2]) == ("A day in Tokyo", "Is that fine?", "Bye")
    [stop] = json.loads(arguments)["days"][0]["stops"]
    assert (stop["place"], stop["note"], stop["stay_minutes"]) == ("Tokyo", "Early!", 90)
    assert load(assistant).itinerary.days[0].stops[0].note == "Early!"


def test_what_the_model_was_told_can_be_sent_back_as_it_is(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    provider.script(calls(ITINERARY_TOOL, PLAN), says("Planned."))
    finish(assistant.start("ann", "c1", "A day in Tokyo"))
    assistant.trips.edit_itinerary(
        "ann", "c1", lambda now: change_stop(now, At(0, 0), place="Breakfast", marker=None)
    )
    left = load(assistant).itinerary
    provider.script(says("Hm."))
    finish(assistant.start("ann", "c1", "And now?"))
    arguments, _ = without_note(provider.requests[-1]["messages"][-1]["content"])
    provider.script(calls(ITINERARY_TOOL, arguments, "call_2"), says("The same."))
    finish(assistant.start("ann", "c1", "Again"))
    assert load(assistant).itinerary.days[0].stops[0].place == "Breakfast"
    assert load(assistant).itinerary.title == left.title
