"""Words that the guide's answers have in common."""

import re
from collections.abc import Sequence
from zlib import crc32

PLURAL = re.compile(
    "United .*|(?:.* )?(?:Netherlands|Islands?|Highlands|Alps|Dolomites|Bahamas|Maldives|"
    "Philippines|Emirates|Seychelles|Comoros|.* Republic)"
)


def a(noun: str) -> str:
    """A noun with its article."""
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def listing(words: Sequence[str], link: str = "and") -> str:
    """Words as a list in a sentence: "A, B and C"."""
    if not words:
        return ""
    *head, last = words
    return f"{', '.join(head)} {link} {last}" if head else last


def bold(name: str) -> str:
    """A place's name as it stands in the text."""
    return f"**{name}**"


def the(name: str) -> str:
    """The name of a country or region within a sentence: "the Netherlands"."""
    return f"the {name.removeprefix('The ')}" if PLURAL.fullmatch(name) else name


def variant(key: str, *wordings: str) -> str:
    """One of several wordings: always the same one for a key."""
    return wordings[crc32(key.encode()) % len(wordings)]


def next_steps(*prompts: str) -> str:
    """What the reader might ask next."""
    return f"Next, you could ask: {listing([f'*{prompt}*' for prompt in prompts], 'or')}"


def text(*paragraphs: str) -> str:
    """Paragraphs apart; empty ones are left out."""
    return "\n\n".join(filter(None, paragraphs))


def bullets(lines: Sequence[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def ranges(numbers: Sequence[int]) -> str:
    """Rising numbers, those that follow one another drawn together: "3 and 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return listing([f"{r[0]}–{r[-1]}" if len(r) > 1 else str(r[0]) for r in runs])


def numbered(lines: Sequence[str]) -> str:
    """A numbered list."""
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
