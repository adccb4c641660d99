"""What names mean: exactly, inside a container, and misspelt."""

from travelbot.data.gazetteer.containment import belongs_to
from travelbot.data.gazetteer.database import Database, Match
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.spelling import Speller
from travelbot.models.places import Place

_MISSPELLINGS = 8


class Names:
    """The names of the gazetteer, in every script that it has."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._speller = Speller(database.familiar)

    def exact(self, text: str) -> list[Match]:
        """Return the places of exactly this name, the likeliest first."""
        key = name_key(text)
        return self._database.named([key]).get(key, [])

    def located(self, text: str) -> list[Match]:
        """Return the places of a name that may have its container behind a comma."""
        head, _, tail = text.partition(",")
        return self._inside(head, tail) or self.exact(text)

    def containers(self, text: str) -> list[Place]:
        """Return what "Paris, France" or "TX" may mean where it says what a place lies in."""
        head, _, tail = text.partition(",")
        key = name_key(head)
        short = self._database.abbreviated([key]).get(key, [])
        return [match.place for match in self._inside(head, tail) or self.exact(head)] + short

    def misspelt(self, key: str) -> list[Match]:
        """Return what a key may mean that no place has, ranked lower for each edit."""
        edits = dict(self._speller.closest(key, _MISSPELLINGS))
        found = self._database.named(edits)
        return [
            Match(match.place, match.rank - edits[name])
            for name, matches in found.items()
            for match in matches[:1]
        ]

    def similar(self, key: str) -> list[tuple[str, int]]:
        """Return well-known names of one initial that a misspelt key may mean, with the edits."""
        return self._speller.closest(key, _MISSPELLINGS, same_initial=True)

    def _inside(self, part: str, whole: str) -> list[Match]:
        wholes = self.containers(whole) if name_key(whole) else []
        return [m for m in self.exact(part) if any(belongs_to(m.place, w) for w in wholes)]
