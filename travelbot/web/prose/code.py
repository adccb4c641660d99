"""A fenced block of code: its lines are shown as they are, whatever they say."""

import re

from travelbot.web.prose.escape import JOINER

FENCE = re.compile(r"(`{3,20}|~{3,20})([^\n`]{0,100})(?:\n|\Z)")
LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,20}")
DRAWN = frozenset({"mermaid"})
"""Languages that Streamlit draws instead of showing them."""
MAX_CLOSING = 200
"""Characters; a line that is longer doesn't end a block."""
MAX_INDENT = 3
"""Spaces; further in, a fence is no fence."""
QUOTE = re.compile(r" {0,3}> ?")


class CodeBlock:
    """An open block, written without indent and quote marks, so that only its own end ends it."""

    def __init__(self, run: str, info: str, indent: int, quotes: int) -> None:
        language = LANGUAGE.match(info.strip())
        shown = language[0] if language and language[0].lower() not in DRAWN else ""
        self.opening, self.closing = f"{run}{shown}\n", f"{run}\n"
        self.is_open = True
        self.in_line = False
        """Whether a line's beginning was read already."""
        self._run, self._indent, self._quotes = run, indent, quotes

    def read(self, text: str, final: bool) -> tuple[str, int] | None:
        """The next part to show and how long it was, None where more text is needed for it."""
        end = text.find("\n")
        used = end + 1 or len(text)
        if self.in_line:
            self.in_line = end < 0
            return text[:used], used
        is_long = (end if end >= 0 else len(text)) > MAX_CLOSING
        if end < 0 and not final and not is_long:
            return None
        used = MAX_CLOSING if is_long else used
        content = self._inside(text[:used])
        if content is None:
            self.is_open = False
            return self.closing, 0
        if self._closes(content):
            if not is_long:
                self.is_open = False
                return self.closing, used
            content = JOINER + content
        self.in_line = is_long
        return content, used

    def _inside(self, line: str) -> str | None:
        """The line without quote marks and indent, None where it lies outside of the quote."""
        for _ in range(self._quotes):
            mark = QUOTE.match(line)
            if not mark:
                return None
            line = line[mark.end() :]
        return line[min(_spaces(line), self._indent) :]

    def _closes(self, content: str) -> bool:
        stripped = content.strip(" \n")
        is_run = set(stripped) == {self._run[0]} and len(stripped) >= len(self._run)
        return is_run and _spaces(content) <= MAX_INDENT


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
