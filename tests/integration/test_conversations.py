"""What the reader is told of the store, and for how long."""

import sqlite3
from pathlib import Path

from travelbot.data.database_file import connect
from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Prompt, Reply, Status
from travelbot.service.conversations import Conversations

SHORT = Conversation(id="c1", messages=(Prompt(text="Rome"),))
LONGER = Conversation(id="c1", messages=(*SHORT.messages, Reply(status=Status.COMPLETE)))
LONG = Conversation(id="c1", messages=(Prompt(text="x" * 1_000_000),))


def test_a_full_disk_stays_told_while_reading_works(database: Path) -> None:
    Store(database).saved("ann")
    full = True

    def connect_to_disk(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        if full:
            [pages] = connection.execute("pragma page_count").fetchone()
            connection.execute(f"pragma max_page_count = {pages}")
        return connection

    conversations = Conversations(Store(database, connect=connect_to_disk))
    conversations.keep("ann", LONG, since=0)
    assert conversations.saved("ann") == ()
    assert "the disk is full" in (conversations.problem or "")
    full = False
    conversations.keep("ann", LONG, since=1)
    assert conversations.problem is None
    assert Store(database).load("ann", "c1") == LONG


def test_what_the_store_misses_while_it_is_read_is_kept_for_it(database: Path) -> None:
    class ReadMeanwhile(Store):
        def load(self, owner: str, conversation_id: str) -> Conversation:
            read = super().load(owner, conversation_id)
            fails.append(True)
            conversations.keep(owner, LONGER, since=1)
            fails.clear()
            return read

    def connect_if_it_works(path: Path) -> sqlite3.Connection:
        return connect(path / "nowhere" if fails else path)

    fails: list[bool] = []
    Store(database).write("ann", SHORT, since=0)
    conversations = Conversations(ReadMeanwhile(database, connect=connect_if_it_works))
    conversations.load("ann", "c1")
    assert conversations.load("ann", "c1") == LONGER


def test_a_conversation_is_read_again_only_when_it_has_changed(database: Path) -> None:
    here, elsewhere = Conversations(Store(database)), Conversations(Store(database))
    elsewhere.keep("ann", SHORT, since=0)
    first = here.load("ann", "c1")
    assert here.load("ann", "c1") is first
    elsewhere.save("ann", "c1", "Rome")
    assert here.load("ann", "c1").title == "Rome"
    elsewhere.keep("ann", LONG, since=0)
    assert here.load("ann", "c1").messages == LONG.messages
