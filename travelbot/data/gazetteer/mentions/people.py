"""Telling people from the places that they share a name with."""

from collections.abc import Collection

from travelbot.data.gazetteer.mentions.context import place_before
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text

_OWNERS = frozenset({"my", "our", "his", "her", "their", "your", "a", "the"})
_PERSONS = frozenset({"he", "she", "they"})
_REACH = 8
"""Tokens within which a pronoun is taken to stand for the name."""
_WELL_KNOWN_RANK = 7.3
"""Rank from which an unknown capital behind a given name makes no surname."""
_SELF = frozenset({"i", "me", "my", "her", "his"})
_BEING = frozenset({"is", "are", "was", "am", "m"})


def means_person(text: Text, span: Span, famous: Collection[int]) -> bool:
    """Say whether a name means a person here: "my brother Jordan", "Abraham Lincoln".

    `famous` are the indexes of tokens that name well-known places.
    """
    if span.words > 1:
        return False
    if "title" in text.classes_at(span.first - 1) or _is_surname(text, span, famous):
        return True
    if "person" not in text.classes_at(span.first):
        return False
    if _is_introduced(text, span.first) or _acts(text, span.last):
        return True
    if _has_surname(text, span, famous):
        return True
    is_person = _is_referred_to(text, span.last) or _is_beside_person(text, span.first, famous)
    return is_person and not place_before(text, span)


def _is_surname(text: Text, span: Span, famous: Collection[int]) -> bool:
    """Say whether a given name that no well-known place has stands before."""
    token, before = text.tokens[span.first], text.token(span.first - 1)
    if before is None or not text.has_case or token.gap != " " or span.first - 1 in famous:
        return False
    if span.best.place.kind != "city":
        return False
    classes = text.classes_at(span.first - 1)
    is_word = before.starts_sentence and "english" in classes
    is_name = "person" in classes and not (is_word or before.is_upper)
    return is_name and before.is_capital and token.is_capital


def _is_beside_person(text: Text, index: int, famous: Collection[int]) -> bool:
    """Say whether a name that is no place's is joined: "Carolina and Diego"."""
    return any(
        "link" in text.classes_at(index + step)
        and "person" in text.classes_at(index + 2 * step)
        and index + 2 * step not in famous
        for step in (-1, 1)
    )


def _is_introduced(text: Text, index: int) -> bool:
    if index == 0 or text.tokens[index].starts_sentence:
        return False
    previous = text.classes_at(index - 1)
    before = text.key_at(index - 1)
    if before == "with":
        return text.key_at(index + 1) != "as" and not _is_linked(text, index)
    if before in _BEING:
        return "kin" in text.classes_at(index - 2) or text.key_at(index - 2) == "i"
    return "kin" in previous or _is_introduced_in_list(text, _name_listed_before(text, index))


def _name_listed_before(text: Text, index: int) -> int:
    """Return the index of the name that a link or comma joins to this one, or -1."""
    if "link" in text.classes_at(index - 1):
        return index - 2 if text.key_at(index - 1) != "to" else -1
    return index - 1 if text.tokens[index].gap == ", " else -1


def _is_introduced_in_list(text: Text, index: int) -> bool:
    classes = text.classes_at(index)
    if "kin" in classes or (text.key_at(index) in _SELF and text.key_at(index + 1) == "and"):
        return True
    return "person" in classes and _is_introduced(text, index)


def _is_linked(text: Text, index: int) -> bool:
    return any("linking" in text.classes_at(earlier) for earlier in range(index))


def _acts(text: Text, index: int) -> bool:
    following = text.token(index + 1)
    if following is not None and following.gap == ", ":
        is_kin = following.key in _OWNERS and "kin" in text.classes_at(index + 2)
        return is_kin or following.key == "who" or _is_one_of_people(text, index + 1)
    if following is None or not following.follows_closely:
        return False
    if following.key == "s" and following.gap != " ":
        return bool({"says", "kin", "owned"} & text.classes_at(index + 2))
    if following.key == "and":
        return text.key_at(index + 2) in _SELF or _is_one_of_people(text, index + 2)
    return following.key == "who" or _is_kin_or_acting(text, _past_auxiliaries(text, index + 1))


def _is_one_of_people(text: Text, index: int) -> bool:
    return "person" in text.classes_at(index) and _acts(text, index)


def _past_auxiliaries(text: Text, index: int) -> int:
    while index < len(text.tokens) and "auxiliary" in text.classes_at(index):
        index += 1
    return index


def _is_kin_or_acting(text: Text, index: int) -> bool:
    before, classes = text.classes_at(index - 1), text.classes_at(index)
    if text.key_at(index - 1) in _BEING and text.key_at(index) in _OWNERS:
        return any("kin" in text.classes_at(later) for later in (index + 1, index + 2))
    return "says" in classes or ("auxiliary" in before and "acting" in classes)


def _is_referred_to(text: Text, index: int) -> bool:
    for later in range(index + 1, min(index + 1 + _REACH, len(text.tokens))):
        if text.tokens[later].starts_sentence:
            return False
        if text.key_at(later) in _PERSONS:
            return True
    return False


def _has_surname(text: Text, span: Span, famous: Collection[int]) -> bool:
    following = text.token(span.last + 1)
    if following is None or not (text.has_case and following.gap == " " and following.is_capital):
        return False
    if {span.last + 1, span.last + 2} <= set(famous):
        return False
    classes = text.classes_at(span.last + 1)
    is_unknown = not (classes or following.is_upper or span.last + 1 in famous)
    return "person" in classes or (is_unknown and span.best.rank < _WELL_KNOWN_RANK)
