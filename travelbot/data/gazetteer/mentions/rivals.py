"""Telling works and teams that a sentence compares from the places that they are named after."""

from travelbot.data.gazetteer.mentions.context import is_closed, place_before
from travelbot.data.gazetteer.mentions.spans import Span
from travelbot.data.gazetteer.mentions.text import Text

_BEING = frozenset({"is", "are", "was", "were", "isn", "wasn", "which", "what", "s"})
_ASKING = frozenset({"which"})
_CALLING = frozenset({"a", "an", "the"})
_PLACED = frozenset({"about", "for", "of", "like", "at", "on"})
_MOST_BETWEEN = 3
_PLACING = frozenset({"where", "set", "filmed", "shot"})


def means_work_or_team(text: Text, span: Span) -> bool:
    """Say whether a sentence makes a name a work or team: "Did Leeds win the cup?"."""
    sentence = sentence_of(text, span.first)
    if text.key_at(span.first - 1) == "to" and "beating" in text.classes_at(span.first - 2):
        return any("contest" in text.classes_at(index) for index in sentence)
    if text.language != "en" or place_before(text, span) == "in":
        return False
    is_subject = text.key_at(span.first - 1) not in _PLACED
    return (is_subject and _is_of_works(text, sentence)) or _is_rival(text, span, sentence)


def sentence_of(text: Text, index: int) -> range:
    """Return the indexes of the tokens of the sentence that a token stands in."""
    first, end = index, index + 1
    while first and not text.tokens[first].starts_sentence:
        first -= 1
    while end < len(text.tokens) and not text.tokens[end].starts_sentence:
        end += 1
    return range(first, end)


def _is_rival(text: Text, span: Span, sentence: range) -> bool:
    if not any("contest" in text.classes_at(index) for index in sentence):
        return False
    after = [span.last + step for step in (1, 2)]
    before = [span.first - step for step in (0, 1)]
    return _beats(text, after, after) or _beats(text, [index - 1 for index in before], before)


def _beats(text: Text, verbs: list[int], gaps: list[int]) -> bool:
    """Say whether a word that says how a team plays stands by the name, only spaces between."""
    for verb, gap in zip(verbs, gaps, strict=True):
        token = text.token(gap)
        if token is None or not token.gap.isspace():
            return False
        if "beating" in text.classes_at(verb):
            return True
    return False


def _is_of_works(text: Text, sentence: range) -> bool:
    if any(text.key_at(index) in _PLACING for index in sentence):
        return False
    return any(_is_predicate(text, index, sentence) for index in sentence)


def _is_predicate(text: Text, index: int, sentence: range) -> bool:
    """Say whether a work is what the sentence calls something: "Is Evita a better musical than"."""
    if "work" not in text.classes_at(index) or not _ends(text, index):
        return False
    before = range(max(sentence.start, index - _MOST_BETWEEN), index)
    return any(_calls(text, earlier, sentence) for earlier in before)


def _calls(text: Text, index: int, sentence: range) -> bool:
    """Say whether a noun phrase begins that a name or a form of "be" stands before."""
    if text.key_at(index) in _ASKING:
        return True
    if text.key_at(index) not in _CALLING or index == sentence.start:
        return False
    before = text.tokens[index - 1]
    is_verb = before.key in _BEING or "auxiliary" in text.classes_at(index - 1)
    is_stated = any(text.key_at(word) in _BEING for word in range(sentence.start, index))
    return is_stated and (is_verb or before.is_capital)


def _ends(text: Text, index: int) -> bool:
    word = text.tokens[index]
    span = Span(index, index, word.start, word.end, word.key, ())
    return text.key_at(index + 1) in ("than", "of", "ever") or is_closed(text, span)
