"""What is measured, and what it should be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isinf

TRAVELBOT, NAIVE, NICEGUI, BARE = "Travelbot", "naive Streamlit", "NiceGUI", "bare page"
PEERS = (NAIVE, NICEGUI, BARE)
DAY = "24 h at a turn a second, 1 h simulated × 24: memory grown"


@dataclass(frozen=True)
class Figure:
    """What was measured of one app: the median, where there were more runs than one."""

    name: str
    value: float
    unit: str
    who: str = TRAVELBOT
    runs: int = 1

    def __str__(self) -> str:
        """One line."""
        runs = f" (median of {self.runs})" if self.runs > 1 else ""
        return f"{self.name}: {self.who} {shown(self.value, self.unit)}{runs}"


@dataclass(frozen=True)
class Goal:
    """The most that the figure of this name may be; `shares` limits it by a peer's figure."""

    name: str
    limit: float
    unit: str
    shares: Mapping[str, float] = field(default_factory=dict)

    def __str__(self) -> str:
        """As the table says it."""
        shares = [f"≤ {share:g} × {peer}" for peer, share in self.shares.items()]
        return ", ".join((f"≤ {shown(self.limit, self.unit)}", *shares))

    def is_met(self, figures: Mapping[str, Figure]) -> bool:
        """Whether the app's figure is small enough; a peer that wasn't measured sets no limit."""
        limits = [
            share * figures[peer].value for peer, share in self.shares.items() if peer in figures
        ]
        return all(figures[TRAVELBOT].value <= limit for limit in (self.limit, *limits))


def shown(value: float, unit: str) -> str:
    """A value to three digits or so, with its unit; infinite is what was never reached."""
    if isinf(value):
        return "lost"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    number = f"{value:,.{digits}f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{number} {unit}".rstrip()


GOALS = (
    Goal("submit → first word", 80, "ms", {NICEGUI: 0.65}),
    Goal("last token sent → seen, 500 tokens", 30, "ms"),
    Goal("last token sent → seen, 2,000 tokens", 30, "ms"),
    Goal("last token sent → seen, 8,000 tokens", 60, "ms"),
    Goal("token lag p95, 500 tokens", 60, "ms"),
    Goal("token lag p95, 2,000 tokens", 60, "ms"),
    Goal("token lag p95, 8,000 tokens", 60, "ms"),
    Goal("2,000 tokens at once: last sent → seen", 150, "ms"),
    Goal("bytes to the browser, 8,000 tokens", 500, "kB"),
    Goal("exponent of bytes, 1,000 to 8,000 tokens", 1.1, ""),
    Goal("main thread busy, 8,000 tokens", 15, "s"),
    Goal("tool call's last byte → map redrawn", 100, "ms"),
    Goal("bytes to the browser until the map is redrawn", 4, "kB"),
    Goal("no-op rerun in the browser, 500 messages", 150, "ms"),
    Goal("bytes to the browser, no-op rerun, 500 messages", 50, "kB"),
    Goal("no-op rerun in the browser, 5,000 ÷ 500 messages", 1.2, "×"),
    Goal("bytes to the browser, no-op rerun, 5,000 ÷ 500 messages", 1.2, "×"),
    Goal("open the page, warm → input usable", 300, "ms"),
    Goal("50 sessions: lag of the first token, p95", 100, "ms"),
    Goal("50 sessions: lag of the last token, p95", 25, "ms"),
    Goal("50 sessions: server CPU per 500 tokens", 0.15, "s"),
    Goal("memory per idle session", 0.1, "MB"),
    Goal("memory per session with 200 messages", 1, "MB"),
    Goal("save a conversation, 1,000 in the store, p95 of 40", 50, "ms"),
    Goal("load a conversation, 1,000 in the store, p95 of 40", 50, "ms"),
    Goal("list the conversations, 1,000 in the store, p95 of 40", 50, "ms"),
    Goal("search the conversations, 1,000 in the store, p95 of 40", 50, "ms"),
    Goal(DAY, 5, "MB"),
)
