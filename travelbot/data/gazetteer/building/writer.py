"""Writes the gazetteer's SQLite file, the same byte for byte for the same records."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from travelbot.data.gazetteer.building.records import Record
from travelbot.data.gazetteer.geometry import cell
from travelbot.models.places import CountryFacts

FAMILIAR_RANK = 700
"""Rank from which a name is well known enough to be guessed from a misspelling."""
_SHORTEST_FAMILIAR = 4

_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
CREATE TABLE zone (number INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE region (number INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE country (code TEXT PRIMARY KEY, name TEXT NOT NULL, facts TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    country TEXT NOT NULL,
    region INTEGER NOT NULL,
    population INTEGER NOT NULL,
    zone INTEGER NOT NULL,
    iata TEXT NOT NULL,
    score INTEGER NOT NULL,
    cell INTEGER NOT NULL,
    city INTEGER NOT NULL
);
CREATE TABLE name (
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE familiar (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE abbreviation (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place))
    WITHOUT ROWID;
CREATE TABLE word (key TEXT NOT NULL, class TEXT NOT NULL, PRIMARY KEY (key, class)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX place_cell ON place (cell);
CREATE INDEX place_city ON place (city) WHERE city > 0;
CREATE INDEX place_airports ON place (country) WHERE kind = 'airport';
VACUUM;
"""


class Contents:
    """What goes into the file; every list is sorted here, so its order doesn't matter."""

    def __init__(
        self,
        records: Iterable[Record],
        facts: Iterable[CountryFacts],
        abbreviations: Iterable[tuple[str, str]],
        words: Iterable[tuple[str, str]],
    ) -> None:
        """Take the places, the countries, (key, place id) and (key, class) pairs."""
        self.records = sorted(records, key=lambda record: record.place.id)
        self.facts = sorted(facts, key=lambda fact: fact.code)
        self.abbreviations = sorted(set(abbreviations))
        self.words = sorted(set(words))
        self.numbers = {record.place.id: i for i, record in enumerate(self.records, 1)}


def write(path: Path, contents: Contents) -> None:
    """Write the file anew. Raises ValueError if two places have one id."""
    ids = Counter(record.place.id for record in contents.records)
    if repeated := [identifier for identifier, times in ids.items() if times > 1]:
        message = f"several places have the ids {repeated}"
        raise ValueError(message)
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        _write_places(database, contents)
        _write_names(database, contents.records)
        _write_lexicon(database, contents)
        database.execute("COMMIT")
        database.executescript(_INDEXES)


def _write_places(database: sqlite3.Connection, contents: Contents) -> None:
    places = [record.place for record in contents.records]
    zones = _numbered(place.timezone for place in places)
    regions = _numbered(place.region for place in places)
    database.executemany("INSERT INTO zone VALUES (?, ?)", _swapped(zones))
    database.executemany("INSERT INTO region VALUES (?, ?)", _swapped(regions))
    rows = [
        _row(record, contents.numbers, regions[record.place.region], zones[record.place.timezone])
        for record in contents.records
    ]
    database.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
    )


def _row(record: Record, numbers: dict[str, int], region: int, zone: int) -> tuple[object, ...]:
    place = record.place
    return (
        numbers[place.id],
        place.id,
        place.name,
        place.kind,
        place.category,
        place.latitude,
        place.longitude,
        place.country,
        region,
        place.population,
        zone,
        place.iata,
        round(100 * record.score),
        cell(place.latitude, place.longitude),
        numbers.get(record.city, 0),
    )


def _write_names(database: sqlite3.Connection, records: list[Record]) -> None:
    names = sorted(
        (key, number, rank)
        for number, record in enumerate(records, 1)
        for key, rank in record.ranks.items()
    )
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
    database.execute(
        "INSERT INTO familiar SELECT DISTINCT key FROM name"
        " WHERE rank >= ? AND length(key) >= ? AND key GLOB '[a-z]*' ORDER BY key",
        (FAMILIAR_RANK, _SHORTEST_FAMILIAR),
    )


def _write_lexicon(database: sqlite3.Connection, contents: Contents) -> None:
    database.executemany(
        "INSERT INTO country VALUES (?, ?, ?)",
        [(fact.code, fact.name, json.dumps(fact.model_dump())) for fact in contents.facts],
    )
    database.executemany(
        "INSERT INTO abbreviation VALUES (?, ?)",
        [(key, contents.numbers[identifier]) for key, identifier in contents.abbreviations],
    )
    database.executemany("INSERT INTO word VALUES (?, ?)", contents.words)


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(sorted(set(values)))}


def _swapped(numbers: dict[str, int]) -> list[tuple[int, str]]:
    return [(number, value) for value, number in numbers.items()]
