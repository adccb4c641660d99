"""A text with its words, what the lexicon says about them, its language and its use of case."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from travelbot.data.gazetteer.mentions.tokens import Token

_NONE: frozenset[str] = frozenset()
_NAMES = frozenset({"ordinary", "thing", "person", "phrase"})
_SENSES = frozenset({"thing", "person"})
_CONTENT_LENGTH = 4
_OWN_WORD, _COMMON_WORD, _SHARED_WORD, _ENGLISH_WORD, _LETTER = 10, 8, 5, 5, 3
"""Votes for a language: by a word of it, by an English one that others have too, for those others,
for English by any other word of it, by a letter that a language alone has in an unknown word."""
_LETTERS = {
    "hu": frozenset("őű"),
    "pl": frozenset("łżźśćńąę"),
    "cs": frozenset("řěů"),
    "tr": frozenset("ğış"),
    "ro": frozenset("șțăşţ"),
    "et": frozenset("õ"),
    "lt": frozenset("ėįų"),
    "lv": frozenset("āēīļņķģ"),
    "vi": frozenset("ơưạảấầẩậắằẳặẹẻếềểệ"),
}
_LANGUAGE_OF_SCRIPT = (("Ѐ", "ӿ", "ru"), ("Ͱ", "Ͽ", "el"), ("֐", "׿", "he"), ("؀", "ۿ", "ar"))


class Text(NamedTuple):
    """A text cut into tokens."""

    tokens: list[Token]
    classes: Mapping[str, frozenset[str]]
    """Word classes of the lexicon by key."""
    language: str
    """ISO 639-1; empty if nothing tells."""
    has_case: bool
    """Whether capitals say something: not so in lower case, in capitals and in titles."""

    @property
    def may_be_english(self) -> bool:
        """Whether nothing tells that it's in another language."""
        return self.language in ("en", "")

    @property
    def is_shouted(self) -> bool:
        """Whether all is in capitals."""
        cased = [token for token in self.tokens if token.text.upper() != token.text.lower()]
        return all(token.text.isupper() for token in cased)

    def token(self, index: int) -> Token | None:
        """Return the token at an index, or None outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def classes_at(self, index: int) -> frozenset[str]:
        """Return the word classes of the token at an index; none outside the text."""
        token = self.token(index)
        return self.classes.get(token.key, _NONE) if token else _NONE

    def key_at(self, index: int) -> str:
        """Return the key of the token at an index, empty outside the text."""
        token = self.token(index)
        return token.key if token else ""


def read(tokens: list[Token], classes: Mapping[str, frozenset[str]]) -> Text:
    """Put tokens and their classes together, guessing the language and the use of case."""
    return Text(tokens, classes, _language(tokens, classes), _has_case(tokens, classes))


def _language(tokens: list[Token], classes: Mapping[str, frozenset[str]]) -> str:
    scripts = Counter(_script_language(token.key[0]) for token in tokens)
    language = next((name for name, _ in scripts.most_common(1)), "")
    if language:
        return language
    votes: Counter[str] = Counter()
    for token in tokens:
        votes.update(_votes(token, classes.get(token.key, _NONE)))
    best = max(votes.values(), default=0)
    if not best:
        return ""
    return "en" if votes["en"] == best else min(name for name in votes if votes[name] == best)


def _votes(token: Token, classes: frozenset[str]) -> dict[str, int]:
    if not classes and not token.text.isascii():
        return {code: _LETTER for code, own in _LETTERS.items() if own & set(token.text)}
    is_english = token.text.isascii() and bool({"english", "lang:en"} & classes)
    weight = _SHARED_WORD if is_english else _OWN_WORD
    languages = [name.removeprefix("lang:") for name in classes if name.startswith("lang:")]
    votes = {language: weight for language in languages if language != "en"}
    if is_english and not (token.is_capital and _SENSES & classes):
        votes["en"] = _english_votes(len(votes), classes)
    return votes


def _english_votes(others: int, classes: frozenset[str]) -> int:
    if "lang:en" not in classes:
        return _ENGLISH_WORD
    return _COMMON_WORD if others > 1 else _OWN_WORD


def _script_language(letter: str) -> str:
    return next((name for low, high, name in _LANGUAGE_OF_SCRIPT if low <= letter <= high), "")


def _has_case(tokens: list[Token], classes: Mapping[str, frozenset[str]]) -> bool:
    inner = [token for token in tokens if not token.starts_sentence]
    lower = [token for token in inner if token.text[0].islower()]
    if not lower and all(token.text.isupper() for token in tokens):
        return False
    titled = sum(_is_titled_word(token, classes) for token in inner)
    content = sum(len(token.key) >= _CONTENT_LENGTH for token in lower)
    return titled <= content or titled <= 1


def _is_titled_word(token: Token, classes: Mapping[str, frozenset[str]]) -> bool:
    known = classes.get(token.key, _NONE)
    return token.is_capital and "english" in known and not (_NAMES & known or token.is_upper)
