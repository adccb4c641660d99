"""Characters written so that Streamlit shows them as typed."""

import re

from travelbot.service.scrub import one_line, scrubbed

JOINER = "\u2060"
"""Keeps a colon from its word: Streamlit looks for `:material_…:`, `:streamlit:` and names of
emoji in text that is unescaped already."""
ENTITIES = {mark: f"&#{ord(mark)};" for mark in "[]<`*_"}
"""Streamlit mends what it takes for unfinished while text streams, in spite of a backslash."""
PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")
WORD_AFTER_COLON = re.compile(r":(?=[^\W\d])")
INDENT = re.compile(r"^ +", re.MULTILINE)
NO_BREAK_SPACE = "\xa0"


def literal(text: str) -> str:
    """Text that means nothing in Markdown, on one line."""
    return "".join(_literal(character) for character in text)


def _literal(character: str) -> str:
    if character == ":":
        return "\\:" + JOINER
    if character.isspace():
        return " "
    if PUNCTUATION.match(character):
        return ENTITIES.get(character, "\\" + character)
    return character


def plain(text: str) -> str:
    """Text to be shown as typed: no Markdown, its line breaks and indents kept."""
    indented = INDENT.sub(lambda indent: NO_BREAK_SPACE * len(indent[0]), scrubbed(text))
    escaped = SPECIAL.sub(r"\\\1", indented)
    return WORD_AFTER_COLON.sub(":" + JOINER, escaped).replace("\n", "  \n")


def plain_line(text: str) -> str:
    """The same, on one line."""
    return plain(one_line(text))
