"""Event ids that don't depend on how a text was cut, and streams that keep their connection."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travelbot.errors import BadEventId
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
from travelbot.models.itinerary import Itinerary
from travelbot.models.messages import Failure, Status, ToolCall, ToolStep
from travelbot.models.trip_map import TripMap
from travelbot.models.usage import Usage
from travelbot.service.event_log import EventLog
from travelbot.service.retelling import INTERRUPTED, events_of
from travelbot.web.api.positions import EventId, Position
from travelbot.web.api.streaming import as_events, follow
from travelbot.web.api.transcript import Done, Sent, Text, Transcript

CALL = ToolCall(id="call_1", name="find_places", arguments="{}")
DONE = TurnFinished(status=Status.COMPLETE)
FAILED = TurnFinished(status=Status.FAILED, failure=Failure(code="cut_off", message="Cut."))


def step(drew: bool, planned: bool) -> list[TurnEvent]:
    drawing = [MapUpdated(map=TripMap(moves=1))] if drew else []
    planning = [ItineraryUpdated(itinerary=Itinerary(title="Japan"))] if planned else []
    done = ToolStep(call=CALL, result="{}", label="Done", ok=True, drew=drew, planned=planned)
    started = ToolStarted(call=CALL, label="Running")
    return [started, *drawing, *planning, ToolFinished(step=done)]


def turn_of(
    rounds: list[tuple[list[str], int]], draws: int, plans: int, end: TurnFinished
) -> list[TurnEvent]:
    """Rounds of text pieces and numbers of steps; the ones numbered so draw and plan.

    Each round begins with reasoning and takes seven tokens.
    """
    events: list[TurnEvent] = []
    steps = 0
    for pieces, count in rounds:
        events += [RoundStarted(), ReasoningDelta(text="Hm, "), ReasoningDelta(text="well.")]
        events += [TextDelta(text=piece) for piece in pieces]
        events.append(RoundEnded(provider="p", usage=Usage(prompt=5, completion=2)))
        for _ in range(count):
            events += step(steps == draws, steps == plans)
            steps += 1
    return [*events, end]


def sent(events: list[TurnEvent], read: Position | None = None) -> list[Sent]:
    transcript = Transcript("c", "t", read or Position())
    return [each for event in events for each in transcript.take(event)]


def story(events: list[Sent]) -> list[object]:
    """What is told, however the text was cut."""
    told: list[object] = []
    for each in events:
        if isinstance(each.data, Text) and told and isinstance(told[-1], str):
            told[-1] += each.data.text
        else:
            told.append(each.data.text if isinstance(each.data, Text) else each.data)
    return told


ROUNDS = st.lists(
    st.tuples(st.lists(st.text(min_size=1, max_size=4), max_size=4), st.integers(0, 2)), max_size=4
)


@given(
    rounds=ROUNDS,
    draws=st.integers(0, 4),
    plans=st.integers(0, 4),
    end=st.sampled_from([DONE, FAILED]),
)
def test_any_event_can_be_resumed_after_live_and_from_the_stored_reply(
    rounds: list[tuple[list[str], int]], draws: int, plans: int, end: TurnFinished
) -> None:
    live = turn_of(rounds, draws, plans, end)
    stored = list(events_of(replay(live), lambda _: "Running"))
    whole = sent(live)
    assert len({each.id for each in whole}) == len(whole)
    assert [each.id.position for each in whole] == sorted(each.id.position for each in whole)
    assert isinstance(done := whole[-1].data, Done)
    assert (done.usage.prompt, done.usage.completion) == (5 * len(rounds), 2 * len(rounds))
    for source in (live, stored):
        assert story(sent(source)) == story(whole)
        for index, last in enumerate(whole):
            rest = sent(source, last.id.position)
            assert story(whole[: index + 1] + rest) == story(whole)


def test_what_a_crash_lost_does_not_come_again() -> None:
    kept = replay([RoundStarted(), TextDelta(text="One")])
    rest = sent(list(events_of(kept, str)), Position(1, 7))
    assert [each.name for each in rest] == ["error", "done"]
    assert rest[0].data.model_dump() == INTERRUPTED.model_dump()


def test_an_id_is_read_as_it_was_written() -> None:
    event_id = EventId("b3Xk-_", "x1Y2z3A4", Position(3, 41, 2))
    assert str(event_id) == "b3Xk-_.x1Y2z3A4.3.41.2"
    assert EventId.parse(str(event_id)) == event_id


@pytest.mark.parametrize("text", ["c.t.1.2", "c.t.1.2.٣", "c.t.1.2.3\n", "ç.t.1.2.3", "..1.2.3"])
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(BadEventId):
        EventId.parse(text)


@pytest.mark.parametrize(
    ("beat", "events"), [(0.01, []), (60.0, [ReasoningDelta(text="Hm, "), RoundStarted()])]
)
def test_silence_and_what_is_not_sent_are_filled_with_comments(
    beat: float, events: list[TurnEvent]
) -> None:
    async def received() -> list[bytes]:
        log, chunks, rest = EventLog(), [], [*events]
        log.append(RoundStarted())
        async for chunk in as_events(follow(log, beat), Transcript("c", "t", Position())):
            chunks.append(chunk)
            if rest:
                log.append(rest.pop())
            elif len(chunks) == 3:
                log.append(DONE)
        return chunks

    *comments, done = asyncio.run(received())
    assert comments == [b": ping\n\n"] * 3
    assert done.startswith(b"event: done\n")
