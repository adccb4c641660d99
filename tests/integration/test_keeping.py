"""Conversations are kept: through crashes, deletions and a failing store."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.fakes.openai_server import (
    Answer,
    FakeOpenAI,
    Gate,
    event,
    says,
)
from tests.integration.conftest import Build
from tests.integration.turns import PATIENCE, finish
from travelbot.data.store import Store
from travelbot.errors import (
    NotFound,
    StoreError,
)
from travelbot.models.messages import Prompt, Reply, Status
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import Conversations


def test_a_crash_loses_at_most_the_last_seconds(
    assistant: Assistant, provider: FakeOpenAI, build: Build
) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "Half a "}), gate, *says("reply").pieces]))
    assistant.start("ann", "c1", "Tell me")
    assert gate.reached.wait(PATIENCE)
    after = build()
    reply = Reply()
    while reply.text != "Half a":
        conversation, _ = after.open("ann", "c1")
        reply = next((m for m in conversation.messages if isinstance(m, Reply)), reply)
    assert reply.status is Status.STREAMING
    assistant.stop("ann", "c1")


def test_saving_listing_renaming_deleting(guided: Assistant, build: Build) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    guided.trips.save("ann", "c1", "  To   Rome ")
    later = build()
    assert [(s.title, s.messages) for s in later.trips.saved("ann")] == [("To Rome", 2)]
    assert later.open("ann", "c1")[0].map.markers[0].label == "Rome"
    later.trips.delete("ann", "c1")
    with pytest.raises(NotFound):
        guided.open("ann", "c1")


def test_deleting_in_the_middle_of_a_reply_ends_it(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    assistant.trips.delete("ann", "c1")
    assert provider.hung_up.wait(1)
    with pytest.raises(NotFound):
        assistant.open("ann", "c1")


def test_owners_do_not_see_each_other(guided: Assistant) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    guided.trips.save("ann", "c1", "Rome")
    assert guided.trips.saved("bob") == ()
    with pytest.raises(NotFound):
        guided.open("bob", "c1")
    with pytest.raises(NotFound):
        guided.answer_again("bob", "c1")
    with pytest.raises(NotFound):
        guided.trips.delete("bob", "c1")
    assert guided.trips.saved("ann")


def test_the_chat_goes_on_without_a_store(guided: Assistant, database: Path) -> None:
    database.write_bytes(b"not a database " * 100)
    new = guided.begin("ann")
    finish(guided.start("ann", new, "Rome"))
    finish(guided.start("ann", new, "Paris"))
    conversation, _ = guided.open("ann", new)
    assert [m.text for m in conversation.messages if isinstance(m, Prompt)] == ["Rome", "Paris"]
    assert "damaged" in (guided.conversations.problem or "")
    assert database.read_bytes() == b"not a database " * 100
    with pytest.raises(StoreError):
        guided.open("bob", new)


def test_what_the_store_missed_is_kept_when_it_is_back(
    guided: Assistant, database: Path, build: Build
) -> None:
    new = guided.begin("ann")
    database.write_bytes(b"not a database " * 100)
    finish(guided.start("ann", new, "Rome"))
    database.unlink()
    finish(guided.start("ann", new, "Paris"))
    assert guided.conversations.problem is None
    assert len(build().open("ann", new)[0].messages) == 4


def test_a_passing_fault_of_the_store_erases_nothing(
    guided: Assistant, database: Path, build: Build
) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    aside = database.rename(database.with_name("aside.db"))
    database.write_bytes(b"not a database " * 100)
    finish(guided.start("ann", "c1", "Paris"))
    stranger = build()
    with pytest.raises(StoreError):
        stranger.start("ann", "c1", "Madrid")
    aside.rename(database)
    finish(guided.start("ann", "c1", "Vienna"))
    stored, _ = build().open("ann", "c1")
    prompts = [m.text for m in stored.messages if isinstance(m, Prompt)]
    assert prompts == ["Rome", "Paris", "Vienna"]


def test_a_message_of_another_version_is_told(guided: Assistant, database: Path) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    db = Database(database)
    db.execute("update messages set body = ?", ['{"role": "user", "text": "x", "mood": "new"}'])
    db.close()
    with pytest.raises(StoreError, match="another version"):
        Conversations(Store(database)).load("ann", "c1")


def test_drafts_of_a_month_ago_are_cleared_once_a_day(
    guided: Assistant, database: Path, build: Build
) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    db = Database(database)
    long_ago = datetime.now(UTC) - timedelta(days=31)
    db.table("conversations").update("c1", {"updated_at": long_ago.isoformat()})
    db.close()
    finish(guided.start("bob", "c2", "Paris"))
    assert guided.open("ann", "c1")
    later = build()
    finish(later.start("bob", "c2", "Paris"))
    with pytest.raises(NotFound):
        later.open("ann", "c1")
    assert later.open("bob", "c2")
