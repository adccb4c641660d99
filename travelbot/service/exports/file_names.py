"""Names for files that every system takes, from titles in any script."""

import re
from unicodedata import category, normalize

MAX_CHARACTERS = 80
MAX_BYTES = 200
"""File systems take 255, and downloads may get a number added."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Windows keeps these for devices, whatever the extension."""
NAMELESS = "trip"


def file_name(title: str, extension: str) -> str:
    """The title's letters and figures with hyphens between, and the extension.

    At most 80 characters; `extension` has no dot.
    """
    words = "".join(map(_kept, normalize("NFKC", title))).split()
    room = MAX_CHARACTERS - len(extension) - 1
    stem = _cut("-".join(words)[:room]).strip("-_") or NAMELESS
    if RESERVED.fullmatch(stem):
        stem = f"{NAMELESS}-{stem}"
    return f"{stem}.{extension}"


def _kept(character: str) -> str:
    """Letters, marks and figures stay, invisible characters go, and others part words."""
    kind = category(character)
    if kind[0] in "LMN" or character == "_":
        return character
    return "" if kind in ("Cf", "Cs") or character in "'’" else " "


def _cut(stem: str) -> str:
    return stem.encode()[:MAX_BYTES].decode(errors="ignore")
