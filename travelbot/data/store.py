"""Conversations in a SQLite file, each belonging to one owner."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from travelbot.data import search, tree
from travelbot.data.database_file import Clock, Connect, DatabaseFile, connect, utc_now
from travelbot.data.listing import latest_first
from travelbot.data.migrations import table
from travelbot.data.rows import Row, conversation_of, deleted, owned, update
from travelbot.data.search_index import first_of_page, index_messages, index_title
from travelbot.models.messages import Conversation, Message, Reply, Status
from travelbot.models.trips import Hit, Summary, glance

Revision = tuple[str | int | None, ...]
Put = Callable[[Database, str, int | None, Sequence[Message], int], int | None]
"""How messages come into the tree: gives the new head."""


class Store:
    """Reads and writes conversations; opens one connection per operation.

    Every method raises StoreError where the file can't be used, and NotFound where the
    conversation doesn't exist for this owner, or is deleted.
    """

    def __init__(self, path: Path, now: Clock = utc_now, connect: Connect = connect) -> None:
        self._file = DatabaseFile(path, connect)
        self._now = now

    def load(self, owner: str, conversation_id: str) -> Conversation:
        """The conversation with all messages of the chosen branch."""
        with self._file.open() as db:
            return conversation_of(db, owned(db, owner, conversation_id))

    def revision(self, owner: str, conversation_id: str) -> Revision:
        """Tells a conversation from what it was before it was changed."""
        with self._file.open() as db:
            row = owned(db, owner, conversation_id)
            return row["title"], row["saved_at"], row["updated_at"], row["head"]

    def write(self, owner: str, conversation: Conversation, since: int) -> None:
        """Replace the messages from position `since` on; at 0 a new one begins as a draft.

        Other branches stay as they are.
        """
        self._put(owner, conversation, since, tree.replace)

    def branch(self, owner: str, conversation: Conversation, since: int) -> None:
        """Go on with other messages from position `since` on; those there stay as a branch."""
        self._put(owner, conversation, since, tree.branch)

    def merge(self, owner: str, conversation: Conversation) -> None:
        """Take in a conversation that went on while the file could not be used."""
        with self._file.write() as db:
            self._begin(db, owner, conversation.id)
            self._merge(db, owned(db, owner, conversation.id), conversation)

    def choose_branch(self, owner: str, conversation_id: str, version: int) -> None:
        """Go on in the branch of this version of a prompt."""
        with self._file.write() as db:
            row = owned(db, owner, conversation_id)
            head = tree.head_of(db, conversation_id, version)
            if version in (node.id for node in tree.path(db, row["head"])):
                return
            chosen = conversation_of(db, {**row, "head": head})
            update(db, conversation_id, head=head, **_seen(chosen))
            self._index(db, row, head, 0)

    def save(self, owner: str, conversation_id: str, title: str) -> None:
        """Keep a draft for good under `title`, or give a saved conversation another title."""
        with self._file.write() as db:
            row = owned(db, owner, conversation_id)
            saved_at = row["saved_at"] or self._now()
            update(db, conversation_id, title=title, saved_at=saved_at)
            index_title(db, conversation_id, title)
            if not row["saved_at"]:
                self._index(db, {**row, "saved_at": saved_at}, row["head"], 0)

    def delete(self, owner: str, *conversation_ids: str) -> None:
        """Let conversations be gone, until they are restored or purged."""
        with self._file.write() as db:
            for conversation_id in conversation_ids:
                owned(db, owner, conversation_id)
                update(db, conversation_id, deleted_at=self._now())

    def restore(self, owner: str, *conversation_ids: str) -> None:
        """Take back that they were deleted."""
        with self._file.write() as db:
            for conversation_id in conversation_ids:
                deleted(db, owner, conversation_id)
                update(db, conversation_id, deleted_at=None)

    def saved(self, owner: str) -> tuple[Summary, ...]:
        """The owner's saved conversations, the latest first."""
        with self._file.open() as db:
            return latest_first(db, owner)

    def search(self, owner: str, query: str, limit: int) -> tuple[Hit, ...]:
        """The saved conversations that have all words of `query`, the last one as a beginning.

        Those that have them in their titles first, then the latest.
        """
        with self._file.open() as db:
            return search.find(db, owner, query, limit)

    def move(self, owner: str, to: str) -> None:
        """Give all conversations of one owner to another."""
        with self._file.write() as db:
            db.execute("update conversations set owner = ? where owner = ?", [to, owner])

    def latest(self, owner: str) -> str | None:
        """The id of the conversation that the owner wrote to last, None where there is none."""
        with self._file.open() as db:
            rows = table(db, "conversations").rows_where(
                "owner = ? and deleted_at is null",
                [owner],
                select="id",
                order_by="updated_at desc",
                limit=1,
            )
            return next((str(row["id"]) for row in rows), None)

    def purge(self, before: datetime) -> None:
        """Of all owners, remove drafts last touched before `before`, and what was deleted then."""
        with self._file.write() as db:
            table(db, "conversations").delete_where(
                "saved_at is null and updated_at < :before or deleted_at < :before",
                {"before": before.isoformat()},
            )

    def _begin(self, db: Database, owner: str, conversation_id: str) -> None:
        """Nothing happens where there is a conversation of this id."""
        now = self._now().isoformat()
        row = {"id": conversation_id, "owner": owner, "title": "", "saved_at": None}
        table(db, "conversations").insert(
            {**row, "created_at": now, "updated_at": now}, ignore=True
        )

    def _put(self, owner: str, conversation: Conversation, since: int, put: Put) -> None:
        """Where the chosen branch isn't the one that was gone on from, nothing of it goes."""
        with self._file.write() as db:
            if since == 0:
                self._begin(db, owner, conversation.id)
            row = owned(db, owner, conversation.id)
            if not tree.fits(db, row["head"], conversation.messages, since):
                self._merge(db, row, conversation)
                return
            head = put(db, conversation.id, row["head"], conversation.messages, since)
            self._written(db, row, conversation, head, since)

    def _merge(self, db: Database, row: Row, conversation: Conversation) -> None:
        head = tree.merge(db, conversation.id, row["head"], conversation.messages)
        self._written(db, row, conversation, head, 0)

    def _written(
        self, db: Database, row: Row, conversation: Conversation, head: int | None, since: int
    ) -> None:
        update(db, conversation.id, head=head, updated_at=self._now(), **_seen(conversation))
        if not _is_streaming(conversation.messages):
            self._index(db, row, head, since)

    @staticmethod
    def _index(db: Database, row: Row, head: int | None, since: int) -> None:
        """Only saved conversations are searched."""
        if row["saved_at"]:
            first = first_of_page(since)
            index_messages(db, row["id"], tree.texts(db, head, first), first)


def _seen(conversation: Conversation) -> dict[str, str]:
    """Columns for the list."""
    return {name: json.dumps(seen) for name, seen in glance(conversation).model_dump().items()}


def _is_streaming(messages: Sequence[Message]) -> bool:
    """A reply in the making isn't indexed again and again."""
    last = messages[-1] if messages else None
    return isinstance(last, Reply) and last.status is Status.STREAMING
