"""Many steps at random, in the store and in a tree in memory: both have the same branches."""

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from sqlite_utils import Database

from tests.integration.branches import chat, words
from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Reply, Status

WALKS, STEPS = 12, 40


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
def test_the_tree_is_what_it_would_be_in_memory(tmp_path: Path, seed: int) -> None:
    database = tmp_path / "chats.db"
    walk = Walk(Store(database), seed)
    for _ in range(STEPS):
        walk.step()
    kept = [at for at in range(len(walk.tree.texts)) if at not in walk.tree.gone]
    with closing(Database(database)) as db:
        assert db["messages"].count == len(kept)
        assert not list(db.query("pragma foreign_key_check"))
