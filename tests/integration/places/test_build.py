"""Building gives the same file each time."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import travelbot.data.gazetteer
from travelbot.data.gazetteer import GAZETTEER_FILE
from travelbot.data.gazetteer.build import build

SIGHTS = Path(travelbot.data.gazetteer.__file__).parent / "sights.csv"


def contents(file: Path) -> str:
    """A digest of all rows, whatever version of SQLite wrote the file."""
    with closing(sqlite3.connect(file)) as connection:
        digest = sha256()
        for line in connection.iterdump():
            digest.update(line.encode())
        return digest.hexdigest()


def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    files = [tmp_path / "first.sqlite", tmp_path / "second.sqlite"]
    for file in files:
        build(SIGHTS, file)

    first, second = (sha256(file.read_bytes()).hexdigest() for file in files)
    assert first == second
    assert contents(files[0]) == contents(GAZETTEER_FILE), "build the gazetteer anew and commit it"
