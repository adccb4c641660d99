"""Messages as they appear in the chat: stored ones, and the one in the making."""

from collections.abc import Callable, Iterator
from functools import partial
from time import sleep

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from travelbot.models.events import (
    MapUpdated,
    RoundStarted,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnEvent,
    TurnFinished,
)
from travelbot.models.messages import Failure, Message, Prompt, Reply, Status, ToolStep
from travelbot.service.retelling import INTERRUPTED
from travelbot.service.turn import Turn
from travelbot.web.map_panel import MapPanel
from travelbot.web.prose import BREAK, Prose, plain, plain_line, prose, scrubbed
from travelbot.web.state import BEAT, stop_point

FLUSH = 0.04
"""Seconds between two changes of the text: 25 a second."""
MAX_SHOWN = 20_000
"""Characters of what a tool was asked or answered."""
AVATARS = {"user": ":material/person:", "assistant": ":material/explore:"}

Piece = str | Callable[[], object]


def draw_message(message: Message) -> None:
    """One message of the history."""
    with st.chat_message(message.role, avatar=AVATARS[message.role]):
        if isinstance(message, Prompt):
            st.markdown(plain(message.text))
        else:
            _draw_reply(message)


def stream_reply(turn: Turn, shown: int, map_panel: MapPanel) -> None:
    """The reply of a running turn, from its beginning to its end.

    The maps among its first `shown` events are on the screen already.
    """
    with st.chat_message("assistant", avatar=AVATARS["assistant"]):
        body, waiting = st.container(), st.empty()
        with body:
            st.write_stream(_Stream(turn, shown, map_panel, waiting).pieces())
            end = turn.log.read()[-1]
            if isinstance(end, TurnFinished):
                _draw_end(end.status, end.failure)


def _draw_reply(reply: Reply) -> None:
    with st.container():
        for answer in reply.rounds:
            for block in prose(answer.text):
                st.markdown(block)
            for step in answer.steps:
                _draw_step(step)
        interrupted = reply.status is Status.STREAMING
        _draw_end(reply.status, INTERRUPTED if interrupted else reply.failure)


def _draw_step(step: ToolStep) -> None:
    icon = ":material/check:" if step.ok else ":material/replay:"
    with st.expander(plain_line(step.label), icon=icon, type="step"):
        for text in (step.call.arguments, step.result):
            st.code(scrubbed(text[:MAX_SHOWN]), language="json", wrap_lines=True)


def _draw_end(status: Status, failure: Failure | None) -> None:
    if failure:
        st.error(plain(failure.message), icon=":material/error:")
    elif status is Status.STOPPED:
        st.caption("You stopped this reply.")


class _Stream:
    """Turns events into what `st.write_stream` takes: text, and things to do in between."""

    def __init__(
        self, turn: Turn, shown: int, map_panel: MapPanel, waiting: DeltaGenerator
    ) -> None:
        self._turn = turn
        self._shown = shown
        self._map_panel = map_panel
        self._waiting = waiting
        self._prose = Prose()

    def pieces(self) -> Iterator[Piece]:
        """Follow the turn to its end; what comes within FLUSH seconds comes as one piece."""
        position = 0
        for events in self._turn.log.follow(BEAT):
            stop_point()
            self._map_panel.catch_up()
            yield from self._batch(events, position)
            position += len(events)
            sleep(FLUSH if events else 0)

    def _batch(self, events: list[TurnEvent], position: int) -> Iterator[Piece]:
        text = ""
        for index, event in enumerate(events, position):
            if isinstance(event, TextDelta):
                text += self._prose.feed(event.text)
                continue
            if text := text + self._prose.close():
                yield from _elements(text)
                text = ""
            yield partial(self._between, event, index)
        if text:
            self._waiting.empty()
            yield from _elements(text)

    def _between(self, event: TurnEvent, index: int) -> None:
        match event:
            case RoundStarted():
                self._wait("Thinking")
            case ToolStarted(label=label):
                self._wait(label)
            case MapUpdated(map=trip_map) if index >= self._shown:
                self._map_panel.show(trip_map)
            case ToolFinished(step=step):
                _draw_step(step)
            case TurnFinished():
                self._waiting.empty()

    def _wait(self, label: str) -> None:
        self._waiting.markdown(f":shimmer[{plain_line(label)}…]")


def _elements(text: str) -> Iterator[Piece]:
    """The text, with something to do at each break, so that a new element begins there."""
    first, *others = text.split(BREAK)
    yield first
    for other in others:
        yield _nothing
        yield other


def _nothing() -> None:
    pass
