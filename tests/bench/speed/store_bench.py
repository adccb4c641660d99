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
from tests.bench.speed.wording import prose
from travelbot.data.store import Store
from travelbot.models.messages import Conversation

CONVERSATIONS, MESSAGES = 1000, 100
ROUNDS = 40
WORDS_OF = {"user": 10, "assistant": 100}
OWNER = "owner"
PLAIN = "plain sqlite3"
TERMS = ("harbour", "nal*", "balan", "balan harbour", '"golden bakery"', "unheard")
"""Words that nearly all messages have, beginnings, names, both, phrases, and nothing."""
SEARCH = """
    select id, title, updated_at from conversations where owner = ? and id in (
        select conversation from messages where id in (
            select rowid from messages_fts where messages_fts match ?)
        union
        select id from conversations where rowid in (
            select rowid from conversations_fts where conversations_fts match ?))
    order by updated_at desc limit 30
"""
"""As a search over the store's full-text tables has to ask."""
LIST = "select id, title, updated_at from conversations where owner = ? order by updated_at desc"
LOAD = "select body from messages where conversation = ? order by position"
DELETE = "delete from messages where conversation = ?"
INSERT = "insert into messages (conversation, position, text, body) values (?, ?, ?, ?)"

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
        "search the conversations": (plain.search, plain.match),
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
    """Writes all messages of a conversation, which is the most that a turn can ask for."""
    ready = [_conversation(number) for number in range(ROUNDS)]
    return lambda number: store.write(OWNER, ready[number], 0)


def _conversation(number: int) -> Conversation:
    random = Random(number)  # noqa: S311
    messages = tuple(
        message(role, prose(random, words))
        for _ in range(MESSAGES // len(WORDS_OF))
        for role, words in WORDS_OF.items()
    )
    return Conversation(id=_name(number), messages=messages)


def _name(number: int) -> str:
    return f"conversation-{number * 7919 % CONVERSATIONS}"


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

    def search(self, number: int) -> list[tuple[str]]:
        """The latest conversations that say something, in their titles or messages."""
        terms = TERMS[number % len(TERMS)]
        return self._all(SEARCH, OWNER, terms, terms)

    def match(self, number: int) -> list[tuple[str]]:
        """The messages that say something, and no more."""
        terms = TERMS[number % len(TERMS)]
        return self._all("select rowid from messages_fts where messages_fts match ?", terms)

    def save(self, number: int) -> None:
        """The messages of a conversation, away and back."""
        with closing(sqlite3.connect(self._database)) as db, db:
            found = db.execute(LOAD.replace("body", "text, body"), [_name(number)]).fetchall()
            db.execute(DELETE, [_name(number)])
            rows = [(_name(number), at, *row) for at, row in enumerate(found)]
            db.executemany(INSERT, rows)

    def _all(self, query: str, *given: str) -> list[tuple[str]]:
        with closing(sqlite3.connect(self._database)) as db:
            return db.execute(query, given).fetchall()
