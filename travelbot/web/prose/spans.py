"""What stands within a line: emphasis, code, links and addresses; the rest means nothing."""

import re
from collections.abc import Callable
from html import unescape
from html.entities import html5
from urllib.parse import quote

from travelbot.service.scrub import scrubbed
from travelbot.web.prose.escape import JOINER, PUNCTUATION, literal

MAX_MARKS = 120
"""Stars and underscores of a paragraph: the browser's parser compares each with all others."""
MAX_PIPES = 20
MAX_RUN = 3
TEXT = re.compile(r"[^\\`*_\[\]<&$:~|!\nwW]+")
WWW = re.compile(r"[wW]{3}\.")
MAYBE_WWW = re.compile(r"[wW]{1,3}\Z")
CODE = re.compile(r"(`{1,3})(?!`)([^\n|]{1,500}?)(?<!`)\1(?!`)")
END_OF_CODE = re.compile(r"[\n|]")
MAX_CODE = 510
MAX_LINK = 3000
"""Characters; what is longer isn't waited for."""
ADDRESS = r"(?:https?://|mailto:)(?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,2000}"
LINK = re.compile(
    r"\[([^\[\]\n]{0,500})\]\( ?<?"
    rf"({ADDRESS})>?"
    r"""(?: {1,9}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))? ?\)""",
    re.IGNORECASE,
)
MAYBE_LINK = re.compile(
    r"\[[^\[\]\n]{0,500}(?:\](?:\((?: ?<?(?:[hm](?:[^\s()<>]|\([^\s()<>]{0,200}\)){0,2010}"
    r"""(?:\([^\s()<>]{0,200})?(?:>?(?: {0,9}(?:["'][^\n]{0,202})?)?)?)?)?)?)?\Z""",
    re.IGNORECASE,
)
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,1000})>", re.IGNORECASE)
MAYBE_AUTOLINK = re.compile(r"<(?:[hm][^\s<>]{0,1010})?\Z", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
MAYBE_ENTITY = re.compile(r"&#?[A-Za-z0-9]{0,33}\Z")
PORT = re.compile(r":(?!\d)")
HARMLESS = re.compile(r":(?:\Z|-(?!\d)|[\s!-%'-*,./:-@\[-`{-~])")
"""A colon that begins nothing."""

Read = tuple[str, int]
"""What to show, and how many characters it was written with."""


class Spans:
    """Reads a paragraph from mark to mark; what it holds is only what bounds it."""

    def __init__(self, links: bool = True) -> None:
        self.marks = 0
        self.pipes = 0
        self._in_address = False
        """Addresses become links in the browser, from text that is unescaped already: a mark that
        the browser's parser saw as part of an address would be shown escaped."""
        self._long_run = ""
        """The mark of a run that is too long to mean anything."""
        self._readers: dict[str, Callable[[str, bool], Read | None]] = {
            "\\": self._backslash,
            "`": self._ticks,
            "*": self._emphasis,
            "_": self._emphasis,
            "&": self._ampersand,
            ":": self._colon,
            "|": self._pipe,
            "w": self._www,
            "W": self._www,
        }
        if links:
            self._readers |= {"[": self._bracket, "<": self._angle, "!": self._bang}

    def begin_line(self, same_paragraph: bool) -> None:
        """Forget what can't go on over a line's end, or a paragraph's."""
        self.pipes = 0
        self._in_address, self._long_run = False, ""
        if not same_paragraph:
            self.marks = 0

    def read(self, text: str, final: bool) -> Read | None:
        """The first thing in the text, None where more text may change what it is."""
        first = text[0]
        if found := TEXT.match(text):
            self._long_run = ""
            self._in_address = self._in_address and not any(map(str.isspace, found[0]))
            return found[0], found.end()
        if first == self._long_run:
            return literal(first), 1
        self._long_run = ""
        reader = self._readers.get(first)
        return reader(text, final) if reader else (literal(first), 1)

    def _backslash(self, text: str, final: bool) -> Read | None:
        after = text[1:2]
        if not after and not final:
            return None
        if PUNCTUATION.match(after):
            return literal(after), 2
        return ("\\" if after == "\n" else literal("\\")), 1

    def _ticks(self, text: str, final: bool) -> Read | None:
        code = CODE.match(text)
        if code and (final or code.end() < len(text)):
            for mark in ("`", "``"):
                if mark not in code[2]:
                    return mark + code[2] + mark, code.end()
        elif not final and len(text) < MAX_CODE and not END_OF_CODE.search(text):
            return None
        return self._run(text, final, shown=None)

    def _emphasis(self, text: str, final: bool) -> Read | None:
        if self._in_address:
            return literal(text[0]), 1
        return self._run(text, final, shown=text[0])

    def _run(self, text: str, final: bool, shown: str | None) -> Read | None:
        mark = text[0]
        length = len(text) - len(text.lstrip(mark))
        if length > MAX_RUN:
            self._long_run = mark
            return literal(mark) * (MAX_RUN + 1), MAX_RUN + 1
        if length == len(text) and not final:
            return None
        self.marks += length
        if shown is None or self.marks > MAX_MARKS:
            return literal(mark * length), length
        return shown * length, length

    def _bracket(self, text: str, final: bool) -> Read | None:
        if link := LINK.match(text, 0, MAX_LINK):
            return self._link(link[1], link[2]), link.end()
        return None if self._may_link(text, 0, final) else (literal("["), 1)

    @staticmethod
    def _may_link(text: str, start: int, final: bool) -> bool:
        return not final and len(text) < MAX_LINK and bool(MAYBE_LINK.match(text, start))

    def _link(self, words: str, address: str) -> str:
        inside = Spans(links=False)
        inside.marks, inside.pipes = self.marks, MAX_PIPES
        words, shown = words.strip() or address, ""
        while words and (found := inside.read(words, final=True)):
            shown += found[0]
            words = words[found[1] :]
        self.marks = inside.marks
        return f"[{shown}]({safe_address(address)})"

    def _angle(self, text: str, final: bool) -> Read | None:
        if found := AUTOLINK.match(text):
            return self._link(found[1], found[1]), found.end()
        return None if not final and MAYBE_AUTOLINK.match(text) else (literal("<"), 1)

    def _ampersand(self, text: str, final: bool) -> Read | None:
        if found := ENTITY.match(text):
            is_known = found[0][1] == "#" or found[0][1:] in html5
            return literal(scrubbed(unescape(found[0])) if is_known else found[0]), found.end()
        return None if not final and MAYBE_ENTITY.match(text) else ("&", 1)

    def _colon(self, text: str, final: bool) -> Read | None:
        if text in (":", ":/", ":-") and not final:
            return None
        if text.startswith("://"):
            self._in_address = True
            return "\\:", 1
        if HARMLESS.match(text):
            return ":", 1
        return "\\:" + ("" if text[1].isdecimal() else JOINER), 1

    def _bang(self, text: str, final: bool) -> Read | None:
        after = text[1:2]
        if after == "[":
            if image := LINK.match(text, 1, MAX_LINK):
                return self._link(image[1].strip() or "image", image[2]), image.end()
            if self._may_link(text, 1, final):
                return None
        if not after and not final:
            return None
        # A link may follow, which would make it an image.
        return (literal("!") if PUNCTUATION.match(after) else "!"), 1

    def _pipe(self, _text: str, _final: bool) -> Read:
        self.pipes += 1
        return ("|" if self.pipes <= MAX_PIPES else literal("|")), 1

    @staticmethod
    def _www(text: str, final: bool) -> Read | None:
        if WWW.match(text):
            return text[:3] + literal("."), 4
        return None if not final and MAYBE_WWW.match(text) else (text[0], 1)


def safe_address(address: str) -> str:
    """A link's target in which nothing can end it or begin something else."""
    scheme, colon, rest = address.replace("&amp;", "&").partition(":")
    encoded = PORT.sub("%3A", quote(rest, safe="/?#@&=+,;%:-._")).replace("~", "%7E")
    return scheme.lower() + colon + encoded.replace("&", "&amp;")
