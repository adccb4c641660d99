"""The store's file: shared by processes, damaged, locked, full or of a newer version."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.integration.stored import CHAT, keep
from travelbot.data.database_file import connect
from travelbot.data.migrations import MIGRATIONS
from travelbot.data.store import Store
from travelbot.errors import StoreError, StoreTooNew
from travelbot.models.messages import Prompt

WRITER = """
import sys
from pathlib import Path
from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Prompt
store = Store(Path(sys.argv[1]))
for number in range(20):
    chat = Conversation(id=f"{sys.argv[2]}-{number}", messages=(Prompt(text="Hi"),))
    store.write(sys.argv[2], chat, 0)
    store.save(sys.argv[2], chat.id, "Trip")
"""


def test_two_processes_begin_and_fill_one_file(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), owner]) for owner in ("a", "b")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert [len(Store(path).saved(owner)) for owner in ("a", "b")] == [20, 20]


def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    path.write_bytes(b"not a database " * 100)
    with pytest.raises(StoreError, match=r"chats\.db: the file is damaged\. Move it away"):
        keep(Store(path))
    assert path.read_bytes() == b"not a database " * 100


@pytest.mark.parametrize("path", ["/proc/chats.db", "/dev/null/chats.db"])
def test_a_folder_that_cannot_be_written_is_told(path: str) -> None:
    with pytest.raises(StoreError, match="can't be opened for writing"):
        keep(Store(Path(path)))


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    keep(Store(path))

    def connect_to_full_disk(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        [pages] = connection.execute("pragma page_count").fetchone()
        connection.execute(f"pragma max_page_count = {pages}")
        return connection

    longer = CHAT.with_messages((*CHAT.messages, Prompt(text="x" * 1_000_000)))
    with pytest.raises(StoreError, match="the disk is full"):
        Store(path, connect=connect_to_full_disk).write("ann", longer, since=0)
    assert Store(path).load("ann", "c1") == CHAT


def test_a_locked_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    keep(Store(path))
    other = sqlite3.connect(path)
    other.execute("begin exclusive")
    impatient = Store(path, connect=lambda path: sqlite3.connect(path, timeout=0.01))
    with pytest.raises(StoreError, match="another program holds the file"):
        impatient.write("ann", CHAT, since=0)
    other.close()


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    keep(Store(path))
    db = Database(path)
    db.table("_sqlite_migrations").insert(
        {"migration_set": MIGRATIONS.name, "name": "from_the_future", "applied_at": ""}
    )
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew, match="update this one"):
        Store(path).save("ann", "c1", "Mine")
    assert path.read_bytes() == before
