"""Cutting a text into words, with what their writing says about them."""

import unicodedata
from collections.abc import Iterator
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from travelbot.data.gazetteer.folding import is_apostrophe, is_word_character, name_key

_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "THAI", "LAO", "KHMER", "MYANMAR")
_SENTENCE_ENDS = frozenset('.!?…\n\r•*。！？¡¿"“”«»')
_ABBREVIATED = frozenset({"st", "ste", "mt", "ft", "pt", "s", "n", "d", "u"})
_HYPHENS = frozenset("-‐‑")


class Writing(Enum):
    """How the words of a script are set apart."""

    SPACED = "spaced"
    UNSPACED = "unspaced"
    HANGUL = "hangul"


class Token(NamedTuple):
    """A word of a text."""

    text: str
    key: str
    start: int
    gap: str
    """What stands between the word before and this one."""
    writing: Writing

    @property
    def end(self) -> int:
        """Position after the last letter."""
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether the first letter is a capital."""
        return self.text[0].isupper()

    @property
    def is_upper(self) -> bool:
        """Whether all of two or more letters are capitals."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def follows_closely(self) -> bool:
        """Whether only space, a hyphen or an apostrophe stands before the word."""
        return all(c.isspace() or c in _HYPHENS or is_apostrophe(c) for c in self.gap)

    @property
    def starts_sentence(self) -> bool:
        """Whether a capital is due here whatever the word is."""
        return self.start == len(self.gap) or bool(_SENTENCE_ENDS & set(self.gap))


def tokenize(text: str) -> list[Token]:
    """Return the words of a text; unspaced scripts give a token for each unbroken run."""
    tokens: list[Token] = []
    end = 0
    for start, word, writing in _runs(text):
        key = name_key(word)
        if key:
            tokens.append(Token(word, key, start, text[end:start], writing))
            end = start + len(word)
    return tokens


def joint(before: Token, token: Token) -> str | None:
    """Return what joins two tokens in a name's key, or None if no name goes across the gap."""
    gap = token.gap
    if len(gap) == 1 and is_apostrophe(gap):
        return ""
    if gap in (" ", "\u00a0", " & ", " (") or gap in _HYPHENS:
        return " "
    if gap in (".", ". ") and before.key in _ABBREVIATED:
        return " "
    return None


def _runs(text: str) -> Iterator[tuple[int, str, Writing]]:
    start = 0
    for writing, group in groupby(text, _writing):
        run = "".join(group)
        if writing is not None:
            yield start, run, writing
        start += len(run)


def _writing(character: str) -> Writing | None:
    if character.isascii():
        return Writing.SPACED if character.isalnum() else None
    if not is_word_character(character):
        return None
    script = unicodedata.name(character, "").split(" ")[0]
    if script in _UNSPACED:
        return Writing.UNSPACED
    return Writing.HANGUL if script == "HANGUL" else Writing.SPACED
