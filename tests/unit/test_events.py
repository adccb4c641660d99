from travelbot.models.events import (
    ItineraryUpdated,
    MapUpdated,
    ReasoningDelta,
    RoundEnded,
    RoundStarted,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnEvent,
    TurnFinished,
    replay,
)
from travelbot.models.itinerary import Day, Itinerary
from travelbot.models.messages import Conversation, Prompt, Reply, Status, ToolCall, ToolStep
from travelbot.models.trip import Trip
from travelbot.models.trip_map import TripMap
from travelbot.models.usage import Usage

CALL = ToolCall(id="1", name="update_map_and_markers", arguments="{}")
STEP = ToolStep(call=CALL, result="{}", label="Moved the map", ok=True)
EVENTS: list[TurnEvent] = [
    RoundStarted(provider="p"),
    ReasoningDelta(text="Tokyo, "),
    ReasoningDelta(text="then."),
    TextDelta(text="Let me "),
    TextDelta(text="look."),
    RoundEnded(provider="p", usage=Usage(prompt=1180, completion=24)),
    ToolStarted(call=CALL, label="Drawing"),
    MapUpdated(map=TripMap(moves=1)),
    ItineraryUpdated(itinerary=Itinerary(days=(Day(title="Asakusa"),))),
    ToolFinished(step=STEP),
    RoundStarted(provider="p"),
    TextDelta(text="Here."),
    RoundEnded(provider="p", usage=Usage(prompt=20, completion=4, estimated=True)),
    TurnFinished(status=Status.COMPLETE),
]


def test_the_reply_follows_from_the_events() -> None:
    before, after = replay(EVENTS).rounds
    assert (before.reasoning, before.text, before.steps) == (
        "Tokyo, then.",
        "Let me look.",
        (STEP,),
    )
    assert (after.reasoning, after.text, after.steps) == ("", "Here.", ())
    assert replay(EVENTS).map == TripMap(moves=1)
    assert replay(EVENTS).itinerary == Itinerary(days=(Day(title="Asakusa"),))
    assert replay(EVENTS).status is Status.COMPLETE
    assert replay(EVENTS).text == "Let me look.\n\nHere."


def test_a_reply_and_a_conversation_take_the_tokens_of_all_rounds() -> None:
    reply = replay(EVENTS)
    assert reply.usage == Usage(prompt=1200, completion=28, estimated=True)
    conversation = Conversation(id="c", messages=(Prompt(text="Hi"), reply, reply))
    assert conversation.usage.total == 2456
    assert conversation.until(2).usage.total == 1228
    assert Reply().usage.total == 0


def test_a_trip_is_looked_for_once_in_each_version_of_a_conversation() -> None:
    reply = replay(EVENTS)
    planned = Conversation(id="c", messages=(Prompt(text="Hi"), reply, Prompt(text="Hm"), Reply()))
    assert planned.trip == Trip(
        map=TripMap(moves=1), itinerary=Itinerary(days=(Day(title="Asakusa"),))
    )
    assert planned.trip is planned.trip
    assert planned.until(1).trip == Trip()


def test_a_round_tells_who_answered_when_it_has_ended() -> None:
    assert replay(EVENTS[:2]).rounds[0].provider == ""
    assert replay(EVENTS).rounds[0].provider == "p"


def test_what_the_tools_work_on_is_the_itinerary_as_the_reader_left_it() -> None:
    edited = Itinerary(days=(Day(title="Ueno"),))
    reply = replay(EVENTS).model_copy(update={"edits": (Itinerary(), edited)})
    messages = (Prompt(text="Hi"), reply, Prompt(text="And?"), Reply(map=TripMap(moves=2)))
    trip = Conversation(id="c", messages=messages).trip
    assert (trip.map.moves, trip.itinerary) == (2, edited)


def test_replaying_in_parts_gives_the_same() -> None:
    for cut in range(len(EVENTS)):
        assert replay(EVENTS[cut:], replay(EVENTS[:cut])) == replay(EVENTS)
