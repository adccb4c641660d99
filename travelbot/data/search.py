"""Finds an owner's trips by the words of their titles and messages."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from re import Pattern

from sqlite_utils import Database

from travelbot.data.fold import FOLDING, folded, readable, words
from travelbot.data.listing import named
from travelbot.data.search_index import PAGE, TITLE
from travelbot.data.tree import texts
from travelbot.models.trips import Excerpt, Hit, Summary

MAX_WORDS = 12
"""More words of a query than these don't narrow the search any further."""
BEFORE, AFTER = 40, 80
"""Characters of an excerpt around its match."""
MATCHES = """
    select search_pages.conversation, search_pages.number
    from search join search_pages on search_pages.id = search.rowid where search match ?
"""

SAVED_IDS = """
    select id from conversations where owner = ? and saved_at is not null and deleted_at is null
    order by updated_at desc
"""

Page = tuple[str, int]
"""A conversation, and the number of one of its pages."""


def find(db: Database, owner: str, query: str, limit: int) -> tuple[Hit, ...]:
    """The trips that have all words; those that have them in the title first, then the latest."""
    parts = words(query)[:MAX_WORDS]
    if not parts:
        return ()
    pages = [_pages(db, part, is_last=part is parts[-1]) for part in parts]
    found = set.intersection(*({conversation for conversation, _ in each} for each in pages))
    ids = [name for [name] in db.execute(SAVED_IDS, [owner]) if name in found]
    ids.sort(key=lambda name: not all((name, TITLE) in each for each in pages))
    counts = Counter(page for each in pages for page in each)
    patterns = [_pattern(part, is_last=part is parts[-1]) for part in parts]
    return tuple(
        Hit(trip=trip, excerpt=_excerpt_of(db, trip, counts, patterns))
        for trip in named(db, owner, ids[:limit])
    )


def excerpt(text: str, pattern: Pattern[str]) -> Excerpt | None:
    """Where a readable text has the words of `pattern` first."""
    said = [FOLDING[ord(character)] for character in text]
    found = pattern.search("".join(said))
    if found is None:
        return None
    ends = list(accumulate(map(len, said)))
    start, end = bisect_right(ends, found.start()), bisect_left(ends, found.end()) + 1
    return Excerpt(
        before=_shortened(text[:start][::-1], BEFORE)[::-1],
        match=text[start:end],
        after=_shortened(text[end:], AFTER),
    )


def _pages(db: Database, part: Sequence[str], is_last: bool) -> set[Page]:
    """The last part of a query may be the beginning of a word."""
    return set(db.execute(MATCHES, [f'"{" ".join(part)}"{"*" if is_last else ""}']))


def _pattern(part: Sequence[str], is_last: bool) -> Pattern[str]:
    end = "" if is_last else r"(?!\S)"
    return re.compile(r"(?<!\S)" + r"\s+".join(map(re.escape, part)) + end)


def _excerpt_of(
    db: Database, trip: Summary, counts: Counter[Page], patterns: Sequence[Pattern[str]]
) -> Excerpt | None:
    """From the message that has the most of the words, on the page that has the most of them."""
    numbers = range((trip.messages + PAGE - 1) // PAGE)
    number = max(numbers, key=lambda number: counts[trip.id, number], default=0)
    if not counts[trip.id, number]:
        return None
    text = _best(map(readable, _texts(db, trip, number)), patterns)
    excerpts = (excerpt(text, pattern) for pattern in patterns)
    return next(filter(None, excerpts), None)


def _best(said: Iterable[str], patterns: Sequence[Pattern[str]]) -> str:
    best, most = "", 0
    for text in said:
        words_of_text = folded(text)
        found = sum(bool(pattern.search(words_of_text)) for pattern in patterns)
        if found > most:
            best, most = text, found
        if found == len(patterns):
            break
    return best


def _texts(db: Database, trip: Summary, number: int) -> list[str]:
    """What the messages on a page say."""
    rows = db.execute("select head from conversations where id = ?", [trip.id])
    return [text for [head] in rows.fetchall() for text in texts(db, head, number * PAGE)[:PAGE]]


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length] + "…"
