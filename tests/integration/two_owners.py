"""Ann, who has a conversation, and the view of the database that shows whether it changed."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from inspect import getmembers, isfunction, signature
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, event, says
from tests.integration.turns import PATIENCE, finish
from travelbot.service.assistant import Assistant
from travelbot.service.turn import Turn

TABLES = ("conversations", "messages", "shares")
TRIP = "Ann goes to Samarkand"
HALF = "Halfway"
NEVER = "never-existed-0123456789"

Rows = list[tuple[Any, ...]]


def rows(database: Path, conversation_id: str) -> Rows:
    """All that the file has of a conversation."""
    queries = (
        "select * from conversations where id = ?",
        "select * from messages where conversation = ? order by position",
        "select * from shares where conversation = ?",
    )
    with closing(sqlite3.connect(database)) as db:
        return [row for query in queries for row in db.execute(query, [conversation_id])]


def tables(database: Path) -> dict[str, Rows]:
    """All that the file has of conversations; nothing where there is no file."""
    if not database.exists():
        return {}
    with closing(sqlite3.connect(database)) as db:
        return {name: db.execute(f"select * from {name}").fetchall() for name in TABLES}  # noqa: S608


def public_methods(kind: type, taking: str = "") -> set[str]:
    """The names of the methods of a class, of those with this parameter where it is named."""
    return {
        name
        for name, method in getmembers(kind, isfunction)
        if not name.startswith("_") and (not taking or taking in signature(method).parameters)
    }


@dataclass(frozen=True)
class World:
    """An assistant with its provider and its file."""

    assistant: Assistant
    provider: FakeOpenAI
    database: Path

    def begun(self, owner: str) -> str:
        """A saved and shared conversation of an owner, with a reply."""
        conversation_id = self.assistant.begin(owner)
        finish(self.assistant.start(owner, conversation_id, TRIP))
        self.assistant.trips.save(owner, conversation_id, TRIP)
        self.assistant.sharing.share(owner, conversation_id, with_chat=True)
        return conversation_id

    def halted(self, owner: str, conversation_id: str) -> Turn:
        """A turn that runs, whose text so far is kept, and that says no more for now."""
        self.provider.script(Answer([event({"content": HALF}), Gate(), *says("two").pieces]))
        turn = self.assistant.start(owner, conversation_id, "And then?")
        deadline = monotonic() + PATIENCE
        while HALF not in str(self.rows(conversation_id)):
            assert monotonic() < deadline
        return turn

    def rows(self, conversation_id: str) -> Rows:
        """All that the file has of a conversation."""
        return rows(self.database, conversation_id)


def unlisted(found: Iterable[object], listed: Iterable[object]) -> set[object]:
    """What is in one of both only."""
    return set(found) ^ set(listed)


Attempt = Callable[[Any, str], object]
at_rest_and_running = pytest.mark.parametrize("runs", [False, True], ids=["at rest", "running"])
