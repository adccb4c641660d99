"""Names behind inflected and misspelt words."""

from collections.abc import Callable, Iterable, Iterator

from travelbot.data.gazetteer.database import Match
from travelbot.data.gazetteer.mentions.context import is_inner_capital, place_before
from travelbot.data.gazetteer.mentions.inflection import base_forms, base_phrases
from travelbot.data.gazetteer.mentions.spans import How, Named, Span, without_crossing
from travelbot.data.gazetteer.mentions.text import Text
from travelbot.data.gazetteer.mentions.tokens import Token, Writing

Similar = Callable[[str], list[tuple[str, int]]]
"""Finds well-known names near a misspelt key, with the edits they take."""

INFLECTION_PENALTY = 0.3
EDIT_PENALTY = 0.5
_FARTHER_PENALTY = 2.5
"""What an edit costs besides that another name goes without."""
_SHORTEST_MISSPELT = 5
_BRIEF = 3
_KNOWN_RANK = 5.5
"""Rank from which an exact name is not taken for a misspelling."""
_FAMILIAR_RANK = 6.5
"""Rank below which it may be the first word of a misspelt name."""
_FAMOUS_RANK = 7.5
"""Rank from which an exact name is not taken for a part of one."""
_GUESSED_RANK = 7.0
"""Rank that a base form needs where nothing tells the language."""
_CLEAR_LEAD = 1.0
_MOST_GUESSES = 12
_KNOWN = frozenset({"animal", "english", "rare", "person", "ordinary", "phrase"})


def inflected_spans(text: Text, named: Named, taken: list[Span]) -> list[Span]:
    """Return names whose inflected form the text has, where no plain name is."""
    covered = _covered(taken, _FAMOUS_RANK if text.language else _KNOWN_RANK)
    free = [i for i, token in enumerate(text.tokens) if i not in covered and _inflects(text, token)]
    forms = {(index, index): base_forms(text.key_at(index), text.language) for index in free}
    for index in free:
        if index and text.tokens[index].follows_closely:
            words = [text.key_at(index - 1), text.key_at(index)]
            forms[index - 1, index] = base_phrases(words, text.language)
    found = named({form for options in forms.values() for form in options})
    spans = [
        _span(text, run, form, _lowered(found[form], INFLECTION_PENALTY), "inflected")
        for run, options in forms.items()
        for form in options
        if form in found
    ]
    return _likeliest_first(span for span in spans if _is_likelier(text, span, taken))


def misspelt_spans(text: Text, named: Named, similar: Similar, taken: list[Span]) -> list[Span]:
    """Return well-known names that unknown words are close to."""
    runs = list(_unknown_runs(text, taken))[:_MOST_GUESSES]
    guesses = {run: similar(_key(text, run)) for run in runs}
    if not text.language and _has_foreign_word(text, guesses):
        guesses = {run: names for run, names in guesses.items() if _is_marked(text, run[0])}
    found = named({name for options in guesses.values() for name, _ in options})
    spans = [
        _span(text, run, name, _lowered(found[name], _cost(edits, options)), "misspelt")
        for run, options in guesses.items()
        for name, edits in options
        if name in found
    ]
    return without_crossing(_likeliest_first(spans))


def _has_foreign_word(text: Text, guesses: dict[tuple[int, int], list[tuple[str, int]]]) -> bool:
    """Say whether a small word is like no name, so that the text may be in any language."""
    lone = {run[0]: options for run, options in guesses.items() if run[0] == run[1]}
    explained = {i for run, options in guesses.items() if options for i in run}
    return any(i not in explained and text.tokens[i].text.islower() for i in lone)


def _cost(edits: int, options: list[tuple[str, int]]) -> float:
    least = min(other for _, other in options)
    return EDIT_PENALTY * edits + _FARTHER_PENALTY * (edits - least)


def _is_likelier(text: Text, span: Span, taken: list[Span]) -> bool:
    """Say whether the plain name, if there is one, trails far enough."""
    if not span.matches or (not text.language and span.best.rank < _GUESSED_RANK):
        return False
    plain = (other.best.rank for other in taken if other.is_same_stretch(span))
    return span.best.rank - max(plain, default=0.0) >= _CLEAR_LEAD


def _inflects(text: Text, token: Token) -> bool:
    return token.writing is Writing.SPACED and text.language != "en"


