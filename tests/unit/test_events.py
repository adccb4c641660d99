from travelbot.models.events import (
    MapUpdated,
    RoundStarted,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnEvent,
    TurnFinished,
    replay,
)
from travelbot.models.messages import Reply, Round, Status, ToolCall, ToolStep
from travelbot.models.trip_map import TripMap

CALL = ToolCall(id="1", name="update_map_and_markers", arguments="{}")
STEP = ToolStep(call=CALL, result="{}", label="Moved the map", ok=True)
EVENTS: list[TurnEvent] = [
    RoundStarted(),
    TextDelta(text="Let me "),
    TextDelta(text="look."),
    ToolStarted(call=CALL, label="Drawing"),
    MapUpdated(map=TripMap(moves=1)),
    ToolFinished(step=STEP),
    RoundStarted(),
    TextDelta(text="Here."),
    TurnFinished(status=Status.COMPLETE),
]


def test_the_reply_follows_from_the_events() -> None:
    assert replay(EVENTS) == Reply(
        rounds=(Round(text="Let me look.", steps=(STEP,)), Round(text="Here.")),
        status=Status.COMPLETE,
        map=TripMap(moves=1),
    )
    assert replay(EVENTS).text == "Let me look.\n\nHere."


def test_replaying_in_parts_gives_the_same() -> None:
    for cut in range(len(EVENTS)):
        assert replay(EVENTS[cut:], replay(EVENTS[:cut])) == replay(EVENTS)
