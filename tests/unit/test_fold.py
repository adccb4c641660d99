"""Words as they are searched."""

import re

import pytest

from travelbot.data.fold import folded, words

BLOCKS = (range(0x3400), range(0xA000, 0xAC00), range(0xF900, 0x10000), range(0x1F000, 0x20000))
"""All but Han, Hangul and what has no meaning."""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Kyōto  STRASSE", [["kyoto"], ["strasse"]]),
        ("Café-Bar", [["cafe", "bar"]]),
        ("東京tower", [["東", "京", "tower"]]),
        ("がか", [["が", "か"]]),
        ("👍🏽 \N{ZERO WIDTH JOINER}", [["👍"]]),
        ('"*" -- ^', []),
        ("soft\N{SOFT HYPHEN}ly ﬁne", [["softly"], ["fine"]]),
        ("İstanbul", [["istanbul"]]),
        ("e\N{COMBINING ACUTE ACCENT}te", [["ete"]]),
    ],
)
def test_words_of_a_query(query: str, expected: list[list[str]]) -> None:
    assert words(query) == expected


def test_no_character_leaves_anything_that_an_index_reads_as_syntax() -> None:
    every = "".join(chr(code) for block in BLOCKS for code in block)
    assert not re.findall(r"[\x00-\x1f!-/:-@\[-`{-\x7f]", folded(every))
