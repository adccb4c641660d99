"""In which order trips are listed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from unicodedata import normalize

from travelbot.models.trips import Hit

FIRST = "Last changed"
"""The order in which trips are told; where some are searched for, the best come first."""


def _by_title(hit: Hit) -> str:
    return normalize("NFKD", hit.trip.title).casefold()


def _by_messages(hit: Hit) -> int:
    return -hit.trip.messages


ORDERS: Mapping[str, Callable[[Hit], Any] | None] = {
    FIRST: None,
    "Title": _by_title,
    "Most messages": _by_messages,
}


def ordered(hits: Sequence[Hit], order: str) -> Sequence[Hit]:
    """The trips in the order with this name; those that are equal stay as they were."""
    key = ORDERS[order]
    return sorted(hits, key=key) if key else hits
