"""The SQLite file that everything is kept in: connections, transactions, and what goes wrong."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError
from sqlite_utils import Database

from travelbot.data.migrations import BUSY_TIMEOUT, migrate
from travelbot.errors import StoreError, StoreTooNew

Clock = Callable[[], datetime]
Connect = Callable[[Path], sqlite3.Connection]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, making its folder if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return sqlite3.connect(path, timeout=BUSY_TIMEOUT)


class DatabaseFile:
    """Opens one connection per operation, to a file that is up to date.

    Both methods raise StoreError where the file, or what is in it, can't be used.
    """

    def __init__(self, path: Path, connect: Connect = connect) -> None:
        self._path = path
        self._connect = connect

    @contextmanager
    def open(self) -> Iterator[Database]:
        """A connection."""
        try:
            connection = self._connect(self._path)
        except (OSError, sqlite3.Error) as error:
            raise _store_error(self._path, error) from error
        try:
            connection.execute("pragma foreign_keys = on")
            # With a write-ahead log a crash of the machine costs the last moments, never the file.
            connection.execute("pragma synchronous = normal")
            db = Database(connection)
            migrate(db)
            yield db
        except sqlite3.Error as error:
            raise _store_error(self._path, error) from error
        except ValidationError as error:
            raise StoreTooNew(
                "This chat was written by another version of Travelbot: update this one to see it."
            ) from error
        finally:
            connection.close()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """A transaction that takes the write lock first: a later upgrade can't wait for others."""
        with self.open() as db:
            db.execute("begin immediate")
            try:
                yield db
                db.commit()
            finally:
                db.rollback()


def _store_error(path: Path, error: Exception) -> StoreError:
    """The reader's sentence for what SQLite or the file system says of `path`."""
    name = getattr(error, "sqlite_errorname", "")
    match name.removeprefix("SQLITE_").split("_")[0]:
        case "FULL":
            advice = "the disk is full. Free some space, then send a message to keep this chat"
        case "NOTADB" | "CORRUPT":
            advice = "the file is damaged. Move it away, or set TRAVELBOT_DB to another file"
        case "BUSY" | "LOCKED":
            advice = "another program holds the file. Close it, then try again"
        case _:
            advice = (
                "it can't be opened for writing. Set TRAVELBOT_DB to a file in a folder that can"
            )
    return StoreError(f"Chats can't be saved in {path.name}: {advice}.")
