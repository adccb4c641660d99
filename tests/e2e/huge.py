"""Hostile text in such an amount that a page could freeze."""

from tests.e2e.hostile import Hostile

MUCH = 30_000
"""Characters: about what a reply may have."""


def _much(text: str) -> str:
    return (text * (MUCH // len(text) + 1))[:MUCH]


HUGE = [
    Hostile(_much(mark))
    for mark in (
        ">",
        "> ",
        "[",
        "![",
        "*",
        "*a",
        "*a **b",
        "_a_ ",
        "`",
        "` `` ",
        "~",
        "<",
        "<a ",
        "&",
        "$",
        ":a[",
        "- ",
        "1. ",
        "#",
        "|",
        "a\n",
        "[a](http://b) ",
        "www.a.b ",
        "a@b.c ",
        "(",
        "\\",
        "word",
        "👨‍👩‍👧‍👦",
    )
] + [
    Hostile("".join(f"{'  ' * depth}- a\n" for depth in range(240))),
    Hostile("".join(f"{'>' * depth} a\n" for depth in range(240))),
    Hostile("|a" * 4000 + "\n" + "|-" * 4000 + "\n" + "|\n" * 4000),
    Hostile("|a" * 15 + "|\n" + "|-" * 15 + "|\n" + "x\n" * 14_000),
    Hostile("```\n" + _much("x")),
    Hostile("```\n" + _much("{[(\n")),
    Hostile(_much("[a]: http://b\n")),
]
