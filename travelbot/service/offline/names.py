"""Names in a prompt that the gazetteer lacks, and what is spelt nearly like them."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from travelbot.data.gazetteer import Gazetteer
from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.mentions.tokens import Token, Writing, tokenize
from travelbot.models.places import Place

LIKE = 0.75
"""How alike two names must be for one to be offered for the other, 0 to 1."""
OFFERED = 3
SHORT = 2
"""Words of a prompt that may be nothing but a name."""
SHORTEST, LONGEST = 4, 60
"""Letters."""
MOST_NAMES = 5
LEADS = re.compile(
    "in|to|from|via|near|visit|around|through|and|at|for|of|about|see|compare|is|or|vs|explore|add|"
    "nach|von|bei|um|aus|a|en|de|vers|para|por|da|di|per|al|naar|te|bij"
)
"""Words before a place's name."""
LINKS = re.compile(r"\s*(?:,|→|->|-|–|&)\s*")

Mentioned = Callable[[str], Sequence[Place]]


def unknown_names(gazetteer: Gazetteer, mentioned: Mentioned, prompt: str) -> tuple[str, ...]:
    """Words that stand where a place's name would, and that name none."""
    tokens = tokenize(prompt[: LONGEST * 10])
    keys = {token.key for token in tokens}
    known, classes = gazetteer.database.named(keys), gazetteer.database.words(keys)
    likely = [
        token
        for before, token in zip([None, *tokens], tokens, strict=False)
        if token.key not in known
        and SHORTEST <= len(token.key) <= LONGEST
        and token.key.isalpha()
        and token.writing is Writing.SPACED
        and not classes.get(token.key)
        and _stands_as_name(before, token, len(tokens))
    ]
    found = mentioned(prompt)
    spelt = {word for place in found for word in name_key(place.name).split()}
    if found:
        likely = [t for t in likely if t.is_capital and not any(_alike(t.key, w) for w in spelt)]
    idle = (token for token in likely[:MOST_NAMES] if mentioned(_without(prompt, token)) == found)
    return tuple(dict.fromkeys(token.text for token in idle))


def spelt_like(gazetteer: Gazetteer, name: str) -> tuple[Place, ...]:
    """Places whose name is spelt nearly like this."""
    key = name_key(name)
    found = gazetteer.search(name, limit=2 * OFFERED)
    near = [place for place in found if _alike(name_key(place.name), key)]
    return tuple({place.name: place for place in near}.values())[:OFFERED]


def _stands_as_name(before: Token | None, token: Token, tokens: int) -> bool:
    if before is None:
        return tokens <= SHORT
    return bool(LEADS.fullmatch(before.key) or LINKS.fullmatch(token.gap))


def _alike(name: str, other: str) -> bool:
    return SequenceMatcher(None, name, other).ratio() >= LIKE


def _without(prompt: str, token: Token) -> str:
    return prompt[: token.start] + prompt[token.end :]
