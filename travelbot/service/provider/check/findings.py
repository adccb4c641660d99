"""What a check finds out."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a provider does at one thing that the app needs."""

    WORKS = "works"
    WORKED_AROUND = "worked around"
    """The provider breaks the format, and the app mends it."""
    FAILS = "fails"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Finding:
    """The verdict of one probe; the remark is one sentence, with what to do where it fails."""

    probe: str
    verdict: Verdict
    remark: str
