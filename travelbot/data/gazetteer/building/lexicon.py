"""Words that look like places, and the short forms of regions and countries."""

from collections.abc import Iterable

from travelbot.data.gazetteer.building.sources import lines, table
from travelbot.data.gazetteer.folding import name_key
from travelbot.models.places import CountryFacts

_LISTS = {
    "english.txt": "english",
    "english_rare.txt": "rare",
    "phrases.txt": "phrase",
    "people.txt": "person",
}


def abbreviations(countries: Iterable[CountryFacts]) -> list[tuple[str, str]]:
    """Return (key, place id) pairs of codes that may follow a city: "TX", "NSW", "FR"."""
    states = [(name_key(row["code"]), row["region"]) for row in table("abbreviations.csv")]
    codes = [(name_key(country.code), f"country:{country.code}") for country in countries]
    return states + codes


def ordinary_keys() -> frozenset[str]:
    """Return the keys of words that a name of unknown language must not be taken from."""
    classes = ("english", "ordinary", "generic", "phrase")
    return frozenset(key for key, kind in words() if kind in classes or kind.startswith("lang:"))


def words() -> list[tuple[str, str]]:
    """Return (key, class) pairs of words, people's names and phrases that hold a place's name."""
    listed = [(name_key(line), kind) for name, kind in _LISTS.items() for line in lines(name)]
    plurals = [(name_key(line) + "s", "phrase") for line in lines("phrases.txt")]
    reviewed = [
        (name_key(word), row["class"])
        for row in table("words.csv")
        for word in row["words"].split("|")
    ]
    return listed + plurals + reviewed
