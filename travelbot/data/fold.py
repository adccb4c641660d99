"""Text as it is searched: words without case and accents, in any script."""

import re
import unicodedata

MARKUP = re.compile(r"[*#`]+")
SIGNS = re.compile(r"[^a-z0-9\x80-\U0010ffff]")
MAX_QUERY = 300
"""Characters; what comes after them doesn't narrow a search any further."""
ACCENT = 10
"""Combining classes from here on are marks above and below letters; those before make letters."""
UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x312F),  # kana, bopomofo
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),  # Han
    (0xAC00, 0xD7A3),  # Hangul, whose words carry endings
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Scripts in which a word is found inside a run of letters: each character is a word."""


class _Folding(dict[int, str]):
    """What each character becomes, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


FOLDING = _Folding()


def readable(text: str) -> str:
    """One line of plain text, as an excerpt shows it."""
    return " ".join(MARKUP.sub("", unicodedata.normalize("NFC", text)).split())


def folded(text: str) -> str:
    """The words of a readable text, with spaces between and maybe around them."""
    return text.translate(FOLDING)


def words(query: str) -> list[list[str]]:
    """What must be found: each part of a query as the words that must follow each other."""
    parts = (folded(part).split() for part in readable(query[:MAX_QUERY]).split())
    return [part for part in parts if part]


def _folded(character: str) -> str:
    kept = (c for c in unicodedata.normalize("NFKD", character) if not _is_accent(c))
    letters = SIGNS.sub(" ", unicodedata.normalize("NFC", "".join(kept).casefold()))
    category = unicodedata.category(character)
    if category == "So" or _is_unspaced(ord(character)):
        return f" {letters} "
    if category[0] in "LN" or category in ("Mn", "Mc", "Me", "Cf"):
        return letters
    return " "


def _is_accent(character: str) -> bool:
    """Also what is never seen by itself: joiners, soft hyphens, selectors of emoji."""
    return (
        unicodedata.combining(character) >= ACCENT
        or unicodedata.category(character) == "Cf"
        or unicodedata.name(character, "").startswith("VARIATION SELECTOR")
    )


def _is_unspaced(code: int) -> bool:
    return any(first <= code <= last for first, last in UNSPACED)
