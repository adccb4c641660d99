"""The tree of messages: branches stay as they were, whatever is done in others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from sqlite_utils import Database

from travelbot.data.store import Store
from travelbot.errors import NotFound
from travelbot.models.messages import Conversation, Fork, Message, Prompt, Reply, Status

WALKS, STEPS = 12, 40
FIRST_ROW = 1
EMPTY = Conversation(id="c1")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "chats.db")


def told(*texts: str) -> tuple[Message, ...]:
    """Prompts and replies in turn; a reply is told from others by its turn."""
    return tuple(
        Prompt(text=text) if at % 2 == 0 else Reply(turn=text, status=Status.COMPLETE)
        for at, text in enumerate(texts)
    )


def chat(*texts: str) -> Conversation:
    return EMPTY.with_messages(told(*texts))


def now(store: Store) -> list[str]:
    """Prompts and turns of the chosen branch."""
    return words(store.load("ann", "c1").messages)


def words(messages: Sequence[Message]) -> list[str]:
    return [m.text if isinstance(m, Prompt) else m.turn for m in messages]


def fork(store: Store, position: int) -> Fork:
    return store.load("ann", "c1").forks[position]


def test_another_prompt_is_a_branch_and_the_old_one_can_be_chosen_again(store: Store) -> None:
    store.write("ann", chat("a", "A", "b", "B"), 0)
    store.branch("ann", chat("a", "A", "c"), 2)
    store.write("ann", chat("a", "A", "c", "C"), 3)
    assert now(store) == ["a", "A", "c", "C"]
    versions, number = fork(store, 2).versions, fork(store, 2).number
    assert (len(versions), number) == (2, 2)
    store.choose_branch("ann", "c1", versions[0])
    assert now(store) == ["a", "A", "b", "B"]
    assert fork(store, 2).number == 1
    store.choose_branch("ann", "c1", versions[1])
    assert now(store) == ["a", "A", "c", "C"]


def test_the_first_prompt_can_be_asked_in_the_same_words_again(store: Store) -> None:
    store.write("ann", chat("a", "A", "b", "B"), 0)
    store.branch("ann", chat("a"), 0)
    assert now(store) == ["a"]
    store.choose_branch("ann", "c1", fork(store, 0).versions[0])
    assert now(store) == ["a", "A", "b", "B"]


def test_a_reply_that_another_branch_goes_on_from_stays(store: Store) -> None:
    store.write("ann", chat("a", "A", "b", "B"), 0)
    store.branch("ann", chat("a", "A", "c"), 2)
    store.write("ann", chat("a"), 1)
    assert now(store) == ["a"]
    store.write("ann", chat("a", "X"), 1)
    assert now(store) == ["a", "X"]
    with Database(store._file._path) as db:
        said = {m for (m,) in db.execute("select text from messages where text != ''")}
    assert {"a", "b"} <= said


def test_the_branch_that_is_chosen_is_not_left(store: Store) -> None:
    store.write("ann", chat("a", "A", "b"), 0)
    store.branch("ann", chat("a", "A", "c"), 2)
    store.choose_branch("ann", "c1", fork(store, 2).versions[0])
    store.choose_branch("ann", "c1", FIRST_ROW)
    assert now(store) == ["a", "A", "b"]


@pytest.mark.parametrize("version", [2, 99, -1])
def test_a_version_is_a_prompt_of_this_conversation(store: Store, version: int) -> None:
    store.write("ann", chat("a", "A"), 0)
    with pytest.raises(NotFound, match="version"):
        store.choose_branch("ann", "c1", version)
    store.write("ann", chat("a").model_copy(update={"id": "c2"}), 0)
    with pytest.raises(NotFound):
        store.choose_branch("ann", "c2", FIRST_ROW)


@pytest.mark.parametrize(
    ("stored", "missed", "expected", "branches"),
    [
        (("a", "A"), ("a", "A", "b", "B"), ("a", "A", "b", "B"), {}),
        (("a", "A"), ("a", "X", "b"), ("a", "X", "b"), {}),
        (("a", "A"), ("a",), ("a",), {}),
        (("a", "A", "b", "B"), ("a", "A", "c", "C"), ("a", "A", "c", "C"), {2: 2}),
        (("a", "A", "b", "B"), ("a", "X"), ("a", "X"), {0: 2}),
        (("a", "A", "b", "B"), ("a",), ("a",), {0: 2}),
        (("a", "A", "b", "B"), ("a", "A"), ("a", "A", "b", "B"), {}),
        ((), ("a", "A"), ("a", "A"), {}),
    ],
)
def test_what_the_store_has_missed_is_taken_in_and_nothing_goes(
    store: Store,
    stored: tuple[str, ...],
    missed: tuple[str, ...],
    expected: tuple[str, ...],
    branches: dict[int, int],
) -> None:
    if stored:
        store.write("ann", chat(*stored), 0)
    store.merge("ann", chat(*missed))
    assert now(store) == list(expected)
    forks = store.load("ann", "c1").forks
    assert {at: len(fork.versions) for at, fork in forks.items()} == branches
    for at in forks:
        store.choose_branch("ann", "c1", forks[at].versions[0])
        assert now(store) == list(stored)


def test_a_turn_that_ends_after_another_branch_was_chosen_harms_neither(store: Store) -> None:
    """As a second process could do, which doesn't know of the turn."""
    store.write("ann", chat("a", "A", "b", "B"), 0)
    store.branch("ann", chat("a", "A", "c"), 2)
    store.choose_branch("ann", "c1", fork(store, 2).versions[0])
    store.write("ann", chat("a", "A", "c", "C"), 3)
    for version, expected in zip(fork(store, 2).versions, ("bB", "cC"), strict=False):
        store.choose_branch("ann", "c1", version)
        assert now(store)[2] == expected[0]
    assert sorted(all_turns(store)) == ["A", "B", "C"]


