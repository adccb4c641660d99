"""A reply's Markdown, read line by line and piece by piece, and written anew."""

import re

from travelbot.service.scrub import Scrubber
from travelbot.web.prose.code import FENCE, CodeBlock
from travelbot.web.prose.escape import JOINER
from travelbot.web.prose.spans import MAX_PIPES, TEXT, Read, Spans
from travelbot.web.prose.starts import MAX_SPACES, UNDECIDED, Start, read_start

BREAK = "\f"
"""Ends a block: what follows is shown as an element of its own, and the browser reads each once."""
SOFT, HARD, LIMIT = 300, 6000, 8000
"""Characters after which a block ends at a paragraph, at a line, anywhere."""
WINDOW = 4096
"""Characters; nothing that is read as one thing is longer."""
MAX_ROW = 2000
BLANK = re.compile(rf" {{0,{MAX_SPACES}}}(?:\n|\Z)")
DELIMITERS = re.compile(r"[ >|:-]*-[ >|:-]*")


class Prose:
    """Takes a reply's text in pieces, and gives it back as safe Markdown as soon as it can.

    Whatever the pieces, the whole is the same.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._scrubber, self._spans = Scrubber(), Spans()
        self._held = ""
        self._code: CodeBlock | None = None
        self._at_start, self._after_blank, self._in_list = True, False, False
        self._pipes = 0
        """In the line before."""
        self._columns = 0
        """Pipes in the first row of the table that the line before belongs to."""
        self._size = 0
        """Characters of the block so far."""

    def feed(self, text: str) -> str:
        """What can be shown by now and was not yet."""
        self._held += self._scrubber.feed(text)
        return self._read(final=False)

    def close(self) -> str:
        """The rest; then another text may begin."""
        rest = self._read(final=True)
        self._begin()
        return rest

    def _read(self, final: bool) -> str:
        text, at = self._held, 0
        shown: list[str] = []
        while at < len(text):
            window = text[at : at + WINDOW]
            step = self._step(window, final and at + WINDOW >= len(text))
            if step is None:
                break
            shown.append(step[0])
            at += step[1]
        self._held = text[at:]
        return "".join(shown)

    def _step(self, text: str, final: bool) -> Read | None:
        if self._code:
            return self._code_line(self._code, text, final)
        if self._at_start:
            return self._line_start(text, final)
        if text[0] == "\n":
            return self._line_end(), 1
        step = self._spans.read(text, final)
        is_text = bool(TEXT.match(text))
        return step and (self._bounded(step[0], is_text, BREAK + JOINER), step[1])

    def _code_line(self, code: CodeBlock, text: str, final: bool) -> Read | None:
        in_line = code.in_line
        step = code.read(text, final)
        if step is None:
            return None
        if not code.is_open:
            self._code = None
            return step
        between = ""
        if not in_line and self._size > HARD:
            between, self._size = code.closing + BREAK + code.opening, 0
        cut = "\n" + code.closing + BREAK + code.opening + JOINER
        return between + self._bounded(step[0], divisible=True, cut=cut), step[1]

    def _line_start(self, text: str, final: bool) -> Read | None:
        is_whole = "\n" in text[:MAX_ROW] or (final and len(text) < MAX_ROW)
        may_be_row = self._pipes and len(text) < MAX_ROW
        if not (is_whole or final) and (may_be_row or UNDECIDED.match(text)):
            return None
        if blank := BLANK.match(text):
            return self._blank_line(), blank.end()
        start = read_start(text)
        between = self._end_of_table(text.partition("\n")[0], is_whole)
        self._in_list = self._goes_on_with_list(start)
        between += self._break(start)
        if fence := FENCE.match(text, start.used):
            return between + self._open_code(fence, start), fence.end()
        self._begin_line(start)
        shown = start.written(self._in_list)
        self._in_list = self._in_list or start.is_item
        self._size += len(shown)
        return between + shown, start.used

    def _begin_line(self, start: Start) -> None:
        goes_on = not (self._after_blank or self._columns or start.is_item or start.is_heading)
        self._spans.begin_line(goes_on)
        self._at_start = self._after_blank = False

    def _line_end(self) -> str:
        self._at_start = True
        self._pipes = min(self._spans.pipes, MAX_PIPES)
        self._size += 1
        return "\n"

    def _blank_line(self) -> str:
        shown = "" if self._after_blank else "\n"
        self._after_blank = True
        self._pipes = self._columns = 0
        return shown

    def _goes_on_with_list(self, start: Start) -> bool:
        outside = self._after_blank and start.indent < 2 and not start.is_item  # noqa: PLR2004
        return self._in_list and not outside

    def _open_code(self, fence: re.Match[str], start: Start) -> str:
        """It stands outside of lists and quotes: there the browser can't see its end elsewhere."""
        indent = 0 if start.quotes else start.used
        self._code = CodeBlock(fence[1], fence[2], indent, start.quotes)
        self._after_blank, self._in_list = False, False
        self._pipes = self._columns = 0
        self._size += len(self._code.opening)
        return self._code.opening

    def _end_of_table(self, line: str, is_whole: bool) -> str:
        """An empty line where a table would make a whole row of next to nothing."""
        if not self._pipes:
            self._columns = 0
            return ""
        if is_whole and DELIMITERS.fullmatch(line):
            self._columns = self._pipes
            return ""
        if is_whole and line.count("|") * 2 >= self._columns:
            return ""
        self._columns = 0
        return "\n"

    def _break(self, start: Start) -> str:
        """The end of a block, where it has become long enough."""
        at_paragraph = self._after_blank and not self._in_list and not start.is_item
        if self._size <= (SOFT if at_paragraph else HARD):
            return ""
        self._size, self._in_list = 0, False
        self._pipes = self._columns = 0
        return BREAK

    def _bounded(self, shown: str, divisible: bool, cut: str) -> str:
        """The same, cut where a block becomes too long."""
        parts = []
        while divisible and self._size + len(shown) > LIMIT:
            room = max(0, LIMIT - self._size)
            parts += [shown[:room], cut]
            shown, self._size = shown[room:], 0
        if self._size >= LIMIT:
            parts.append(cut)
            self._size = 0
        self._size += len(shown)
        return "".join((*parts, shown))
