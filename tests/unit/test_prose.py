from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.e2e.hostile import SMALL
from tests.e2e.huge import HUGE
from travelbot.web.prose import BREAK, Prose, lines, one_line, plain, prose

JOINER = "\u2060"
URL = "https://a.test/p.png"

KEPT = [
    "# Tokyo\n\n**Bold** and *italic* and _this_, `code $x`.",
    "- one\n  - two\n    - three\n\n1. first\n2. second\n\n> quoted\n> on",
    "| a | b |\n|:--|--:|\n| 1 | **2** |\n\nafter",
    "```python\nprice = '$5'  # :red[x] ![a](b)\n\n    indented\n```\n",
    "[Kyoto](https://a.test/k?x=1&amp;y=2#z) and [mail](mailto:a@b.test)",
    "line  \nbreak and\\\nanother\n\n---\n\n* * * ",
    '5 * 3 = 15, 50 % off, A & B, snake_case, (a + b) / 2, it\'s "so"',
    "Times: see you at 9. Wow! Really?",
]
WRITTEN = [
    ("from $20 to $30", r"from \$20 to \$30"),
    (r"already \$20", r"already \$20"),
    ("`echo $HOME` costs $5", r"`echo $HOME` costs \$5"),
    ("```sh\necho $A\n\necho $B\n```\n$5", "```sh\necho $A\n\necho $B\n```\n\\$5"),
    ("an open ` tick\n\n$5", "an open &#96; tick\n\n\\$5"),
    ("``a ` $b`` $c", r"``a ` $b`` \$c"),
    ("``` inline ``` x", "` inline ` x"),
    (f"![alt]({URL})", f"[alt]({URL})"),
    (f'![]({URL} "title")', f"[image]({URL})"),
    (f"!![a]({URL})", rf"\![a]({URL})"),
    (f"!<{URL}>", rf"\![https\://a.test/p.png]({URL})"),
    (f"![a][b]\n\n[b]: {URL}", "\\!&#91;a&#93;&#91;b&#93;\n\n&#91;b&#93;: https\\://a.test/p.png"),
    ("[a](javascript:x)", f"&#91;a&#93;(javascript\\:{JOINER}x)"),
    (
        "<http://a![b](http://c)>",
        "[http\\://a\\!&#91;b&#93;(http\\://c)](http://a%21%5Bb%5D%28http%3A//c%29)",
    ),
    ("[A (b)](https://a.test/A_(b))", "[A (b)](https://a.test/A_%28b%29)"),
    ("<b>x</b>", "&#60;b>x&#60;/b>"),
    (":red[x] :material_lock:", f"\\:{JOINER}red&#91;x&#93; \\:{JOINER}material_lock:"),
    ("&#58;streamlit&#58; &amp; &nope;", f"\\:{JOINER}streamlit\\:{JOINER} \\& \\&nope\\;"),
    ("at 12:30", r"at 12\:30"),
    (":+1: :-1: |:-|", f"\\:{JOINER}+1: \\:{JOINER}-1: |:-|"),
    ("```Mermaid\nx\n```\n", "```\nx\n```\n"),
    ("> ```\n> x\n![a](b)", "```\nx\n```\n\\!&#91;a&#93;(b)"),
    ("- ```py\n  x\n  ```", "```py\nx\n```\n"),
    ("~~a~~", r"\~\~a\~\~"),
    ("- [x] done", "- &#91;x&#93; done"),
    ("      text", "   text"),
    ("> > > > > a", "> > > \\>" + " > a"),
    ("\u202eevil\u202c \u200bz", "evil z"),
]


def whole(text: str) -> str:
    reader = Prose()
    return reader.feed(text) + reader.close()


@pytest.mark.parametrize("text", KEPT)
def test_ordinary_markdown_stays_as_it_is(text: str) -> None:
    assert whole(text) == text


@pytest.mark.parametrize(("text", "written"), WRITTEN)
def test_everything_else_is_written_so_that_it_is_shown_as_typed(text: str, written: str) -> None:
    assert whole(text) == written


