"""Conversations as the store keeps, lists, deletes and restores them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.integration.stored import CHAT, TRIP, keep
from travelbot.data.store import Store
from travelbot.errors import NotFound
from travelbot.models.messages import Prompt, Reply


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "new folder" / "chats.db")


def test_a_conversation_comes_back_whole(store: Store) -> None:
    keep(store)
    assert store.load("ann", "c1") == CHAT
    assert store.load("ann", "c1").map == TRIP


def test_writing_replaces_what_stood_from_there_on(store: Store) -> None:
    keep(store)
    shorter = CHAT.with_messages((Prompt(text="Tokyo?"), Reply()))
    store.write("ann", shorter, since=1)
    assert store.load("ann", "c1") == shorter
    store.write("ann", CHAT.with_messages((Prompt(text="Rome?"),)), since=0)
    assert store.load("ann", "c1").messages == (Prompt(text="Rome?"),)


def test_saved_conversations_are_listed_latest_first(tmp_path: Path) -> None:
    clock = iter(datetime(2026, 1, day, tzinfo=UTC) for day in range(1, 30))
    store = Store(tmp_path / "chats.db", now=lambda: next(clock))
    for name in ("c1", "c2", "draft"):
        keep(store, CHAT.model_copy(update={"id": name}))
    store.save("ann", "c1", "First")
    store.save("ann", "c2", "Second")
    store.write("ann", CHAT, since=1)
    assert [(s.title, s.messages) for s in store.saved("ann")] == [("First", 2), ("Second", 2)]
    store.save("ann", "c1", "Renamed")
    assert store.load("ann", "c1").title == "Renamed"
    assert store.load("ann", "c1").saved
    assert not store.load("ann", "draft").saved


def test_what_is_deleted_is_gone_at_once_and_can_be_restored(store: Store) -> None:
    for name in ("c1", "c2"):
        keep(store, CHAT.model_copy(update={"id": name}))
        store.save("ann", name, "Tokyo trip")
    before = store.saved("ann")
    store.delete("ann", "c1", "c2")
    assert store.saved("ann") == ()
    assert store.search("ann", "tokyo", 9) == ()
    assert store.latest("ann") is None
    for gone in (store.load, store.revision, store.delete):
        with pytest.raises(NotFound):
            gone("ann", "c1")
    with pytest.raises(NotFound):
        keep(store)
    store.restore("ann", "c1", "c2")
    assert store.saved("ann") == before
    with pytest.raises(NotFound):
        store.restore("ann", "c1")


def test_of_several_all_are_deleted_or_none(store: Store) -> None:
    keep(store)
    with pytest.raises(NotFound):
        store.delete("ann", "c1", "c2")
    assert store.load("ann", "c1") == CHAT


def test_what_is_purged_is_gone_with_its_messages_and_index(tmp_path: Path) -> None:
    path, start = tmp_path / "chats.db", datetime(2026, 1, 1, tzinfo=UTC)
    store = Store(path, now=lambda: start)
    keep(store)
    store.save("ann", "c1", "Tokyo trip")
    store.delete("ann", "c1")
    store.purge(before=start)
    store.restore("ann", "c1")
    store.delete("ann", "c1")
    store.purge(before=start + timedelta(seconds=1))
    with pytest.raises(NotFound):
        store.restore("ann", "c1")
    db = Database(path)
    tables = ("conversations", "messages", "search_pages", "search")
    assert [db[name].count for name in tables] == [0, 0, 0, 0]
    assert not list(db.query("select * from search where search match 'go OR tokyo'"))
    assert db.journal_mode == "wal"
    db.close()


def test_the_list_tells_places_and_where_they_are(store: Store) -> None:
    keep(store)
    store.save("ann", "c1", "Japan")
    [summary] = store.saved("ann")
    assert summary.places == ("Tokyo 東京",)
    assert summary.points == ((139.69, 35.68),)


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.load("bob", "c1"),
        lambda store: store.write("bob", CHAT, 0),
        lambda store: store.save("bob", "c1", "Mine"),
        lambda store: store.delete("bob", "c1"),
        lambda store: store.load("ann", "c2"),
    ],
)
def test_another_owners_conversation_does_not_exist(
    store: Store, act: Callable[[Store], object]
) -> None:
    keep(store)
    with pytest.raises(NotFound):
        act(store)
    assert store.load("ann", "c1") == CHAT
    assert store.saved("bob") == ()


def test_only_drafts_go_when_they_are_old(tmp_path: Path) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    store = Store(tmp_path / "chats.db", now=lambda: start)
    for name in ("draft", "saved"):
        keep(store, CHAT.model_copy(update={"id": name}))
    store.save("ann", "saved", "Kept")
    store.purge(before=start)
    assert store.load("ann", "draft")
    store.purge(before=start + timedelta(seconds=1))
    with pytest.raises(NotFound):
        store.load("ann", "draft")
    assert store.load("ann", "saved").messages == CHAT.messages