def _unknown_runs(text: Text, taken: list[Span]) -> Iterator[tuple[int, int]]:
    yield from _unknown_pairs(text, taken)
    covered = _covered(taken, _KNOWN_RANK)
    famous = _covered(taken, _FAMOUS_RANK)
    unknown = [
        index
        for index, token in enumerate(text.tokens)
        if index not in covered and _is_unknown(text, index, token)
    ]
    for index in unknown:
        for run in ((index - 1, index), (index, index + 1), (index, index)):
            if run[0] >= 0 and run[1] < len(text.tokens) and _is_run(text, run, famous):
                yield run


def _unknown_pairs(text: Text, taken: list[Span]) -> Iterator[tuple[int, int]]:
    """Yield pairs whose first word only obscure places have: "Chang Mai"."""
    known, famous = _covered(taken, _KNOWN_RANK), _covered(taken, _FAMILIAR_RANK)
    for index in sorted(known - famous):
        token, following = text.tokens[index], text.token(index + 1)
        if following is None or following.gap != " " or text.classes_at(index):
            continue
        is_word = "english" in text.classes_at(index + 1) or index + 1 in famous
        if token.is_capital == following.is_capital and following.key.isalpha() and not is_word:
            yield index, index + 1


def _covered(taken: list[Span], rank: float) -> set[int]:
    known = (span for span in taken if span.best.rank >= rank)
    return {index for span in known for index in range(span.first, span.last + 1)}


def _is_unknown(text: Text, index: int, token: Token) -> bool:
    if token.writing is not Writing.SPACED or not token.key.isascii() or not token.key.isalpha():
        return False
    classes = text.classes_at(index)
    if _KNOWN & classes or any(name.startswith("lang:") for name in classes):
        return False
    is_brief = len(text.tokens) <= _BRIEF and text.may_be_english
    is_english = text.language == "en" or not (text.language or text.tokens[0].is_capital)
    return is_brief or is_english or _is_marked(text, index)


def _is_marked(text: Text, index: int) -> bool:
    token = text.tokens[index]
    span = Span(index, index, token.start, token.end, token.key, ())
    if is_inner_capital(text, span):
        return True
    is_small = text.tokens[0].is_capital and not token.is_capital and text.has_case
    is_foreign_word = is_small and bool(text.language) and text.language != "en"
    return place_before(text, span) == "in" and not is_foreign_word


def _is_run(text: Text, run: tuple[int, int], famous: set[int]) -> bool:
    first, last = run
    if first == last:
        is_long = len(text.key_at(first)) >= _SHORTEST_MISSPELT
        return is_long and not _is_surname(text, first, famous)
    if last in famous or not text.tokens[last].follows_closely:
        return False
    if f"lang:{text.language}" in text.classes_at(last) or _is_word_before(text, first):
        return False
    if text.has_case and "person" in text.classes_at(first) and text.tokens[last].is_capital:
        return False
    keys = [text.key_at(index) for index in run]
    return all(key.isalpha() and len(key) > 1 for key in keys)


def _is_word_before(text: Text, index: int) -> bool:
    """Say whether a small ordinary word stands before a capital, as in "beat Everton"."""
    is_small = text.tokens[index].text.islower() and text.tokens[index + 1].is_capital
    return is_small and text.has_case and "english" in text.classes_at(index)


def _is_surname(text: Text, index: int, famous: set[int]) -> bool:
    token, before = text.tokens[index], text.token(index - 1)
    if before is None or index - 1 in famous or not text.has_case:
        return False
    return (
        token.gap == " " and token.is_capital and before.is_capital and not before.starts_sentence
    )


def _key(text: Text, run: tuple[int, int]) -> str:
    return " ".join(text.key_at(index) for index in range(run[0], run[1] + 1))


def _span(text: Text, run: tuple[int, int], name: str, matches: list[Match], how: How) -> Span:
    first, last = text.tokens[run[0]], text.tokens[run[1]]
    places = tuple(match for match in matches if match.place.iata != name.upper())
    return Span(run[0], run[1], first.start, last.end, name, places, how)


def _lowered(matches: list[Match], penalty: float) -> list[Match]:
    return [Match(match.place, match.rank - penalty) for match in matches]


def _likeliest_first(spans: Iterable[Span]) -> list[Span]:
    return sorted((span for span in spans if span.matches), key=lambda span: -span.best.rank)
