"""A store file with many conversations, beside plain `sqlite3` that reads and writes the same."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from tests.bench.speed.goals import Figure
from tests.bench.speed.kept import message
from tests.bench.speed.load import percentile
from tests.bench.speed.wording import NAMES, prose
from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Message
from travelbot.models.trip_map import Marker, TripMap

CONVERSATIONS, MESSAGES = 1000, 100
ROUNDS = 40
WORDS_OF = {"user": 10, "assistant": 100}
OWNER = "owner"
PLAIN = "plain sqlite3"
PINS = 20
TERMS = ("harbour", "nal", "balan", "balan harbour", "golden-bakery", "b", "unheard")
"""Words that nearly all messages have, beginnings, names, both, phrases, letters, and nothing."""
LIMIT = 30
"""Trips found at most."""
SEARCH = "select rowid from search where search match ?"
LIST = "select id, title, updated_at from conversations where owner = ? order by updated_at desc"
LOAD = "select body from messages where conversation = ? order by position"
DELETE = "delete from messages where conversation = ?"
ROWS = "select id, conversation, parent, position, text, body from messages where conversation = ?"
INSERT = """
    insert into messages (id, conversation, parent, position, text, body) values (?, ?, ?, ?, ?, ?)
"""

Run = Callable[[int], object]


def measure(folder: Path) -> Iterator[Figure]:
    """Each operation as the store does it, and as little as SQLite can do."""
    database = folder / "many.db"
    store = Store(database)
    _fill(store)
    plain = _Plain(database)
    pairs: dict[str, tuple[Run, Run]] = {
        "save a conversation": (_saving(store), plain.save),
        "load a conversation": (lambda n: store.load(OWNER, _name(n)), plain.load),
        "list the conversations": (lambda _: store.saved(OWNER), plain.summaries),
        "search the conversations": (lambda n: store.search(OWNER, _terms(n), LIMIT), plain.match),
    }
    for what, runs in pairs.items():
        yield from _figures(what, *runs)


def _figures(what: str, ours: Run, plain: Run) -> Iterator[Figure]:
    """95th percentile and median, and how the median compares with the plain one's."""
    name = f"{what}, {CONVERSATIONS:,} in the store"
    times, plain_times = _milliseconds(ours), _milliseconds(plain)
    ratio = median(times) / median(plain_times)
    yield Figure(f"{name}, p95 of {ROUNDS}", percentile(times), "ms")
    yield Figure(f"{name}, median", median(times), "ms", runs=ROUNDS)
    yield Figure(f"{name}, median ÷ {PLAIN}'s", ratio, "×", runs=ROUNDS)


def _milliseconds(run: Run) -> list[float]:
    times = []
    for number in range(ROUNDS):
        start = perf_counter()
        run(number)
        times.append((perf_counter() - start) * 1e3)
    return times


def _fill(store: Store) -> None:
    for number in range(CONVERSATIONS):
        kept = _conversation(number)
        store.write(OWNER, kept, 0)
        store.save(OWNER, kept.id, f"Trip {number}")


def _saving(store: Store) -> Run:
    """Writes other messages all over a conversation, which is the most that a turn can ask for."""
    ready = [
        _conversation(number).with_messages(_conversation(number + ROUNDS).messages)
        for number in range(ROUNDS)
    ]
    return lambda number: store.write(OWNER, ready[number], 0)


def _conversation(number: int) -> Conversation:
    random = Random(number)  # noqa: S311
    messages = tuple(
        message(role, prose(random, words))
        for _ in range(MESSAGES // len(WORDS_OF))
        for role, words in WORDS_OF.items()
    )
    return Conversation(id=_name(number), messages=(*messages[:-1], _drawn(random, messages[-1])))


def _drawn(random: Random, reply: Message) -> Message:
    """With a map of pins."""
    markers = tuple(
        Marker(latitude=random.uniform(-60, 60), longitude=random.uniform(-180, 180), label=name)
        for name in random.choices(NAMES, k=PINS)
    )
    return reply.model_copy(update={"map": TripMap(markers=markers)})


def _name(number: int) -> str:
    return f"conversation-{number * 7919 % CONVERSATIONS}"


def _terms(number: int) -> str:
    return TERMS[number % len(TERMS)]


class _Plain:
    """The same rows without the store; a connection for each operation, as the store has."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def load(self, number: int) -> list[tuple[str]]:
        """All bodies of a conversation, as they stand."""
        return self._all(LOAD, _name(number))

    def summaries(self, _: int) -> list[tuple[str]]:
        """All conversations."""
        return self._all(LIST, OWNER)

    def match(self, number: int) -> list[tuple[str]]:
        """The pages of the index that say something, and no more."""
        return self._all(SEARCH, f'"{_terms(number).replace("-", " ")}"*')

    def save(self, number: int) -> None:
        """The messages of a conversation, away and back."""
        with closing(sqlite3.connect(self._database)) as db, db:
            rows = db.execute(ROWS, [_name(number)]).fetchall()
            db.execute(DELETE, [_name(number)])
            db.executemany(INSERT, rows)

    def _all(self, query: str, *given: str) -> list[tuple[str]]:
        with closing(sqlite3.connect(self._database)) as db:
            return db.execute(query, given).fetchall()