MARKS = (
    "` `` ``` ~~~ a w ww. b1 ![ [ ]( ](http://x ) ! < <http:// > | |-|-| * ** _ $ & &#58; ; : # ://"
)
SPACED = ["\n", "\n\n", "\n|", " ", "    ", " " * 120, "- ", "1. ", "> "]
ODD = [":material/x:", "\\", "\r", "\u202e", "\u200d", "\U0001f3f4", "\U000e0067", "\ud800", '"']
LONG = ["x" * 150, "`" * 11]
PIECES = st.sampled_from([*MARKS.split(), *SPACED, *ODD, *LONG])
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@given(TEXTS, st.lists(st.integers(0, 400), max_size=8), st.booleans())
def test_any_split_of_the_text_gives_the_same(text: str, cuts: list[int], small: bool) -> None:
    with pytest.MonkeyPatch.context() as patched:
        if small:  # so that blocks end in these short texts too
            for name, size in (("SOFT", 20), ("HARD", 60), ("LIMIT", 80)):
                patched.setattr(lines, name, size)
        reader = Prose()
        ends = sorted({0, *(min(cut, len(text)) for cut in cuts), len(text)})
        pieces = [reader.feed(text[start:end]) for start, end in pairwise(ends)]
        assert "".join(pieces) + reader.close() == whole(text)


@pytest.mark.parametrize("text", [case.text for case in SMALL])
def test_hostile_text_in_single_characters_is_the_same(text: str) -> None:
    reader = Prose()
    assert "".join(map(reader.feed, text)) + reader.close() == whole(text)


@pytest.mark.parametrize("text", [case.text for case in HUGE])
def test_blocks_are_bounded(text: str) -> None:
    blocks = prose(text)
    assert max(map(len, blocks)) < lines.LIMIT + lines.WINDOW
    assert BREAK not in "".join(blocks)


def test_a_table_has_about_as_many_cells_as_it_was_written_with() -> None:
    text = "|a" * 15 + "|\n" + "|-" * 15 + "|\n" + "x\n" * 9
    table, *others = whole(text).split("\n\n")
    assert table == text[: len(table)]
    assert len(table.splitlines()) == 2
    assert others
    assert "|" * 20 + r"\|" in whole("|" * 30)


@pytest.mark.parametrize(
    "text",
    ["a", "**b** `c` [l](http://x.y) $5 :x\n", "[", "*a", "![", "[a](hb ", "` `` ", "|-|-|\n"],
)
def test_time_grows_with_the_text(text: str) -> None:
    def seconds(length: int) -> float:
        letters = (text * length)[:length]
        reader, start = Prose(), perf_counter()
        for letter in letters:
            reader.feed(letter)
        reader.close()
        return perf_counter() - start

    seconds(2_000)
    assert seconds(80_000) < 8 * 4 * max(seconds(10_000), 0.005)


def test_the_first_words_come_before_the_line_ends() -> None:
    reader = Prose()
    assert reader.feed("Tokyo is ") == "Tokyo is "
    assert reader.feed("the [capital") == "the "
    assert reader.feed("](https://a.test) of") == "[capital](https://a.test) of"


def test_after_its_end_another_text_begins() -> None:
    reader = Prose()
    reader.feed("```\nopen")
    reader.close()
    assert reader.feed("$5 ") + reader.close() == r"\$5 "


@pytest.mark.parametrize(
    "text", ["👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️", "1️⃣", "نمی‌خواهم", "क्‍ष", "שלום", "東京", "é"]
)
def test_scripts_and_emoji_keep_what_shapes_them(text: str) -> None:
    assert whole(text) == plain(text) == one_line(text) == text


def test_plain_text_has_no_markdown_left() -> None:
    assert plain("**a** $b$ :red[c]\n![d](e)") == (
        f"\\*\\*a\\*\\* \\$b\\$ \\:{JOINER}red\\[c\\]  \n\\!\\[d\\]\\(e\\)"
    )
    assert plain("    indented") == "\xa0" * 4 + "indented"
