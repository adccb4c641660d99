"""Finding the places that a prompt means."""

from travelbot.data.gazetteer.mentions.accept import accepted
from travelbot.data.gazetteer.mentions.choose import choose
from travelbot.data.gazetteer.mentions.codes import without_lone_codes
from travelbot.data.gazetteer.mentions.qualifiers import abbreviation_spans, restricted, sure_pairs
from travelbot.data.gazetteer.mentions.sights import without_strays
from travelbot.data.gazetteer.mentions.spans import Span, exact_spans, ngrams, part_spans
from travelbot.data.gazetteer.mentions.text import Text, read
from travelbot.data.gazetteer.mentions.tokens import tokenize
from travelbot.data.gazetteer.mentions.variants import inflected_spans, misspelt_spans
from travelbot.data.gazetteer.store import Gazetteer
from travelbot.models.places import Place

LONGEST_TEXT = 4_000
"""Characters of a prompt that are read; what comes after is left out."""


def extract(prompt: str, gazetteer: Gazetteer) -> list[Place]:
    """Return every place that a prompt means, in order of first mention, each once.

    A country or region behind a place in it ("Paris, Texas") only tells which place is meant.
    """
    text = _read(prompt[:LONGEST_TEXT], gazetteer)
    spans = _candidates(text, gazetteer)
    short = abbreviation_spans(text, spans, gazetteer.database.abbreviated)
    codes = {span.first for span in short}
    meant = accepted(text, [*short, *(s for s in spans if codes.isdisjoint((s.first, s.last)))])
    wholes = [span for span in meant if span.best.place.kind in ("country", "region")]
    kept = restricted(text, meant)
    places = without_strays(text, kept, choose(text, kept, wholes), wholes)
    return list({place.id: place for place in places}.values())


def _read(prompt: str, gazetteer: Gazetteer) -> Text:
    tokens = tokenize(prompt)
    return read(tokens, gazetteer.database.words({key for _, _, key in ngrams(tokens)}))


def _candidates(text: Text, gazetteer: Gazetteer) -> list[Span]:
    named = gazetteer.database.named
    phrases = [run for run in ngrams(text.tokens) if _is_fixed(text, *run)]
    exact = without_lone_codes(text, exact_spans(text, named)) + part_spans(text, named)
    pairs = sure_pairs(text, exact) if phrases else []
    kept = {span for pair in pairs if not _is_phrase(pair, phrases) for span in pair}
    plain = [span for span in exact if span in kept or not _is_in_phrase(span, phrases)]
    inflected = inflected_spans(text, named, plain)
    misspelt = misspelt_spans(text, named, gazetteer.names.similar, exact + inflected)
    return plain + inflected + [span for span in misspelt if not _touches(span, phrases)]


def _is_fixed(text: Text, first: int, last: int, key: str) -> bool:
    """Say whether words are a phrase, or a saying that makes a clause: "When in Rome, ..."."""
    classes = text.classes.get(key, frozenset())
    if "saying" in classes and text.tokens[first].starts_sentence:
        following = text.token(last + 1)
        return following is None or not following.gap.isspace()
    return "phrase" in classes


def _touches(span: Span, phrases: list[tuple[int, int, str]]) -> bool:
    return any(
        first <= span.last and span.first <= last and not _is_part(first, last, span)
        for first, last, _ in phrases
    )


def _is_part(first: int, last: int, span: Span) -> bool:
    return span.first <= first and last <= span.last and last - first + 1 < span.words


def _is_phrase(pair: tuple[Span, Span], phrases: list[tuple[int, int, str]]) -> bool:
    name, whole = pair
    return any(first <= name.first and whole.last <= last for first, last, _ in phrases)


def _is_in_phrase(span: Span, phrases: list[tuple[int, int, str]]) -> bool:
    return any(first <= span.first and span.last <= last for first, last, _ in phrases)
