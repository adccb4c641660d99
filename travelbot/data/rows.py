"""Rows of conversations: whose they are, and what is in them."""

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from travelbot.data.migrations import table
from travelbot.data.tree import forks, path
from travelbot.errors import NotFound
from travelbot.models.messages import Conversation

Row = dict[str, Any]


def owned(db: Database, owner: str, conversation_id: str) -> Row:
    """The row of a conversation that isn't deleted; raises NotFound."""
    return _row(db, "id = ? and owner = ? and deleted_at is null", conversation_id, owner)


def deleted(db: Database, owner: str, conversation_id: str) -> Row:
    """The row of a conversation that is deleted, and can be restored; raises NotFound."""
    return _row(db, "id = ? and owner = ? and deleted_at is not null", conversation_id, owner)


def update(db: Database, conversation_id: str, **values: str | int | datetime | None) -> None:
    """Set columns of a conversation."""
    columns = ", ".join(f"{name} = ?" for name in values)
    texts = [v.isoformat() if isinstance(v, datetime) else v for v in values.values()]
    db.execute(f"update conversations set {columns} where id = ?", [*texts, conversation_id])  # noqa: S608


def conversation_of(db: Database, row: Row) -> Conversation:
    """The conversation with the messages of the chosen branch."""
    nodes = path(db, row["head"])
    return Conversation(
        id=row["id"],
        title=row["title"],
        saved=bool(row["saved_at"]),
        messages=tuple(node.message for node in nodes),
        forks=forks(db, row["id"], nodes),
    )


def _row(db: Database, where: str, *values: str) -> Row:
    row: Row | None = next(table(db, "conversations").rows_where(where, values), None)
    if row is None:
        raise NotFound
    return row
