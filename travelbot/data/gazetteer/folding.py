"""Folding of names, so that spellings of one name compare equal in every script."""

import re
import unicodedata
from functools import lru_cache

_LATIN = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""}
_UNDECOMPOSED = str.maketrans(_LATIN | _ARABIC)
_APOSTROPHES = "'’‘ʻʼ`´ʹʿʾ′"
_JOINERS = "\u200c\u200d\u00ad"
_DROPPED = str.maketrans("", "", _APOSTROPHES + _JOINERS)
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_ASCII_GAP = re.compile("[^0-9a-z]+")


def is_apostrophe(character: str) -> bool:
    """Say whether the character joins parts of a name like the apostrophe of Xi'an."""
    return character in _APOSTROPHES


@lru_cache(maxsize=8192)
def is_word_character(character: str) -> bool:
    """Say whether the character belongs to a word: letters, digits and the marks of any script."""
    if character.isascii():
        return character.isalnum()
    if character in _APOSTROPHES:
        return False
    return character in _JOINERS or unicodedata.category(character)[0] in "LNM"


def fold(text: str) -> str:
    """Fold case, width, accents and the variants of Arabic letters away.

    Only U+0300 to U+036F are stripped: other marks are letters in kana, Hangul and Devanagari.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_UNDECOMPOSED)
    stripped = _LATIN_MARKS.sub("", unicodedata.normalize("NFD", plain))
    return unicodedata.normalize("NFC", stripped)


def name_key(text: str) -> str:
    """Return the key that a name is stored under: folded, apostrophes dropped, words by spaces."""
    joined = text.translate(_DROPPED)
    if joined.isascii():
        return _ASCII_GAP.sub(" ", joined.lower()).strip()
    words = "".join(c if is_word_character(c) else " " for c in joined)
    return " ".join(fold(words).split())
