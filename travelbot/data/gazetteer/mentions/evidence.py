"""How well known a place must be for a stretch of text to mean it, from what the text shows."""

from typing import NamedTuple

from travelbot.data.gazetteer.mentions.codes import is_code
from travelbot.data.gazetteer.mentions.context import (
    is_alone,
    is_closed,
    is_inner_capital,
    place_before,
)
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.data.gazetteer.mentions.unspaced import required_rank

_PLAIN, _PLAIN_ABROAD, _FIRST_CAPITAL, _INNER_CAPITAL, _CASELESS = 7.0, 7.8, 6.0, 5.0, 6.0
"""Rank that a name needs by its writing; 7 is a city of 200,000 that encyclopedias know."""
_PREPOSITION = {"in": 1.5, "of": 0.5, "": 0.0}
_JOINED, _CONFIRMED, _ALONE, _COUNTRY = 2.0, 1.5, 2.0, 1.0
"""What the text around takes off."""
_WORDS, _WORDS_OF_DICTIONARY, _WORD_WITH_SIGN = -1.5, -1.0, -1.0
_CAPITAL_WORD, _PLAIN_WORD, _CODE_WORD = 1.0, 2.0, 4.0
_INNER_PERSON, _FIRST_PERSON, _NAMED_AFTER = 2.0, 1.0, 4.0
"""What the words of the name add."""
_WORLD_KNOWN = 9.5
_TIMING = frozenset({"in", "this", "next", "en", "im"})
_ARTICLES = frozenset({"the", "a", "an", "der", "das", "dem", "den", "ein", "einem", "einen"})
_SHORT = 2
_BRIEF = 3
"""Letters up to which a word of another language needs a sign like an ordinary one."""


class Support(NamedTuple):
    """What the other places in the text say for a stretch of it."""

    is_qualified: bool = False
    """A country or region that holds the place follows."""
    is_joined: bool = False
    """It stands in a list or route with a place."""
    is_confirmed: bool = False
    """A place that lies in it is mentioned."""


def is_supported(text: Text, span: Span, support: Support) -> bool:
    """Say whether the likeliest place is known well enough for what the text shows."""
    if span.how == "part":
        return span.best.rank >= _required_of_part(text, span, support)
    if _is_modifier(text, span) or _is_description(text, span):
        return False
    if is_code(span) or support.is_qualified or span.how == "abbreviated":
        return True
    return not _lacks_sign(text, span, support) and span.best.rank >= _required(text, span, support)


def _lacks_sign(text: Text, span: Span, support: Support) -> bool:
    if "oddity" in text.classes.get(span.key, ()):
        return True
    if _is_also_word(text, span) and not _has_sign(text, span, support):
        return True
    if _is_short(span) and not _is_meant_short(text, span, support):
        return True
    return span.best.place.kind != "sight" and "generic" in text.classes.get(span.key, ())


def _required(text: Text, span: Span, support: Support) -> float:
    required = _by_case(text, span) + _for_words(text, span)
    required -= _PREPOSITION[place_before(text, span)]
    required -= _JOINED * support.is_joined
    required -= _CONFIRMED * support.is_confirmed
    required -= _ALONE * is_alone(text, span)
    return required - _COUNTRY * (span.best.place.kind == "country")


def _by_case(text: Text, span: Span) -> float:
    token = text.tokens[span.first]
    if not token.text[0].isupper() and not token.text[0].islower():
        return _CASELESS
    if is_inner_capital(text, span):
        return _INNER_CAPITAL
    if token.is_capital and (text.has_case or not (token.is_upper or text.classes_at(span.first))):
        return _FIRST_CAPITAL
    return _PLAIN if text.may_be_english or token.is_upper else _PLAIN_ABROAD


