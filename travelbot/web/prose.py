"""Text made safe for Markdown: prices stay prices, and what a reader typed stays as typed."""

import re

FENCE = "```"
TOKEN = re.compile(r"\\.|`+|\n\s*\n|\$", re.DOTALL)
UNDECIDED = re.compile(r"(?:`+|\\|\n\s*)\Z")
"""What the next chunk may change the meaning of."""
SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")


class DollarEscaper:
    """Escapes dollar signs outside code, so that none begins a formula; takes text in pieces."""

    def __init__(self) -> None:
        self._pending = ""
        self._code = ""

    def feed(self, text: str) -> str:
        """The escaped text so far undelivered, as far as it can be decided."""
        text = self._pending + text
        held = UNDECIDED.search(text)
        cut = held.start() if held else len(text)
        self._pending = text[cut:]
        return TOKEN.sub(self._escape, text[:cut])

    def close(self) -> str:
        """The rest."""
        rest, self._pending = self._pending, ""
        return TOKEN.sub(self._escape, rest)

    def _escape(self, match: re.Match[str]) -> str:
        found = match[0]
        if found == "$":
            return found if self._code else r"\$"
        if found.startswith("`"):
            self._code = "" if found == self._code else self._code or found
        elif found.startswith("\n") and len(self._code) < len(FENCE):
            self._code = ""
        return found


def prose(text: str) -> str:
    """A reply's Markdown with its dollar signs kept as such."""
    escaper = DollarEscaper()
    return escaper.feed(text) + escaper.close()


def plain(text: str) -> str:
    """Text to be shown as typed: no Markdown, its line breaks kept."""
    return SPECIAL.sub(r"\\\1", text).replace("\n", "  \n")
