"""How an owner's saved conversations are listed, without reading their messages."""

import json
from collections.abc import Sequence

from pydantic import TypeAdapter
from sqlite_utils import Database

from travelbot.models.trips import Summary

SUMMARIES: TypeAdapter[tuple[Summary, ...]] = TypeAdapter(tuple[Summary, ...])
SAVED = """
    select json_object(
        'id', conversations.id,
        'title', title,
        'updated', updated_at,
        'messages', ifnull(position + 1, 0),
        'places', json(places),
        'longitudes', json(longitudes),
        'latitudes', json(latitudes))
    from conversations left join messages on messages.id = head
    where owner = :owner and saved_at is not null and deleted_at is null
"""
LATEST_FIRST = " order by updated_at desc"
NAMED = " and conversations.id in (select value from json_each(:ids))"


def latest_first(db: Database, owner: str) -> tuple[Summary, ...]:
    """All saved conversations."""
    return _summaries(db, SAVED + LATEST_FIRST, {"owner": owner})


def named(db: Database, owner: str, ids: Sequence[str]) -> tuple[Summary, ...]:
    """Those of these ids, in their order."""
    found = _summaries(db, SAVED + NAMED, {"owner": owner, "ids": json.dumps(ids)})
    return tuple(sorted(found, key=lambda trip: ids.index(trip.id)))


def _summaries(db: Database, query: str, given: dict[str, str]) -> tuple[Summary, ...]:
    rows = (row for [row] in db.execute(query, given))
    return SUMMARIES.validate_json(f"[{','.join(rows)}]")
