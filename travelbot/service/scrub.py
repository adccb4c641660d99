"""Characters that hide or reorder text, and control characters, are taken out."""

import re

SUSPECT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    r"\U000e0000-\U000e0fff]"
)
JOINERS = frozenset("\u200c\u200d")
JOINED = re.compile(
    r"[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
    r"\u200d\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
)
"""What a joiner may follow: scripts whose letters it shapes, and emoji."""
SELECTORS = frozenset(chr(code) for code in range(0xFE00, 0xFE10))
FLAG = "\U0001f3f4"
TAGS = frozenset(chr(code) for code in range(0xE0020, 0xE0080))
"""They spell the flags of England, Scotland and Wales, after a black flag."""
LINES = frozenset("\r\u2028\u2029")
FIRST_SURROGATE, LAST_SURROGATE = "\ud800", "\udfff"


class Scrubber:
    """Takes text in pieces and gives it back clean."""

    def __init__(self) -> None:
        self._before = ""
        """The last character that was kept, which decides about the next one."""
        self._returned = False
        """Whether the last character was a carriage return."""

    def feed(self, text: str) -> str:
        """The text without what hides or reorders it; tabs become spaces."""
        if not text:
            return ""
        if not self._returned and not SUSPECT.search(text):
            self._before = text[-1]
            return text.replace("\t", "    ")
        return "".join(map(self._kept, text)).replace("\t", "    ")

    def _kept(self, character: str) -> str:
        second_half = self._returned and character == "\n"
        self._returned = character == "\r"
        kept = "" if second_half else self._replaced(character)
        self._before = kept or self._before
        return kept

    def _replaced(self, character: str) -> str:
        if character in LINES:
            return "\n"
        if FIRST_SURROGATE <= character <= LAST_SURROGATE:
            return "\ufffd"
        if not SUSPECT.match(character) or self._belongs(character):
            return character
        return ""

    def _belongs(self, character: str) -> bool:
        """Whether an invisible character shapes the one before it."""
        if character in JOINERS:
            return bool(JOINED.match(self._before)) and self._before not in JOINERS
        if character in SELECTORS:
            return bool(self._before.strip()) and self._before not in SELECTORS
        return character in TAGS and (self._before == FLAG or self._before in TAGS)


def scrubbed(text: str) -> str:
    """The text without characters that hide or reorder it."""
    return Scrubber().feed(text)


def one_line(text: str) -> str:
    """The same, on one line."""
    return " ".join(scrubbed(text).split())
