"""Links to saved trips: whoever has one may read the trip until its owner revokes it."""

from pathlib import Path
from secrets import token_urlsafe

from travelbot.data.database_file import Connect, DatabaseFile, connect
from travelbot.data.rows import conversation_of, owned
from travelbot.errors import NotFound
from travelbot.models.messages import Conversation
from travelbot.models.trips import Share

TOKEN_BYTES = 24
OPENED = """
    select conversations.*, with_chat from shares
    join conversations on conversations.id = shares.conversation
    where token = ? and saved_at is not null and deleted_at is null
"""
LINK = "select token, with_chat from shares where conversation = ?"
KEEP = """
    insert into shares (token, conversation, with_chat) values (?, ?, ?)
    on conflict (conversation) do update set with_chat = excluded.with_chat returning token
"""


class Shares:
    """At most one link a trip.

    Every method raises StoreError where the file can't be used, and those that take an owner
    raise NotFound where the conversation doesn't exist for this owner, or is deleted.
    """

    def __init__(self, path: Path, connect: Connect = connect) -> None:
        self._file = DatabaseFile(path, connect)

    def share(self, owner: str, conversation_id: str, *, with_chat: bool) -> str:
        """The token of the link, which stays the same when it is shared again."""
        with self._file.write() as db:
            if not owned(db, owner, conversation_id)["saved_at"]:
                raise NotFound("This conversation isn't saved: save it first.")
            link = [token_urlsafe(TOKEN_BYTES), conversation_id, with_chat]
            [[token]] = db.execute(KEEP, link).fetchall()
        return str(token)

    def shared(self, owner: str, conversation_id: str) -> Share | None:
        """The link, None where there is none."""
        with self._file.open() as db:
            owned(db, owner, conversation_id)
            rows = db.query(LINK, [conversation_id])
            return next((Share.model_validate(row) for row in rows), None)

    def revoke(self, owner: str, conversation_id: str) -> None:
        """Let the link lead nowhere from now on."""
        with self._file.write() as db:
            owned(db, owner, conversation_id)
            db.execute("delete from shares where conversation = ?", [conversation_id])

    def opened(self, token: str) -> tuple[Conversation, bool]:
        """What a link leads to, and whether with its chat.

        Raises NotFound alike for links that never were, are revoked, or whose trip is deleted.
        """
        with self._file.open() as db:
            row = next(db.query(OPENED, [token]), None)
            if row is None:
                raise NotFound("This link leads nowhere: ask who gave it to you for another one.")
            return conversation_of(db, row), bool(row["with_chat"])
