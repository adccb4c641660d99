"""Messages as they appear in the chat: stored ones, and the one in the making."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import streamlit as st

from travelbot.models.events import (
    ItineraryUpdated,
    MapUpdated,
    ReasoningDelta,
    RoundEnded,
    TextDelta,
    ToolFinished,
    TurnEvent,
    TurnFinished,
)
from travelbot.models.messages import Failure, Reply, Status, ToolStep
from travelbot.models.usage import Usage, added
from travelbot.service.retelling import INTERRUPTED
from travelbot.service.turn import Turn
from travelbot.web.itinerary.panel import ItineraryPanel
from travelbot.web.map_panel import MapPanel
from travelbot.web.prose import BREAK, Prose, plain, plain_line, prose, scrubbed
from travelbot.web.reasoning_step import ReasoningStep, draw_reasoning
from travelbot.web.state import BEAT, stop_point
from travelbot.web.tokens import tokens
from travelbot.web.waiting_line import WaitingLine

FLUSH = 0.04
"""Seconds between two changes of the text: 25 a second."""
MAX_SHOWN = 20_000
"""Characters of what a tool was asked or answered."""
AVATARS = {"user": ":material/person:", "assistant": ":material/explore:"}

Piece = str | Callable[[], object]


def draw_reply(reply: Reply) -> None:
    """A reply of the history."""
    with st.chat_message("assistant", avatar=AVATARS["assistant"]), st.container():
        for answer in reply.rounds:
            draw_reasoning(answer.reasoning)
            for block in prose(answer.text):
                st.markdown(block)
            for step in answer.steps:
                _draw_step(step)
        interrupted = reply.status is Status.STREAMING
        _draw_end(reply.status, INTERRUPTED if interrupted else reply.failure, reply.usage)


def stream_reply(
    turn: Turn, shown: int, map_panel: MapPanel, itinerary_panel: ItineraryPanel
) -> None:
    """The reply of a running turn, from its beginning to its end.

    The maps and itineraries among its first `shown` events are on the screen already.
    """
    with st.chat_message("assistant", avatar=AVATARS["assistant"]):
        body, waiting = st.container(), WaitingLine(st.empty())
        with body:
            stream = _Stream(turn, shown, map_panel, itinerary_panel, waiting)
            st.write_stream(stream.pieces())
            events = turn.log.read()
            usage = added(event.usage for event in events if isinstance(event, RoundEnded))
            if isinstance(end := events[-1], TurnFinished):
                _draw_end(end.status, end.failure, usage)


def _draw_step(step: ToolStep) -> None:
    icon = ":material/check:" if step.ok else ":material/replay:"
    with st.expander(plain_line(step.label), icon=icon, type="step"):
        for text in (step.call.arguments, step.result):
            st.code(scrubbed(text[:MAX_SHOWN]), language="json", wrap_lines=True)


def _draw_end(status: Status, failure: Failure | None, usage: Usage) -> None:
    if failure:
        st.error(plain(failure.message), icon=":material/error:")
    notes = ["You stopped this reply."] if status is Status.STOPPED else []
    if usage.total:
        notes.append(tokens(usage))
    if notes:
        st.caption(" · ".join(notes))


class _Stream:
    """Turns events into what `st.write_stream` takes: text, and things to do in between."""

    def __init__(
        self,
        turn: Turn,
        shown: int,
        map_panel: MapPanel,
        itinerary_panel: ItineraryPanel,
        waiting: WaitingLine,
    ) -> None:
        self._turn = turn
        self._shown = shown
        self._map_panel = map_panel
        self._itinerary_panel = itinerary_panel
        self._waiting = waiting
        self._prose = Prose()
        self._reasoning: ReasoningStep | None = None
        """Of the round that is being written."""

    def pieces(self) -> Iterator[Piece]:
        """Follow the turn to its end; text that comes within FLUSH seconds comes as one piece."""
        position = 0
        for events in self._turn.log.follow(BEAT, gather=FLUSH):
            stop_point()
            self._map_panel.catch_up()
            yield from self._batch(events, position)
            self._waiting.draw()
            if self._reasoning:
                self._reasoning.draw()
            position += len(events)

    def _batch(self, events: Sequence[TurnEvent], position: int) -> Iterator[Piece]:
        text = ""
        for index, event in enumerate(events, position):
            self._waiting.take(event)
            match event:
                case TextDelta(text=more):
                    text += self._prose.feed(more)
                case ReasoningDelta(text=more):
                    self._think(more)
                case _:
                    yield from _elements(text + self._prose.close())
                    text = ""
                    yield partial(self._between, event, index)
        yield from _elements(text)

    def _think(self, text: str) -> None:
        if self._reasoning is None and text.strip():
            self._reasoning = ReasoningStep()
        if self._reasoning:
            self._reasoning.feed(text)

    def _between(self, event: TurnEvent, index: int) -> None:
        match event:
            case RoundEnded() if self._reasoning:
                self._reasoning.close()
                self._reasoning = None
            case MapUpdated() | ItineraryUpdated() if index >= self._shown:
                self._map_panel.show(event)
                self._itinerary_panel.show(event)
            case ToolFinished(step=step):
                _draw_step(step)


def _elements(text: str) -> Iterator[Piece]:
    """The text, with something to do at each break, so that a new element begins there."""
    first, *others = text.split(BREAK)
    if first:
        yield first
    for other in others:
        yield _nothing
        yield other


def _nothing() -> None:
    pass
