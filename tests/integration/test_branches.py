"""The tree of messages: branches stay as they were, whatever is done in others."""

from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.integration.branches import chat, words
from travelbot.data.store import Store
from travelbot.errors import NotFound
from travelbot.models.messages import Fork

FIRST_ROW = 1


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "chats.db")


def now(store: Store) -> list[str]:
    """Prompts and turns of the chosen branch."""
    return words(store.load("ann", "c1").messages)


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


def test_a_long_conversation_can_be_purged(store: Store) -> None:
    """It is longer than SQLite's chains of deletions may be."""
    store.write("ann", chat(*map(str, range(2500))), 0)
    store.purge(store._now())
    with Database(store._file._path) as db:
        assert db["messages"].count == 0