def test_a_turn_that_ends_after_its_prompt_was_replaced_is_added(store: Store) -> None:
    store.write("ann", chat("a", "A", "b"), 0)
    store.write("ann", chat("a", "A"), 1)
    store.write("ann", chat("a", "A", "b", "B"), 3)
    assert now(store) == ["a", "A", "b", "B"]


def all_turns(store: Store) -> list[str]:
    with Database(store._file._path) as db:
        bodies = db.execute("select json_extract(body, '$.turn') from messages").fetchall()
    return [turn for (turn,) in bodies if turn]


@dataclass
class Tree:
    """The same in memory: each message with the one before it, and where the branch ends."""

    parents: list[int | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)
    head: int | None = None

    def path(self) -> list[int]:
        at, found = self.head, []
        while at is not None:
            found.append(at)
            at = self.parents[at]
        return found[::-1]

    def add(self, parent: int | None, text: str) -> None:
        self.parents.append(parent)
        self.texts.append(text)
        self.head = len(self.texts) - 1

    def children(self, parent: int | None) -> list[int]:
        return [at for at, p in enumerate(self.parents) if p == parent and at not in self.gone]

    def newest_below(self, at: int) -> int:
        below = [at, *(self.newest_below(child) for child in self.children(at))]
        return max(below)


class Walk:
    """One step after the other, in the store and in memory."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store, self.random, self.tree = store, Random(seed), Tree()  # noqa: S311
        self.said = 0

    def step(self) -> None:
        path = self.tree.path()
        acts = [self.ask] if not path else [self.ask, self.retry, self.instead, self.choose]
        self.random.choice(acts)(path)
        self.compare()

    def ask(self, path: list[int]) -> None:
        text = self.text()
        self.tree.add(path[-1] if path else None, text)
        self.store.write("ann", self.chat(), len(path))
        self.answer(text.upper())

    def retry(self, path: list[int]) -> None:
        reply = path[-1]
        self.tree.gone.add(reply)
        self.tree.head = path[-2]
        self.store.write("ann", self.chat(), len(path) - 2)
        self.answer(self.text().upper())

    def instead(self, path: list[int]) -> None:
        position = self.random.randrange(0, len(path), 2)
        text = self.random.choice([self.text(), self.tree.texts[path[position]]])
        self.tree.add(path[position - 1] if position else None, text)
        self.store.branch("ann", self.chat(), position)
        self.answer(self.text().upper())

    def choose(self, path: list[int]) -> None:
        position = self.random.randrange(0, len(path), 2)
        versions = self.versions(path, position)
        number = self.random.randrange(len(versions))
        forks = self.store.load("ann", "c1").forks
        if position in forks:
            self.store.choose_branch("ann", "c1", forks[position].versions[number])
            if versions[number] not in path:
                self.tree.head = self.tree.newest_below(versions[number])

    def answer(self, text: str) -> None:
        """Twice, as a checkpoint and at the end."""
        self.tree.add(self.tree.head, text)
        chat = self.chat()
        half = Reply(turn=text, status=Status.STREAMING)
        since = len(chat.messages) - 1
        self.store.write("ann", chat.with_messages((*chat.messages[:-1], half)), since)
        self.store.write("ann", chat, since)

    def compare(self) -> None:
        path, stored = self.tree.path(), self.store.load("ann", "c1")
        assert words(stored.messages) == [self.tree.texts[at] for at in path]
        expected = {at: self.versions(path, at) for at in range(0, len(path), 2)}
        assert {at: (len(fork.versions), fork.number) for at, fork in stored.forks.items()} == {
            at: (len(versions), versions.index(path[at]) + 1)
            for at, versions in expected.items()
            if len(versions) > 1
        }

    def versions(self, path: list[int], position: int) -> list[int]:
        return self.tree.children(self.tree.parents[path[position]])

    def chat(self) -> Conversation:
        return chat(*(self.tree.texts[at] for at in self.tree.path()))

    def text(self) -> str:
        self.said += 1
        return f"t{self.said}"


@pytest.mark.parametrize("seed", range(WALKS))
def test_the_tree_is_what_it_would_be_in_memory(store: Store, seed: int) -> None:
    walk = Walk(store, seed)
    for _ in range(STEPS):
        walk.step()
    kept = [at for at in range(len(walk.tree.texts)) if at not in walk.tree.gone]
    with Database(store._file._path) as db:
        assert db["messages"].count == len(kept)
        assert not list(db.query("pragma foreign_key_check"))


def test_a_long_conversation_can_be_purged(store: Store) -> None:
    """It is longer than SQLite's chains of deletions may be."""
    store.write("ann", chat(*map(str, range(2500))), 0)
    store.purge(store._now())
    with Database(store._file._path) as db:
        assert db["messages"].count == 0
