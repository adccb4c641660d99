"""Prompts without a place that the gazetteer knows, and names that it doesn't."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from travelbot.data.gazetteer.folding import name_key
from travelbot.data.gazetteer.mentions.tokens import Token, tokenize
from travelbot.models.places import Place
from travelbot.service.offline.answers.small_talk import EXAMPLES
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, listing, text
from travelbot.service.offline.world import World

LIKE = 0.75
"""How alike two names must be for one to be offered for the other, 0 to 1."""
SUGGESTED = 3
SHORT = 3
"""Words of a prompt that may be nothing but a name."""
LONGEST = 60
"""Letters of a name that is repeated to the reader."""
BEFORE = frozenset(
    re.findall(
        r"\S+",
        "in to from via near visit around through and at for of about see compare is or vs explore"
        " nach in von bei um aus a en de vers para por da di per al naar te bij",
    )
)
NOT_NAMES = frozenset({"english", "person", "phrase", "ordinary", "says", "work", "being", "kin"})


@dataclass(frozen=True)
class Unknown(Intent):
    """Names no place that is known."""

    prompt: str = ""

    def answer(self, world: World, /) -> Draft:
        """What may have been meant, or what can be asked."""
        names = unknown_names(world, self.prompt) or _whole(self.prompt)
        remark = about_unknown(world, names[:1])
        if remark:
            return Draft(text(remark, "Name another place, or one that it lies near."))
        said = (
            "I found no place that I know in your message. I'm only the **built-in guide**: I know "
            "cities, countries, regions, airports and sights, and the plan we talk about."
        )
        return Draft(text(said, EXAMPLES))


@dataclass(frozen=True)
class Which(Intent):
    """Asks about "there" before any place was named."""

    need: str = "a place"
    how: str = "name it, and I'll look it up"

    def answer(self, _world: World, /) -> Draft:
        """Ask for it."""
        return Draft(f"For that I need {self.need}: {self.how}.")


def unknown_names(world: World, prompt: str) -> list[str]:
    """Names in a prompt that stand where a place's would, and that the gazetteer lacks."""
    tokens = tokenize(prompt)
    keys = {token.key for token in tokens}
    database = world.gazetteer.database
    known, words = database.named(keys), database.words(keys)
    spelt = {word for place in world.mentioned(prompt) for word in name_key(place.name).split()}
    return [
        token.text
        for before, token in _with_previous(tokens)
        if _stands_as_name(before, token)
        and token.key not in known
        and not NOT_NAMES & words.get(token.key, frozenset())
        and not any(_alike(token.key, word) >= LIKE for word in spelt)
    ]


def about_unknown(world: World, names: Sequence[str]) -> str:
    """That the gazetteer lacks these names, and what is spelt nearly so."""
    if not names:
        return ""
    near = [place for name in names for place in similar(world, name)]
    meant = listing([bold(place.name) + world.where(place) for place in near], "or")
    said = f"I know no place called {listing([f'“{name[:LONGEST]}”' for name in names], 'or')}."
    return f"{said} Did you mean {meant}?" if near else said


def similar(world: World, name: str) -> list[Place]:
    """Places whose name is spelt nearly like this."""
    key = name_key(name)
    found = world.gazetteer.search(name[:LONGEST], limit=2 * SUGGESTED)
    near = [place for place in found if _alike(name_key(place.name), key) >= LIKE]
    return list({place.name: place for place in near}.values())[:SUGGESTED]


def _whole(prompt: str) -> list[str]:
    words = prompt.split()
    is_name = 0 < len(words) <= SHORT and words[0][:1].isalpha() and "?" not in prompt
    return [prompt.strip()] if is_name and words[0][:1].isupper() else []


def _with_previous(tokens: Sequence[Token]) -> Iterator[tuple[Token | None, Token]]:
    return zip([None, *tokens], tokens, strict=False)


def _stands_as_name(before: Token | None, token: Token) -> bool:
    if before is None or not token.is_capital or token.is_upper:
        return False
    return before.key in BEFORE or token.gap.strip() in (",", "→", "->", "-", "–", "&")


def _alike(name: str, other: str) -> float:
    return SequenceMatcher(None, name, other).ratio()
