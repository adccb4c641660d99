from itertools import pairwise

import pytest

from travelbot.web.prose import DollarEscaper, plain, prose

CASES = [
    ("from $20 to $30", r"from \$20 to \$30"),
    (r"already \$20", r"already \$20"),
    ("`echo $HOME` costs $5", r"`echo $HOME` costs \$5"),
    ("```sh\necho $A\n\necho $B\n```\n$5", "```sh\necho $A\n\necho $B\n```\n\\$5"),
    ("an open ` tick\n\n$5", "an open ` tick\n\n\\$5"),
    ("``a ` $b`` $c", r"``a ` $b`` \$c"),
    ("no money", "no money"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_dollars_are_escaped_outside_code(text: str, expected: str) -> None:
    assert prose(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_any_split_of_the_text_gives_the_same(text: str, expected: str) -> None:
    for first in range(len(text)):
        for second in range(first, len(text)):
            escaper = DollarEscaper()
            cuts = pairwise([0, first, second, len(text)])
            assert "".join(escaper.feed(text[a:b]) for a, b in cuts) + escaper.close() == expected


def test_plain_text_has_no_markdown_left() -> None:
    assert plain("**a** $b$ :red[c]\n![d](e)") == (
        "\\*\\*a\\*\\* \\$b\\$ \\:red\\[c\\]  \n\\!\\[d\\]\\(e\\)"
    )
