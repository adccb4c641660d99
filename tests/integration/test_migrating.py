"""A file of the first version: nothing is lost, and everything is found."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from travelbot.data.migrations import MIGRATIONS, table
from travelbot.data.store import Store
from travelbot.models.messages import Message, Prompt, Reply, Round, Status
from travelbot.models.trip_map import Marker, TripMap

FIRST_NEW = "full_text_ends"
TOKYO = Marker(latitude=35.68, longitude=139.69, label="Tokyo 東京")
SAID: tuple[Message, ...] = (
    Prompt(text="Tokyo?"),
    Reply(rounds=(Round(text="東京から京都へ"),), map=TripMap(), status=Status.COMPLETE),
    Prompt(text="And then?"),
    Reply(map=TripMap(markers=(TOKYO, TOKYO)), status=Status.COMPLETE),
    Prompt(text="Thanks"),
    Reply(status=Status.COMPLETE),
)
POSITIONS = (0, 1, 2, 3, 4, 7)
"""The last ones as two processes could leave them behind."""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "chats.db"
    with closing(Database(path)) as db:
        MIGRATIONS.apply(db, stop_before=FIRST_NEW)
        for name, saved_at in (("trip", "2026-01-02T00:00:00+00:00"), ("draft", None)):
            row = {"id": name, "owner": "ann", "title": "Frühling", "saved_at": saved_at}
            dates = dict.fromkeys(("created_at", "updated_at"), "2026-01-01T00:00:00+00:00")
            table(db, "conversations").insert({**row, **dates})
            for position, message in zip(POSITIONS, SAID, strict=True):
                said = {"text": message.text, "body": message.model_dump_json()}
                table(db, "messages").insert({"conversation": name, "position": position, **said})
    return path


def test_conversations_come_through_and_go_on(database: Path) -> None:
    store = Store(database)
    for name in ("trip", "draft"):
        chat = store.load("ann", name)
        assert (chat.messages, chat.forks) == (SAID, {})
        longer = chat.with_messages((*SAID, Prompt(text="More")))
        store.write("ann", longer, len(SAID))
        assert store.load("ann", name).messages == longer.messages
    with closing(Database(database)) as db:
        assert not list(db.query("pragma foreign_key_check"))
        assert not [name for name in db.table_names() if name.endswith("_fts")]


def test_saved_ones_are_listed_with_their_places_and_found(database: Path) -> None:
    store = Store(database)
    [trip] = store.saved("ann")
    assert (trip.messages, trip.places, trip.points) == (6, ("Tokyo 東京",), ((139.69, 35.68),))
    for query in ("fruh", "京都", "tokyo then thanks"):
        assert [hit.trip.id for hit in store.search("ann", query, 9)] == ["trip"]
