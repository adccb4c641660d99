"""Telling works, teams, brands, food and drinks from the places that they share a name with."""

from travelbot.data.gazetteer.mentions.context import place_before
from travelbot.data.gazetteer.mentions.rivals import means_work_or_team
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text

_CREDITS = frozenset({"by", "with", "starring"})
_NAMING = frozenset({"called", "named"})
_ONE = frozenset({"a", "an"})
_KINDS = frozenset({"animal", "thing", "brand"})
_AFTER_NOUN = frozenset({"on", "with", "that", "which", "who", "at", "into", "onto", "from"})
_OWNERS = frozenset({"my", "our", "your", "his", "her", "their", "this", "that"})


def means_thing(text: Text, span: Span) -> bool:
    """Say whether a name means something made: "watch Casablanca", "Patagonia jackets"."""
    return (
        _is_called(text, span.first)
        or _is_work(text, span)
        or _is_team(text, span)
        or _is_brand(text, span)
        or _is_food(text, span)
        or _is_one_of_many(text, span)
        or _is_animal(text, span)
        or means_work_or_team(text, span)
    )


def _is_called(text: Text, index: int) -> bool:
    earlier = text.classes_at(index - 2) | text.classes_at(index - 3)
    if text.key_at(index - 1) in _NAMING:
        return bool({"kin", "work"} & earlier)
    return text.key_at(index - 3) in _NAMING and "article" in text.classes_at(index - 2)


def _is_work(text: Text, span: Span) -> bool:
    if not text.has_case or not text.tokens[span.first].is_capital:
        return False
    before = text.classes_at(span.first - 1)
    if "watching" in before and text.tokens[span.first].gap.isspace():
        return True
    if "work" in before and {"article", "modifier"} & text.classes_at(span.first - 2):
        return True
    end = _end_of_title(text, span.last + 1)
    return (
        text.key_at(end) in _CREDITS
        and _is_full_name(text, end + 1)
        and not place_before(text, span)
    )


def _end_of_title(text: Text, index: int) -> int:
    while (token := text.token(index)) is not None and token.is_capital and token.gap == " ":
        index += 1
    return index


def _is_full_name(text: Text, index: int) -> bool:
    name, surname = text.token(index), text.token(index + 1)
    if name is None or surname is None or surname.gap != " ":
        return False
    return name.is_capital and surname.is_capital and "person" in text.classes_at(index)


def _is_team(text: Text, span: Span) -> bool:
    is_followed = "sport" in text.classes_at(span.last + 1) and _is_near(text, span.last + 1)
    is_better = text.key_at(span.last + 2) == "over"
    return is_followed and span.best.place.kind != "country" and not is_better


def _is_brand(text: Text, span: Span) -> bool:
    if "brand" not in text.classes_at(span.first) or span.words > 1:
        return False
    is_counted = text.key_at(span.first - 1) in _ONE
    verb = span.first - 2 if is_counted else span.first - 1
    return "wearing" in text.classes_at(verb) or _has_product(text, span.last + 1)


def _has_product(text: Text, index: int) -> bool:
    """Say whether a product follows, at once or behind one word: "down jackets"."""
    near = [later for later in (index, index + 1) if _is_near(text, later)]
    return any("product" in text.classes_at(later) for later in near)


def _is_food(text: Text, span: Span) -> bool:
    if text.key_at(span.first - 1) == "of" and "measure" in text.classes_at(span.first - 2):
        return True
    if span.words > 1 or "thing" not in text.classes_at(span.first):
        return False
    if "edible" in text.classes_at(span.first) and "food" in text.classes_at(span.last + 1):
        return _is_near(text, span.last + 1)
    sides = ((span.last + 1, span.last + 2), (span.first - 1, span.first - 2))
    return any(
        "link" in text.classes_at(link) and {"food", "edible"} & text.classes_at(other)
        for link, other in sides
    )


def _is_one_of_many(text: Text, span: Span) -> bool:
    """Say whether an indefinite article counts the name: "a Manhattan and a Singapore Sling"."""
    before = text.token(span.first - 1)
    if text.language != "en" or before is None or before.text.lower() not in _ONE:
        return False
    if not text.tokens[span.first].gap.isspace() or before.gap.strip() not in ("", ","):
        return False
    following = text.token(span.last + 1)
    is_joined = "link" in text.classes_at(span.last + 1) and text.key_at(span.last + 2) in _ONE
    is_end = following is None or following.starts_sentence or is_joined
    return is_end or _is_head(text, span)


def _is_head(text: Text, span: Span) -> bool:
    """Say whether the name isn't followed by a noun: "a Labrador on the bus"."""
    following = text.tokens[span.last + 1]
    classes = text.classes_at(span.last + 1)
    is_verb = "auxiliary" in classes or following.key in _AFTER_NOUN
    return is_verb and following.gap == " " and bool(_KINDS & text.classes_at(span.first))


def _is_animal(text: Text, span: Span) -> bool:
    """Say whether a breed's name means the animal: "my Chihuahua", "Newfoundland puppies"."""
    if "animal" not in text.classes_at(span.last) or place_before(text, span) == "in":
        return False
    if text.key_at(span.first - 1) in _ONE | _OWNERS:
        return not {"touring", "product"} & text.classes_at(span.last + 1)
    return any("pet" in text.classes_at(span.last + step) for step in (1, 2))


def _is_near(text: Text, index: int) -> bool:
    token = text.token(index)
    return token is not None and token.gap.isspace()
