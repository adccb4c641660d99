"""The store's schema, one migration after another; landed ones are never edited."""

import json
import sqlite3
from time import monotonic, sleep
from typing import cast

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey, Table
from sqlite_utils.migrations import Migrations

from travelbot.data.search_index import SCHEMA, index_messages, index_title
from travelbot.errors import StoreTooNew

BUSY_TIMEOUT = 5.0
"""Seconds to wait for another process that is writing."""
BUSY_PAUSE = 0.01
"""Seconds between two tries."""
MIGRATIONS = Migrations("travelbot")


def table(db: Database, name: str) -> Table:
    """The table `name`: sqlite-utils types its indexing as table or view."""
    return cast("Table", db[name])


def migrate(db: Database) -> None:
    """Bring the file up to date; several processes may try at the same time.

    Raises StoreTooNew, before anything is written, for a file that a newer version made.
    """
    known = {migration.name for migration in MIGRATIONS.pending(Database(memory=True))}
    if {migration.name for migration in MIGRATIONS.applied(db)} - known:
        raise StoreTooNew(
            "Your saved chats were written by a newer Travelbot: update this one to see them."
        )
    if not MIGRATIONS.pending(db):
        return
    _enable_wal(db)
    db.execute("BEGIN IMMEDIATE")
    try:
        MIGRATIONS.apply(db)
        db.commit()
    finally:
        db.rollback()


def _enable_wal(db: Database) -> None:
    """Turn the log on, as another process may be doing: SQLite itself doesn't wait for that."""
    deadline = monotonic() + BUSY_TIMEOUT
    while True:
        try:
            db.enable_wal()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(BUSY_PAUSE)
        else:
            return


@MIGRATIONS()
def conversations_and_messages(db: Database) -> None:
    """One row a conversation, one a message; a message's body is its value as JSON."""
    table(db, "conversations").create(
        {
            "id": str,
            "owner": str,
            "title": str,
            "saved_at": str,
            "created_at": str,
            "updated_at": str,
        },
        pk="id",
        not_null={"owner", "title", "created_at", "updated_at"},
    )
    table(db, "conversations").create_index(["owner", "saved_at"])
    table(db, "messages").create(
        {"id": int, "conversation": str, "position": int, "text": str, "body": str},
        pk="id",
        not_null={"conversation", "position", "text", "body"},
        foreign_keys=[
            ForeignKey("messages", "conversation", "conversations", "id", on_delete="CASCADE")
        ],
    )
    table(db, "messages").create_index(["conversation", "position"], unique=True)


@MIGRATIONS()
def full_text(db: Database) -> None:
    """Search in titles and messages, kept up to date by triggers."""
    for name, column in (("conversations", "title"), ("messages", "text")):
        table(db, name).enable_fts(
            [column], create_triggers=True, tokenize="unicode61 remove_diacritics 2"
        )


@MIGRATIONS()
def geocodes(db: Database) -> None:
    """What geocoders found: one row a question, its places as JSON, [] where there is nothing."""
    table(db, "geocodes").create(
        {"source": str, "query": str, "country": str, "places": str, "asked_at": str},
        pk=("source", "query", "country"),
        not_null={"places", "asked_at"},
    )


@MIGRATIONS()
def full_text_ends(db: Database) -> None:
    """Its words end at spaces and signs, which not all scripts have between them."""
    for name in ("conversations", "messages"):
        table(db, name).disable_fts()


@MIGRATIONS()
def branches(db: Database) -> None:
    """Messages become a tree: each knows the one before it, a conversation its last one."""
    db.execute("drop index idx_messages_conversation_position")
    db.execute("alter table messages add column parent integer references messages(id)")
    db.execute("alter table conversations add column head integer")
    db.execute(
        "update messages set parent = line.parent, position = line.position from ("
        " select id, lag(id) over one as parent, row_number() over one - 1 as position"
        " from messages window one as (partition by conversation order by position)"
        ") as line where messages.id = line.id"
    )
    table(db, "messages").create_index(["conversation", "position", "parent"])
    table(db, "messages").create_index(["parent"])
    db.execute(
        "update conversations set head = (select id from messages"
        " where conversation = conversations.id order by position desc limit 1)"
    )


@MIGRATIONS()
def undoable_deletion(db: Database) -> None:
    """What is deleted stays for a while."""
    db.execute("alter table conversations add column deleted_at text")


@MIGRATIONS()
def glances(db: Database) -> None:
    """What is listed of a conversation besides its title: its places and where they are."""
    for column in ("places", "longitudes", "latitudes"):
        db.execute(f"alter table conversations add column {column} text not null default '[]'")
    drawn = (
        "select conversation, json_extract(body, '$.map.markers') as markers, max(position)"
        " from messages where json_extract(body, '$.map') is not null group by conversation"
    )
    for row in list(db.query(drawn)):
        markers = list({str(marker): marker for marker in json.loads(row["markers"])}.values())
        places = list(dict.fromkeys(marker["label"] for marker in markers))
        seen = {
            "places": json.dumps(places[:4]),
            "longitudes": json.dumps([marker["longitude"] for marker in markers[:12]]),
            "latitudes": json.dumps([marker["latitude"] for marker in markers[:12]]),
        }
        table(db, "conversations").update(row["conversation"], seen)


@MIGRATIONS()
def search_in_any_script(db: Database) -> None:
    """One index for titles and messages of saved conversations, kept up to date by the store."""
    for statement in SCHEMA:
        db.execute(statement)
    saved = "select id, title from conversations where saved_at is not null"
    for row in list(db.query(saved)):
        messages = table(db, "messages").rows_where(
            "conversation = ?", [row["id"]], select="text", order_by="position"
        )
        index_title(db, row["id"], row["title"])
        index_messages(db, row["id"], [message["text"] for message in messages], 0)


@MIGRATIONS()
def shares(db: Database) -> None:
    """At most one link a conversation."""
    table(db, "shares").create(
        {"token": str, "conversation": str, "with_chat": int},
        pk="token",
        not_null={"conversation", "with_chat"},
        foreign_keys=[
            ForeignKey("shares", "conversation", "conversations", "id", on_delete="CASCADE")
        ],
    )
    table(db, "shares").create_index(["conversation"], unique=True)
