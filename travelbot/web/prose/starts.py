"""How a line begins: its indent, and the marks of lists and quotes, in bounds."""

import re
from typing import NamedTuple

from travelbot.web.prose.escape import JOINER, literal

MAX_SPACES = 200
MAX_DEPTH = 3
MAX_INDENT, MAX_INDENT_OF_TEXT = 16, 3
"""Spaces: some levels of a list; and what makes no code of a paragraph."""
MARKER = re.compile(r"(?:>|[-+*](?=[ \n]|\Z)|\d{1,9}[.)](?=[ \n]|\Z))")
SPACES = rf" {{0,{MAX_SPACES}}}"
PREFIX = re.compile(rf"({SPACES})((?:{MARKER.pattern}{SPACES}){{0,{MAX_DEPTH}}})")
UNDECIDED = re.compile(
    rf"{SPACES}(?:(?:>|[-+*]|\d{{1,9}}[.)]){SPACES}){{0,{MAX_DEPTH}}}"
    r"(?:[-+*]|\d{1,9}[.)]?|(?:`{1,20}|~{1,20})[^\n`]{0,101})?\Z"
)
"""What more text may make another beginning of."""
HEADING = re.compile(r"#{1,6}(?:[ \n]|\Z)")


class Start(NamedTuple):
    """The beginning of a line."""

    indent: int
    markers: tuple[str, ...]
    is_wide: bool
    """Whether there is more white space than a beginning has."""
    beyond: str
    """One more mark than may be nested."""
    is_heading: bool
    used: int

    @property
    def is_item(self) -> bool:
        """Whether an item of a list begins."""
        return any(marker != ">" for marker in self.markers)

    @property
    def quotes(self) -> int:
        """How many quotes the line lies in."""
        return self.markers.count(">")

    def written(self, in_list: bool) -> str:
        """The beginning as it is shown."""
        indent = min(self.indent, MAX_INDENT if in_list else MAX_INDENT_OF_TEXT)
        marks = "".join(f"{marker} " for marker in self.markers)
        beyond = self.beyond[:-1] + literal(self.beyond[-1:])
        return " " * indent + marks + (JOINER if self.is_wide else beyond)


def read_start(text: str) -> Start:
    """The beginning of the line that the text begins with."""
    prefix = PREFIX.match(text)
    if prefix is None:
        raise AssertionError("the pattern matches anything")
    markers = tuple(MARKER.findall(prefix[2]))
    is_wide = " " * MAX_SPACES in prefix[0]
    further = MARKER.match(text, prefix.end()) if len(markers) == MAX_DEPTH else None
    beyond = further[0] if further and not is_wide else ""
    return Start(
        indent=len(prefix[1]),
        markers=markers,
        is_wide=is_wide,
        beyond=beyond,
        is_heading=bool(HEADING.match(text, prefix.end())),
        used=prefix.end() + len(beyond),
    )
