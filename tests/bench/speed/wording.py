"""What the measured model says: what a prompt orders, and Markdown of exactly that length."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, count, product
from random import Random

TOKEN = 4
"""Characters."""
ORDER = re.compile(r"(draw, then )?stream (\d+) at (\d+)")
VOCABULARY = (
    "harbour morning market bridge garden temple ferry station castle river museum square "
    "terrace bakery lantern orchard summit valley tram gallery quiet early narrow golden "
    "crowded windy famous hidden steep sunny walk ride climb taste wander cross follow rest "
    "from to along above behind near with after before until and then where which slowly"
)
WORDS = tuple(VOCABULARY.split())
NAMES = [
    "".join(letters) for letters in product("bdgklmnprst", "aeiou", "bdklmnrst", "aeiou", "lnrs")
]
"""Places, each named seldom."""


@dataclass(frozen=True)
class Order:
    """How much to say, and how fast."""

    tokens: int
    rate: float
    """Tokens a second; 0 is all at once."""
    draws: bool
    """Whether the map is drawn first."""


def order_in(prompt: str) -> Order:
    """What the prompt orders: "stream 2000 at 200", or "draw, then stream 100 at 200"."""
    found = ORDER.search(prompt)
    if found is None:
        raise ValueError(f"nothing is ordered in {prompt!r}")
    return Order(int(found[2]), float(found[3]), draws=bool(found[1]))


def tokens_of(number: int) -> list[str]:
    """The first so many tokens of a text that is the same every time and never repeats."""
    text, size = "", number * TOKEN
    for block in _blocks(Random(size)):  # noqa: S311
        text += block
        if len(text) >= size:
            break
    return [text[at : at + TOKEN] for at in range(0, size, TOKEN)]


def prose(random: Random, words: int) -> str:
    """Half common words, half names: a compressor finds as little in it as in real sentences."""
    chosen = [*random.choices(WORDS, k=words - words // 2), *random.choices(NAMES, k=words // 2)]
    random.shuffle(chosen)
    return " ".join(chosen).capitalize() + "."


def letters_by(tokens: list[str]) -> list[int]:
    """How many letters a reader sees once they have this token and all before; markup has none."""
    return list(accumulate(sum(map(str.isalpha, token)) for token in tokens))


def _blocks(random: Random) -> Iterator[str]:
    """Days of a journey: a heading, a paragraph, a list, a paragraph."""
    for _ in count():
        yield f"## {_words(random, 3).capitalize()}\n\n"
        yield _paragraph(random)
        yield "".join(f"- **{_words(random, 2)}** {_words(random, 9)}\n" for _ in range(4)) + "\n"
        yield _paragraph(random)
        yield _paragraph(random)


def _paragraph(random: Random) -> str:
    return " ".join(f"{_words(random, 11).capitalize()}." for _ in range(6)) + "\n\n"


def _words(random: Random, number: int) -> str:
    return " ".join(random.choices(WORDS, k=number))
