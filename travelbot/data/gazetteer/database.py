"""Read-only access to the gazetteer's file, from any number of threads."""

import json
import sqlite3
import threading
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from travelbot.models.places import CountryFacts, Place

_PLACE = """
SELECT place.id, place.name, place.kind, place.category, place.latitude, place.longitude,
    place.country, country.name, region.name, place.population, zone.name, place.iata
"""
_FROM = """
JOIN region ON region.number = place.region
JOIN zone ON zone.number = place.zone
LEFT JOIN country ON country.code = place.country
"""
_COLUMNS = 12
_END = "\U0010ffff"


class Match(NamedTuple):
    """A place that a name may mean, and how likely: its score less what the name costs."""

    place: Place
    rank: float


class Point(NamedTuple):
    """Where the place of a row is, in degrees."""

    number: int
    latitude: float
    longitude: float


class Database:
    """The tables of the file. Each thread reads through a connection of its own."""

    def __init__(self, path: Path) -> None:
        """Take the file's path. Raises FileNotFoundError if there is none."""
        if not path.is_file():
            raise FileNotFoundError(path)
        self._uri = path.resolve().as_uri() + "?mode=ro&immutable=1"
        self._local = threading.local()

    def place(self, identifier: str) -> Place | None:
        """Return the place with an id."""
        found = self._places("FROM place", "WHERE place.id = ?", (identifier,))
        return next((match.place for match in found), None)

    def facts(self, code: str) -> CountryFacts | None:
        """Return the facts of a country by its ISO code."""
        row = self._run("SELECT facts FROM country WHERE code = ?", (code,)).fetchone()
        return CountryFacts.model_validate_json(row[0]) if row else None

    def named(self, keys: Collection[str]) -> dict[str, list[Match]]:
        """Return what each key may name, most likely first; keys that name nothing are absent."""
        rows = self._run(
            f"{_PLACE}, name.rank, name.key FROM json_each(?) AS asked"
            f" CROSS JOIN name ON name.key = asked.value JOIN place ON place.number = name.place"
            f" {_FROM} ORDER BY name.rank DESC, place.number",
            (json.dumps(sorted(keys)),),
        )
        found: dict[str, list[Match]] = {}
        for row in rows:
            found.setdefault(row[-1], []).append(_match(row))
        return found

    def abbreviated(self, keys: Collection[str]) -> dict[str, list[Place]]:
        """Return the regions and countries that short forms such as TX stand for."""
        rows = self._run(
            f"{_PLACE}, asked.value FROM json_each(?) AS asked"
            f" CROSS JOIN abbreviation ON abbreviation.key = asked.value"
            f" JOIN place ON place.number = abbreviation.place {_FROM} ORDER BY place.number",
            (json.dumps(sorted(keys)),),
        )
        found: dict[str, list[Place]] = {}
        for row in rows:
            found.setdefault(row[-1], []).append(_place(row))
        return found

    def words(self, keys: Collection[str]) -> dict[str, frozenset[str]]:
        """Return the classes of those keys that are ordinary words, phrases or people's names."""
        rows = self._run(
            "SELECT word.key, word.class FROM json_each(?) AS asked"
            " CROSS JOIN word ON word.key = asked.value",
            (json.dumps(sorted(keys)),),
        )
        found: dict[str, set[str]] = {}
        for key, word_class in rows:
            found.setdefault(key, set()).add(word_class)
        return {key: frozenset(classes) for key, classes in found.items()}

    def familiar(self) -> list[str]:
        """Return the well-known Latin names."""
        return [key for (key,) in self._run("SELECT key FROM familiar", ())]

    def beginning(self, prefix: str, limit: int) -> list[Match]:
        """Return places with a name that begins so, the most likely first."""
        return self._places(
            "FROM (SELECT place, rank FROM name WHERE key >= ? AND key < ?"
            " ORDER BY rank DESC, place LIMIT ?) AS name JOIN place ON place.number = name.place",
            "ORDER BY name.rank DESC, place.number",
            (prefix, prefix + _END, limit),
            rank="name.rank",
        )

    def points(self, first: int, last: int, kinds: Collection[str] | None) -> list[Point]:
        """Return where the places in a range of cells are, of the kinds asked for."""
        wanted = None if kinds is None else json.dumps(sorted(kinds))
        rows = self._run(
            "SELECT number, latitude, longitude FROM place WHERE cell BETWEEN ? AND ?"
            " AND (? IS NULL OR kind IN (SELECT value FROM json_each(?)))",
            (first, last, wanted, wanted),
        )
        return [Point(*row) for row in rows]

    def numbered(self, numbers: Collection[int]) -> dict[int, Match]:
        """Return places by the numbers of their rows."""
        rows = self._run(
            f"{_PLACE}, place.score, place.number FROM json_each(?) AS asked"
            f" CROSS JOIN place ON place.number = asked.value {_FROM}",
            (json.dumps(list(numbers)),),
        )
        return {row[-1]: _match(row) for row in rows}

    def sights(self, city: str, limit: int) -> list[Match]:
        """Return the sights of a city by its id, the best known first."""
        return self._places(
            "FROM place AS city JOIN place ON place.city = city.number AND place.city > 0",
            "WHERE city.id = ? ORDER BY place.score DESC, place.name LIMIT ?",
            (city, limit),
        )

    def airports(self, country: str, limit: int) -> list[Match]:
        """Return the airports of a country, the largest first."""
        return self._places(
            "FROM place",
            "WHERE place.kind = 'airport' AND place.country = ?"
            " ORDER BY place.score DESC, place.id LIMIT ?",
            (country, limit),
        )

    def city(self, sight: str) -> Place | None:
        """Return the city that a sight belongs to, by the sight's id."""
        found = self._places(
            "FROM place AS sight JOIN place ON place.number = sight.city",
            "WHERE sight.id = ? AND sight.city > 0",
            (sight,),
        )
        return next((match.place for match in found), None)

    def cities(self, country: str, region: str, limit: int) -> list[Match]:
        """Return the cities of a country, or of a region of it by its name.

        Those with the most sights come first, then the best known.
        """
        return self._places(
            "FROM place LEFT JOIN (SELECT city AS sighted, COUNT(*) AS sights FROM place"
            " WHERE city > 0 GROUP BY city) ON sighted = place.number",
            "WHERE place.kind = 'city' AND place.country = ? AND ? IN ('', region.name)"
            " ORDER BY COALESCE(sights, 0) DESC, place.score DESC, place.id LIMIT ?",
            (country, region, limit),
        )

    def sighted(self) -> list[tuple[Point, int]]:
        """Return where the cities are that have sights, and how many each has."""
        rows = self._run(
            "SELECT city.number, city.latitude, city.longitude, COUNT(*) FROM place AS sight"
            " JOIN place AS city ON city.number = sight.city WHERE sight.city > 0"
            " GROUP BY city.number",
            (),
        )
        return [(Point(*row[:3]), row[3]) for row in rows]

    def _places(
        self,
        source: str,
        rest: str,
        parameters: tuple[object, ...],
        rank: str = "place.score",
    ) -> list[Match]:
        query = f"{_PLACE}, {rank} {source} {_FROM} {rest}"
        return [_match(row) for row in self._run(query, parameters)]

    def _run(self, query: str, parameters: tuple[object, ...]) -> sqlite3.Cursor:
        return self._connection().execute(query, parameters)

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(self._uri, uri=True)
            self._local.connection = connection
        return connection


def _match(row: tuple[object, ...]) -> Match:
    return Match(_place(row), row[_COLUMNS] / 100)  # type: ignore[operator]


def _place(row: tuple[object, ...]) -> Place:
    values = dict(zip(Place.model_fields, row[:_COLUMNS], strict=True))
    return Place.model_construct(**{**values, "country_name": values["country_name"] or ""})  # type: ignore[arg-type]
