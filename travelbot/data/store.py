"""Conversations in a SQLite file, each belonging to one owner."""

from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter
from sqlite_utils import Database

from travelbot.data.database_file import Clock, Connect, DatabaseFile, connect, utc_now
from travelbot.data.migrations import table
from travelbot.errors import NotFound
from travelbot.models.messages import Conversation, Message, Summary

Revision = tuple[str | None, ...]
MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)


class Store:
    """Reads and writes conversations; opens one connection per operation.

    Every method raises StoreError where the file can't be used, and NotFound where the
    conversation doesn't exist for this owner.
    """

    def __init__(self, path: Path, now: Clock = utc_now, connect: Connect = connect) -> None:
        self._file = DatabaseFile(path, connect)
        self._now = now

    def load(self, owner: str, conversation_id: str) -> Conversation:
        """The conversation with all its messages."""
        with self._file.open() as db:
            row = self._owned(db, owner, conversation_id)
            bodies = db.query(
                "select body from messages where conversation = ? order by position",
                [conversation_id],
            )
            messages = tuple(MESSAGE.validate_json(body["body"]) for body in bodies)
        return Conversation(
            id=conversation_id, title=row["title"], saved=bool(row["saved_at"]), messages=messages
        )

    def revision(self, owner: str, conversation_id: str) -> Revision:
        """Tells a conversation from what it was before it was changed."""
        with self._file.open() as db:
            row = self._owned(db, owner, conversation_id)
            return row["title"], row["saved_at"], row["updated_at"]

    def write(self, owner: str, conversation: Conversation, since: int) -> None:
        """Replace the messages from position `since` on; at 0 a new one begins as a draft."""
        rows = [
            {
                "conversation": conversation.id,
                "position": position,
                "text": message.text,
                "body": message.model_dump_json(),
            }
            for position, message in enumerate(conversation.messages)
            if position >= since
        ]
        with self._file.write() as db:
            if since == 0:
                self._begin(db, owner, conversation.id)
            self._owned(db, owner, conversation.id)
            table(db, "messages").delete_where(
                "conversation = ? and position >= ?", [conversation.id, since]
            )
            table(db, "messages").insert_all(rows)
            self._update(db, conversation.id, updated_at=self._now())

    def save(self, owner: str, conversation_id: str, title: str) -> None:
        """Keep a draft for good under `title`, or give a saved conversation another title."""
        with self._file.write() as db:
            row = self._owned(db, owner, conversation_id)
            saved_at = datetime.fromisoformat(row["saved_at"] or self._now().isoformat())
            self._update(db, conversation_id, title=title, saved_at=saved_at)

    def delete(self, owner: str, conversation_id: str) -> None:
        """Delete the conversation and its messages."""
        with self._file.write() as db:
            self._owned(db, owner, conversation_id)
            table(db, "conversations").delete(conversation_id)

    def saved(self, owner: str) -> tuple[Summary, ...]:
        """The owner's saved conversations, the latest first."""
        with self._file.open() as db:
            rows = db.query(
                "select id, title, updated_at as updated,"
                " (select count(*) from messages where conversation = conversations.id) as messages"
                " from conversations where owner = ? and saved_at is not null"
                " order by updated_at desc",
                [owner],
            )
            return tuple(Summary.model_validate(row) for row in rows)

    def move(self, owner: str, to: str) -> None:
        """Give all conversations of one owner to another."""
        with self._file.write() as db:
            db.execute("update conversations set owner = ? where owner = ?", [to, owner])

    def latest(self, owner: str) -> str | None:
        """The id of the conversation that the owner wrote to last, None where there is none."""
        with self._file.open() as db:
            rows = table(db, "conversations").rows_where(
                "owner = ?", [owner], select="id", order_by="updated_at desc", limit=1
            )
            return next((str(row["id"]) for row in rows), None)

    def purge_drafts(self, before: datetime) -> None:
        """Delete the drafts of all owners that were last touched before `before`."""
        with self._file.write() as db:
            table(db, "conversations").delete_where(
                "saved_at is null and updated_at < ?", [before.isoformat()]
            )

    def _begin(self, db: Database, owner: str, conversation_id: str) -> None:
        """Nothing happens where there is a conversation of this id."""
        now = self._now().isoformat()
        row = {"id": conversation_id, "owner": owner, "title": "", "saved_at": None}
        table(db, "conversations").insert(
            {**row, "created_at": now, "updated_at": now}, ignore=True
        )

    @staticmethod
    def _owned(db: Database, owner: str, conversation_id: str) -> dict[str, str]:
        rows = table(db, "conversations").rows_where(
            "id = ? and owner = ?", [conversation_id, owner]
        )
        row = next(iter(rows), None)
        if row is None:
            raise NotFound
        return row

    @staticmethod
    def _update(db: Database, conversation_id: str, **values: str | datetime) -> None:
        texts = {k: v.isoformat() if isinstance(v, datetime) else v for k, v in values.items()}
        table(db, "conversations").update(conversation_id, texts)
