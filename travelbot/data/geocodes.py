"""What a geocoder has found before, kept in the database file for all processes."""

from datetime import timedelta
from pathlib import Path

from pydantic import TypeAdapter

from travelbot.data.database_file import Clock, Connect, DatabaseFile, connect, utc_now
from travelbot.data.migrations import table
from travelbot.models.places import Place

LIFE = timedelta(days=90)

PLACES: TypeAdapter[tuple[Place, ...]] = TypeAdapter(tuple[Place, ...])


class Geocodes:
    """The answers of one source, also that there is nothing; old ones are forgotten.

    Both methods raise StoreError where the file can't be used.
    """

    def __init__(
        self, path: Path, source: str, now: Clock = utc_now, connect: Connect = connect
    ) -> None:
        self._file = DatabaseFile(path, connect)
        self._source = source
        self._now = now

    def recall(self, query: str, country: str | None) -> tuple[Place, ...] | None:
        """What was found; None where it has not been asked, or too long ago."""
        with self._file.open() as db:
            rows = table(db, "geocodes").rows_where(
                "source = ? and query = ? and country = ? and asked_at >= ?",
                [*self._key(query, country), self._oldest()],
            )
            row = next(iter(rows), None)
            return PLACES.validate_json(row["places"]) if row else None

    def keep(self, query: str, country: str | None, places: tuple[Place, ...]) -> None:
        """Remember what was found, and forget what is too old."""
        source, name, code = self._key(query, country)
        row = {"source": source, "query": name, "country": code}
        answer = {"places": PLACES.dump_json(places).decode(), "asked_at": self._now().isoformat()}
        with self._file.write() as db:
            table(db, "geocodes").delete_where("asked_at < ?", [self._oldest()])
            table(db, "geocodes").upsert({**row, **answer}, pk=("source", "query", "country"))

    def _oldest(self) -> str:
        return (self._now() - LIFE).isoformat()

    def _key(self, query: str, country: str | None) -> tuple[str, str, str]:
        return self._source, query.casefold(), country or ""
