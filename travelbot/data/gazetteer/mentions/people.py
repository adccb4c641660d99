"""Telling people from the places that they share a name with."""

from collections.abc import Collection

from travelbot.data.gazetteer.mentions.context import place_before
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text

_OWNERS = frozenset({"my", "our", "his", "her", "their", "your", "a", "the"})
_NAMING = frozenset({"called", "named"})
_PERSONS = frozenset({"he", "she", "they"})
_REACH = 8
"""Tokens within which a pronoun is taken to stand for the name."""
_SELF = frozenset({"i", "me", "my", "her", "his"})
_BEING = frozenset({"is", "are", "was", "am", "m"})


def means_person(text: Text, span: Span, famous: Collection[int]) -> bool:
    """Say whether a name means a person or a work here: "my brother Jordan", "a film called Rome".

    `famous` are the indexes of tokens that name well-known places.
    """
    if _is_called(text, span.first):
        return True
    if span.words > 1 or "person" not in text.classes_at(span.first):
        return False
    if _is_introduced(text, span.first) or _acts(text, span.last) or _has_surname(text, span):
        return True
    if place_before(text, span):
        return False
    return _is_referred_to(text, span.last) or _is_beside_person(text, span.first, famous)


def _is_called(text: Text, index: int) -> bool:
    earlier = text.classes_at(index - 2) | text.classes_at(index - 3)
    return text.key_at(index - 1) in _NAMING and bool({"kin", "work"} & earlier)


def _is_beside_person(text: Text, index: int, famous: Collection[int]) -> bool:
    """Say whether a name that is no place's is joined: "Carolina and Diego"."""
    return any(
        "link" in text.classes_at(index + step)
        and "person" in text.classes_at(index + 2 * step)
        and index + 2 * step not in famous
        for step in (-1, 1)
    )


def _is_introduced(text: Text, index: int) -> bool:
    if index == 0:
        return False
    previous = text.classes_at(index - 1)
    if text.tokens[index].starts_sentence:
        return "title" in previous and text.tokens[index].gap == ". "
    before = text.key_at(index - 1)
    if before == "with":
        return text.key_at(index + 1) != "as" and not _is_linked(text, index)
    if before in _BEING:
        return "kin" in text.classes_at(index - 2) or text.key_at(index - 2) == "i"
    return "kin" in previous or ("link" in previous and _is_introduced_in_list(text, index - 2))


def _is_introduced_in_list(text: Text, index: int) -> bool:
    classes = text.classes_at(index)
    return "kin" in classes or ("person" in classes and _is_introduced(text, index))


def _is_linked(text: Text, index: int) -> bool:
    return any("linking" in text.classes_at(earlier) for earlier in range(index))


def _acts(text: Text, index: int) -> bool:
    following = text.token(index + 1)
    if following is not None and following.gap == ", ":
        is_kin = following.key in _OWNERS and "kin" in text.classes_at(index + 2)
        return is_kin or following.key == "who"
    if following is None or not following.follows_closely:
        return False
    if following.key == "s" and following.gap != " ":
        return bool({"says", "kin"} & text.classes_at(index + 2))
    if following.key in _BEING:
        return _is_kin_or_acting(text, index + 2)
    if following.key == "and":
        return _is_pair_of_people(text, index + 2)
    return following.key == "who" or "says" in text.classes_at(index + 1)


def _is_pair_of_people(text: Text, index: int) -> bool:
    is_name = "person" in text.classes_at(index)
    return text.key_at(index) in _SELF or (is_name and _acts(text, index))


def _is_kin_or_acting(text: Text, index: int) -> bool:
    if text.key_at(index) in _OWNERS:
        return "kin" in text.classes_at(index + 1)
    return "says" in text.classes_at(index)


def _is_referred_to(text: Text, index: int) -> bool:
    for later in range(index + 1, min(index + 1 + _REACH, len(text.tokens))):
        if text.tokens[later].starts_sentence:
            return False
        if text.key_at(later) in _PERSONS:
            return True
    return False


def _has_surname(text: Text, span: Span) -> bool:
    following = text.token(span.last + 1)
    return (
        text.has_case
        and following is not None
        and following.gap == " "
        and following.is_capital
        and "person" in text.classes_at(span.last + 1)
    )
