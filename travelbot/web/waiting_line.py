"""The line under a reply in the making: what is going on, or for whom it waits."""

from time import monotonic

from streamlit.delta_generator import DeltaGenerator

from travelbot.models.events import (
    ReasoningDelta,
    RoundEnded,
    RoundStarted,
    TextDelta,
    ToolStarted,
    TurnEvent,
    TurnFinished,
)
from travelbot.web.prose import plain_line

SILENCE = 3.0
"""Seconds without a sign of life from the provider, after which the reader is told."""


class WaitingLine:
    """Follows a turn's events; empty while text comes."""

    def __init__(self, slot: DeltaGenerator) -> None:
        self._slot = slot
        self._doing = ""
        self._provider = ""
        """Who is waited for; empty where that is nobody."""
        self._heard_at = monotonic()
        self._shown = ""

    def take(self, event: TurnEvent) -> None:
        """Take in what has happened just now."""
        self._heard_at = monotonic()
        match event:
            case RoundStarted(provider=provider):
                self._doing, self._provider = "Thinking", provider
            case ReasoningDelta():
                self._doing = "Thinking"
            case ToolStarted(label=label):
                self._doing = label
            case RoundEnded():
                self._provider = ""
            case TextDelta() | TurnFinished():
                self._doing = ""

    def draw(self) -> None:
        """Show how it stands by now."""
        is_silent = self._provider and monotonic() - self._heard_at >= SILENCE
        line = f"Still waiting for {self._provider}" if is_silent else self._doing
        if line == self._shown:
            return
        self._shown = line
        if line:
            self._slot.markdown(f":shimmer[{plain_line(line)}…]")
        else:
            self._slot.empty()
