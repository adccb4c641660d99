"""A small world in place of the file."""

from collections.abc import Callable

import pytest

from travelbot.data.gazetteer.database import Match
from travelbot.data.gazetteer.mentions.text import Text, read
from travelbot.data.gazetteer.mentions.tokens import tokenize
from travelbot.models.places import Place

Words = dict[str, frozenset[str]]


def place(identifier: str, name: str, country: str = "FR", **values: object) -> Place:
    """A place with what a test doesn't care about filled in."""
    kind = identifier.partition(":")[0]
    given = {"latitude": 0.0, "longitude": 0.0, **values}
    return Place.model_validate(
        {"id": identifier, "name": name, "kind": kind, "country": country, **given}
    )


def match(rank: float, identifier: str, name: str, country: str = "FR", **values: object) -> Match:
    """A place at a rank."""
    return Match(place(identifier, name, country, **values), rank)


WORDS: Words = {
    "in": frozenset({"in:en", "lang:en", "closer"}),
    "to": frozenset({"in:en", "lang:en", "closer", "link"}),
    "of": frozenset({"of:en", "lang:en"}),
    "the": frozenset({"article", "lang:en"}),
    "and": frozenset({"link", "lang:en", "closer"}),
    "with": frozenset({"lang:en", "closer"}),
    "is": frozenset({"lang:en", "being", "closer"}),
    "nice": frozenset({"english", "ordinary", "adjective"}),
    "beaches": frozenset({"english"}),
    "hotels": frozenset({"english"}),
    "plan": frozenset({"english", "lang:en"}),
    "trip": frozenset({"english", "lang:en", "closer"}),
    "dinner": frozenset({"english"}),
    "brother": frozenset({"english", "kin"}),
    "compare": frozenset({"english", "linking"}),
    "says": frozenset({"english", "says"}),
    "will": frozenset({"english", "lang:en", "auxiliary"}),
    "can": frozenset({"english", "lang:en", "auxiliary"}),
    "t": frozenset({"auxiliary"}),
    "share": frozenset({"english", "says"}),
    "come": frozenset({"english", "says"}),
    "watch": frozenset({"english", "watching"}),
    "by": frozenset({"lang:en", "closer"}),
    "a": frozenset({"article", "lang:en"}),
    "jackets": frozenset({"english", "product"}),
    "or": frozenset({"link", "lang:en"}),
    "ham": frozenset({"english", "food"}),
    "fly": frozenset({"english", "flight"}),
    "from": frozenset({"in:en", "lang:en", "closer"}),
    "cannes": frozenset({"brand", "thing"}),
    "anna": frozenset({"person"}),
    "jordan": frozenset({"person"}),
    "paris": frozenset({"person"}),
    "sydney": frozenset({"person"}),
    "musical": frozenset({"english", "work"}),
    "than": frozenset({"of:en", "lang:en"}),
    "place": frozenset({"english"}),
    "beat": frozenset({"english", "beating"}),
    "cup": frozenset({"english", "contest"}),
    "for": frozenset({"of:en", "lang:en"}),
    "puppies": frozenset({"english", "pet"}),
    "nantes": frozenset({"animal"}),
    "hell": frozenset({"english", "oddity"}),
    "ein": frozenset({"lang:de"}),
    "wochenende": frozenset({"lang:de"}),
    "un": frozenset({"lang:fr", "lang:es"}),
    "voyage": frozenset({"lang:fr", "english"}),
}


@pytest.fixture
def text_of() -> Callable[[str], Text]:
    """Reads a text with the small lexicon."""
    return lambda prompt: read(tokenize(prompt), WORDS)
