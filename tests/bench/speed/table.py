"""All figures and goals side by side."""

from collections.abc import Iterable, Mapping, Sequence

from tests.bench.speed.goals import GOALS, PEERS, TRAVELBOT, Figure, Goal, shown

NOTHING = "–"
WHO = (TRAVELBOT, *PEERS)
HEAD = ("what", "goal", *WHO, "runs", "met?")
NOTES = """\
Where there were several runs, the figure is their median, or a ratio of medians.
Bytes to the browser are counted in the page, unpacked; bytes on the wire as they came.
"lost" is a page that showed nothing new for 8 s while its reply went on, or was 20 s behind."""

Figures = Mapping[str, Figure]
"""Of one name, by app."""


def table(figures: Sequence[Figure], goals: Iterable[Goal] = GOALS) -> str:
    """A Markdown table: first what has a goal, then the rest."""
    measured = _by_name(figures)
    wanted = {goal.name: goal for goal in goals}
    names = (*wanted, *(name for name in measured if name not in wanted))
    rows = [HEAD, *(_row(name, wanted.get(name), measured.get(name, {})) for name in names)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [" | ".join(map(str.ljust, row, widths)) for row in rows]
    lines.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join((*(f"| {line} |" for line in lines), "", NOTES))


def _by_name(figures: Sequence[Figure]) -> Mapping[str, Figures]:
    found: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        found.setdefault(figure.name, {})[figure.who] = figure
    return found


def _row(name: str, goal: Goal | None, figures: Figures) -> tuple[str, ...]:
    columns = [
        shown(figures[who].value, figures[who].unit) if who in figures else NOTHING for who in WHO
    ]
    verdict = NOTHING
    if goal and TRAVELBOT in figures:
        verdict = "yes" if goal.is_met(figures) else "no"
    return name, str(goal) if goal else NOTHING, *columns, _runs(figures), verdict


def _runs(figures: Figures) -> str:
    """The app's own, and the peers' where they differ."""
    own = {figure.runs for who, figure in figures.items() if who == TRAVELBOT}
    peers = {figure.runs for who, figure in figures.items() if who != TRAVELBOT}
    of_own, of_peers = (" or ".join(map(str, sorted(runs))) for runs in (own, peers))
    return f"{of_own}; peers {of_peers}" if peers - own else of_own or NOTHING