def _for_words(text: Text, span: Span) -> float:
    inside = [text.classes_at(index) for index in range(span.first, span.last + 1)]
    is_dictionary = all(_is_word(text, index) for index in range(span.first, span.last + 1))
    if span.words > 1:
        return _WORDS_OF_DICTIONARY if is_dictionary else _WORDS
    if _is_also_word(text, span):
        return _WORD_WITH_SIGN
    if _is_code_word(text, span):
        return _CODE_WORD
    if "thing" in inside[0]:
        return 0.0
    if is_dictionary:
        is_likely = is_inner_capital(text, span) or span.best.place.kind == "sight"
        return _CAPITAL_WORD if is_likely else _PLAIN_WORD
    return _for_person(text, span) if "person" in inside[0] else 0.0


def _for_person(text: Text, span: Span) -> float:
    if not text.tokens[span.first].is_capital or place_before(text, span) == "in":
        return 0.0
    if "article" in text.classes_at(span.first - 1):
        return _NAMED_AFTER
    return _INNER_PERSON if is_inner_capital(text, span) else _FIRST_PERSON


def _is_word(text: Text, index: int) -> bool:
    classes = text.classes_at(index)
    is_english = "english" in classes and text.tokens[index].text.isascii()
    return is_english or f"lang:{text.language}" in classes


def _is_also_word(text: Text, span: Span) -> bool:
    classes = text.classes.get(span.key, frozenset())
    is_capital = text.has_case and text.tokens[span.first].is_capital
    if "ordinary" in classes or ("thing" in classes and not is_capital):
        return True
    is_foreign = not text.may_be_english and f"lang:{text.language}" in classes
    return is_foreign and len(span.key) <= _BRIEF and not text.tokens[span.first].is_upper


def _is_modifier(text: Text, span: Span) -> bool:
    is_modifier = span.words == 1 and "modifier" in text.classes_at(span.first)
    return is_modifier and not is_inner_capital(text, span)


def _is_description(text: Text, span: Span) -> bool:
    """Say whether small letters after an adjective describe things: "Roman baths"."""
    rest = range(span.first + 1, span.last + 1)
    is_plain = all(_is_word(text, index) for index in rest)
    is_small = any(text.tokens[index].text.islower() for index in rest)
    return "phrase" in text.classes_at(span.first) and is_plain and is_small and text.has_case


def _is_code_word(text: Text, span: Span) -> bool:
    return text.tokens[span.first].is_upper and "code" in text.classes_at(span.first)


def _has_sign(text: Text, span: Span, support: Support) -> bool:
    if is_inner_capital(text, span) or support.is_joined:
        return True
    is_placed = place_before(text, span) == "in" and text.key_at(span.first - 1) not in _ARTICLES
    is_placed = is_placed or support.is_confirmed
    if _is_odd_topic(text, span):
        return True
    if "thing" in text.classes_at(span.first) and "touring" in text.classes_at(span.last + 1):
        return True
    return is_closed(text, span) and (is_placed or _is_odd_subject(text, span))


def _is_odd_topic(text: Text, span: Span) -> bool:
    """Say whether a month follows, as in "Nice in May"."""
    is_timed = text.key_at(span.last + 1) in _TIMING and "month" in text.classes_at(span.last + 2)
    return is_timed and text.tokens[span.last + 1].gap.isspace()


def _is_odd_subject(text: Text, span: Span) -> bool:
    """Say whether a word that can't be a subject is one, as in "Split is lovely"."""
    is_followed = "being" in text.classes_at(span.last + 1)
    return "adjective" in text.classes.get(span.key, ()) and is_followed and text.has_case


def _is_short(span: Span) -> bool:
    return len(span.key) <= _SHORT and span.key.isascii()


def _is_meant_short(text: Text, span: Span, support: Support) -> bool:
    if text.tokens[span.first].is_upper and not text.is_shouted:
        return True
    if _is_word(text, span.first):
        return False
    is_placed = place_before(text, span) == "in" and is_closed(text, span)
    return is_placed or support.is_joined or span.best.rank >= _WORLD_KNOWN


def _required_of_part(text: Text, span: Span, support: Support) -> float:
    token = text.tokens[span.first]
    required = required_rank(token, span.key, token.text[span.end - token.start :])
    return required - _JOINED * support.is_joined
