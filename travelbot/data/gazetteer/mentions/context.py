"""What stands around a stretch of text: prepositions before it, what follows, what it joins."""

import re

from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.data.gazetteer.mentions.unspaced import is_list_link

_ARROWS = re.compile(r"\s*(?:->|=>|>|→|➔|⟶|–|—|-|/|&|\+|,|、|・|;|\||~|\.{3}|…)+\s*")
_SKIPPED = frozenset({"article", "modifier"})
_MOST_SKIPPED = 2
_OUT = "out"


def place_before(text: Text, span: Span) -> str:
    """Return "in" if a preposition of place stands before, "of" if a weaker one does, or ""."""
    index = span.first
    for _ in range(_MOST_SKIPPED + 1):
        token = text.token(index)
        if token is None or not token.follows_closely or index == 0:
            return ""
        index -= 1
        classes = text.classes_at(index)
        if f"in:{text.language}" in classes:
            return "in"
        if f"of:{text.language}" in classes:
            return "in" if text.key_at(index - 1) == _OUT else "of"
        if not _SKIPPED & classes:
            return ""
    return ""


def is_closed(text: Text, span: Span) -> bool:
    """Say whether what follows can't be a noun that the word describes."""
    token = text.token(span.last + 1)
    if token is None or not token.gap.isspace():
        return True
    if text.language == "de" and token.text[0].islower():
        return True
    return bool({"closer", f"in:{text.language}"} & text.classes_at(span.last + 1))


def is_alone(text: Text, span: Span) -> bool:
    """Say whether the text consists of nothing else."""
    return span.first == 0 and span.last == len(text.tokens) - 1 and span.how != "part"


def is_inner_capital(text: Text, span: Span) -> bool:
    """Say whether a capital inside a sentence marks the word as a name."""
    token = text.tokens[span.first]
    return (
        text.has_case and text.language != "de" and token.is_capital and not token.starts_sentence
    )


def is_joined(text: Text, left: Span, right: Span) -> bool:
    """Say whether two stretches stand in one list or route: "A, B", "A and B", "A -> B"."""
    if left.last == right.first:
        return is_list_link(text.tokens[left.last], left.end, right.start)
    between = range(left.last + 1, right.first)
    if len(between) == 0:
        gap = text.tokens[right.first].gap
        return bool(_ARROWS.fullmatch(gap))
    if len(between) > 2:  # noqa: PLR2004
        return False
    has_link = any("link" in text.classes_at(index) for index in between)
    has_comma = any("," in text.tokens[index].gap for index in (*between, right.first))
    is_small = all({"link", "article"} & text.classes_at(index) for index in between)
    is_light = all(_is_light(text, index) for index in (*between, right.first))
    return (has_link or has_comma) and is_small and is_light


def _is_light(text: Text, index: int) -> bool:
    gap = text.tokens[index].gap
    return gap.isspace() or gap.strip() in {",", "&"}
