"""A problem of an itinerary as a value, and how days and stops are called in it."""

from dataclasses import dataclass
from enum import StrEnum

from travelbot.models.itinerary import Stop


class ProblemKind(StrEnum):
    """What may be wrong with an itinerary."""

    FULL = "full"
    LATE = "late"
    FAR = "far"
    DOUBLED = "doubled"
    DATES = "dates"
    UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Problem:
    """Something that can't be, or hardly, and the prompt that asks for its repair."""

    kind: ProblemKind
    day: int
    """From 0."""
    stop: int | None
    """From 0 within the day; None where the problem is the whole day's."""
    words: str
    """For the reader: one sentence."""
    repair: str


def called(stop: Stop) -> str:
    """The stop's name on one line."""
    return " ".join(stop.place.split())
