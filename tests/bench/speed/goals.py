"""What is measured, what it should be, and both side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isinf

NAIVE, NICEGUI, BARE = "naive Streamlit", "NiceGUI", "bare page"
PEERS = (NAIVE, NICEGUI, BARE)
NOTHING = "–"


@dataclass(frozen=True)
class Figure:
    """What was measured of the app, and of peers in the same run."""

    name: str
    value: float
    unit: str
    peers: Mapping[str, float] = field(default_factory=dict)


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

    def is_met(self, figure: Figure) -> bool:
        """Whether the figure is small enough; a peer that wasn't measured sets no limit."""
        limits = [
            share * figure.peers[peer]
            for peer, share in self.shares.items()
            if peer in figure.peers
        ]
        return all(figure.value <= limit for limit in (self.limit, *limits))


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
    Goal("bytes to the browser, map redrawn", 4, "kB"),
    Goal("no-op rerun, 500 messages", 150, "ms"),
    Goal("bytes to the browser, no-op rerun, 500 messages", 50, "kB"),
    Goal("no-op rerun, 5,000 messages ÷ 500 messages", 1.2, "×"),
    Goal("bytes of a no-op rerun, 5,000 messages ÷ 500 messages", 1.2, "×"),
    Goal("open the page, warm → input usable", 300, "ms"),
    Goal("50 sessions: lag of the first token, p95", 100, "ms"),
    Goal("50 sessions: lag of the last token, p95", 25, "ms"),
    Goal("50 sessions: server CPU per 500 tokens", 0.15, "s"),
    Goal("memory per idle session", 0.1, "MB"),
    Goal("memory per session with 200 messages", 1, "MB"),
    Goal("save a conversation, 1,000 in the store", 50, "ms"),
    Goal("load a conversation, 1,000 in the store", 50, "ms"),
    Goal("list the conversations, 1,000 in the store", 50, "ms"),
    Goal("search the conversations, 1,000 in the store", 50, "ms"),
    Goal("24 h at a turn a second: memory grown", 5, "MB"),
)


def table(figures: Sequence[Figure], goals: Iterable[Goal] = GOALS) -> str:
    """All figures and goals as a Markdown table: first what has a goal, then the rest."""
    measured = {figure.name: figure for figure in figures}
    wanted = {goal.name: goal for goal in goals}
    head = ("what", "goal", "Travelbot", *PEERS, "met?")
    names = (*wanted, *(name for name in measured if name not in wanted))
    rows = [head, *(_row(name, wanted.get(name), measured.get(name)) for name in names)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [" | ".join(map(str.ljust, row, widths)) for row in rows]
    lines.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in lines)


def shown(value: float, unit: str) -> str:
    """A value to three digits or so, with its unit; infinite is what was never reached."""
    if isinf(value):
        return "lost"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    number = f"{value:,.{digits}f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{number} {unit}".rstrip()


def _row(name: str, goal: Goal | None, figure: Figure | None) -> tuple[str, ...]:
    unit = figure.unit if figure else ""
    values = {"": figure.value, **figure.peers} if figure else {}
    columns = [shown(values[who], unit) if who in values else NOTHING for who in ("", *PEERS)]
    verdict = ("yes" if goal.is_met(figure) else "no") if goal and figure else NOTHING
    return name, str(goal) if goal else NOTHING, *columns, verdict
