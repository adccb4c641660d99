"""Which alternate names are worth keeping, and the spellings that follow from a name."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 40
_CODE_LENGTH = 4
_SHORTEST_SIGNED = 3
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_SHORTENED = {
    "Saint ": "St ",
    "Sainte ": "Ste ",
    "Sankt ": "St ",
    "Mount ": "Mt ",
    "Fort ": "Ft ",
    "Saint-": "St-",
}
_SETTLEMENT_SIGNS = ("市", "시", "縣", "县", "県", "區", "区")
_NOT_A_NAME = re.compile(r"[\d,;:()\[\]|]")


def usable_alternates(names: Iterable[str]) -> list[str]:
    """Keep real names: no IATA codes, lower-case transliterations, or descriptions."""
    return [name for name in names if _is_usable(name)]


def without_signs(names: Iterable[str]) -> list[str]:
    """Return East Asian names without the final sign for a town or county: 小樽市 is 小樽 too."""
    signed = (name for name in names if name.endswith(_SETTLEMENT_SIGNS))
    return [name[:-1].strip() for name in signed if len(name) >= _SHORTEST_SIGNED]


def in_scripts(names: Iterable[str], scripts: frozenset[str]) -> list[str]:
    """Keep names in Latin letters or in one of the scripts, named as Unicode does."""
    return [name for name in names if _script(name) in scripts | {"LATIN"}]


def variants(name: str) -> list[str]:
    """Return the name and the spellings that follow from it, such as Duesseldorf or St Moritz."""
    parts = [part.strip() for part in name.split("/") if part.strip()]
    spellings = [name, *parts] if len(parts) > 1 else [name]
    spellings += [part.translate(_UMLAUTS) for part in parts]
    for long, short in _SHORTENED.items():
        spellings += [short + part.removeprefix(long) for part in parts if part.startswith(long)]
    return list(dict.fromkeys(spellings))


def _is_usable(name: str) -> bool:
    letters = [character for character in name if character.isalpha()]
    if not letters or len(name) > _LONGEST or _NOT_A_NAME.search(name):
        return False
    if name.isascii() and name.isupper() and len(name) <= _CODE_LENGTH:
        return False
    if _script(name) != "LATIN":
        return True
    return letters[0].isupper() and len(letters) > 2  # noqa: PLR2004


def _script(name: str) -> str:
    letter = next(character for character in name if character.isalpha())
    return unicodedata.name(letter, "").split(" ")[0]
