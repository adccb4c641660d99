"""What a model thinks before it answers: a step that stays closed until the reader opens it.

Its label never changes: the browser would close a step whose label does.
"""

from math import inf
from time import monotonic

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from travelbot.web.prose import BREAK, Prose, prose

REDRAW = 0.5
"""Seconds between two changes of the text."""


def draw_reasoning(text: str) -> None:
    """The reasoning of a stored round, if there is any."""
    if blocks := prose(text):
        with _step():
            for block in blocks:
                st.caption(block)


class ReasoningStep:
    """The reasoning of a round that is being written.

    A block that has ended is never sent again, and the one that grows only every REDRAW seconds.
    """

    def __init__(self) -> None:
        self._step = _step()
        self._slot = self._step.empty()
        self._prose = Prose()
        self._block = ""
        self._shown = ""
        self._drawn_at = -inf

    def feed(self, text: str) -> None:
        """Take in some more, to be drawn later."""
        self._block += self._prose.feed(text)

    def draw(self) -> None:
        """Show what has come, where the time for it is there."""
        if self._block != self._shown and monotonic() - self._drawn_at >= REDRAW:
            self._draw()

    def close(self) -> None:
        """Show all that has come."""
        self._block += self._prose.close()
        self._draw()

    def _draw(self) -> None:
        *ended, self._block = self._block.split(BREAK)
        for block in ended:
            self._slot.caption(block)
            self._slot = self._step.empty()
        if self._block.strip():
            self._slot.caption(self._block)
        self._shown, self._drawn_at = self._block, monotonic()


def _step() -> DeltaGenerator:
    return st.expander("Reasoning", icon=":material/neurology:", type="step")
