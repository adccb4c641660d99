"""Numbers of days, and which one is meant, in the words of several languages."""

import re
from collections.abc import Sequence
from math import ceil

WORDS = {
    1: "one a an ein eine einen einem un une uno una um uma een",
    2: "two couple zwei deux due dos dois duas twee",
    3: "three few drei trois tre tres tres drie some",
    4: "four vier quatre quattro cuatro quatro",
    5: "five funf cinq cinque cinco vijf",
    6: "six sechs sei seis zes",
    7: "seven sieben sept sette siete sete zeven",
    8: "eight acht huit otto ocho oito",
    9: "nine neun neuf nove nueve negen",
    10: "ten zehn dix dieci diez dez tien",
    14: "fourteen",
}
NUMBERS = {word: number for number, words in WORDS.items() for word in words.split()}
DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


def _counted(nouns: str) -> re.Pattern[str]:
    words = "|".join(NUMBERS)
    number = rf"(?<![\d.,])\b(\d{{1,6}}(?:[.,]\d)?|{words})(?: of| more| full| whole)?[\s-]*"
    return re.compile(rf"{number}(?:{'|'.join(nouns.split())})\b(?![\s-]?end)")


NIGHTS = _counted("nights? noches? noites? nott[ei] nachte? nuits?")
LENGTHS = (
    (_counted("days? tage? tagen jours? journees? dias? giorn[oi] dag dagen"), 1),
    (_counted("weeks? wochen? semaines? semanas? settiman[ae] weken week"), 7),
    (_counted("months? monate? mois meses mesi maanden"), 30),
    (re.compile(r"(\d{1,3})\s*(?:日|天|일|д(?:ень|ня|ней)|dni|gun|paivaa|dagar)"), 1),
    (re.compile(r"([一二三四五六七八九十两])(?:日|天)"), 1),
    (re.compile(r"\b()(?:long week-?end|langes wochenende)\b"), 3),
    (re.compile(r"(?<!long )(?<!langes )\b()(?:week-?end|wochenende)\b"), 2),
    (re.compile(r"\b()(?:fim de semana|fin de semana|fine settimana)\b"), 2),
    (re.compile(r"\b()fortnight\b"), 14),
)
"""Patterns whose first group is a number, empty for one, and the days that each is worth."""

ORDINALS = {
    "first": 1, "1st": 1, "former": 1, "second": 2, "2nd": 2, "latter": 2, "third": 3, "3rd": 3,
    "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1,
}  # fmt: skip
ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\b")
ONE_DAY = re.compile(
    r"\b(?:day|tag|jour|dia|giorno|dag)\s*(?:number |no\.? ?|#)?(\d{1,3}|one|two|three|four|five|"
    r"six|seven)\b|\b(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th) day\b"
)

TWO_DAYS = re.compile(r"\bdays (\d{1,3}) (?:and|with|&|for) (\d{1,3})\b")


def stays_in(text: str) -> tuple[int, ...]:
    """Each number of days that a folded text speaks of; nights only where there are no days."""
    return _lengths(text, LENGTHS) or _lengths(text, ((NIGHTS, 1),))


def days_asked(text: str) -> tuple[int, ...]:
    """All days of a plan that a folded text speaks of, in order; -1 is the last."""
    pair = TWO_DAYS.search(text)
    if pair:
        return int(pair[1]), int(pair[2])
    return tuple(ORDINALS[m[2]] if m[2] else _number(m[1]) for m in ONE_DAY.finditer(text))


def day_asked(text: str) -> int | None:
    """Which day of a plan a folded text asks for, from 1; -1 is the last."""
    found = ONE_DAY.search(text)
    if found is None:
        return None
    return ORDINALS[found[2]] if found[2] else _number(found[1])


def ordinal(text: str) -> int | None:
    """Which one of several a folded text means, from 1; -1 is the last."""
    found = ORDINAL.search(text)
    return ORDINALS[found[1]] if found else None


def _lengths(text: str, patterns: Sequence[tuple[re.Pattern[str], int]]) -> tuple[int, ...]:
    found = [
        (match.start(), _number(match[1]) * days)
        for pattern, days in patterns
        for match in pattern.finditer(text)
    ]
    return tuple(days for _, days in sorted(found))


def _number(word: str) -> int:
    if not word:
        return 1
    if word[0].isdecimal():
        return ceil(float(word.replace(",", ".")))
    return (NUMBERS | DIGITS)[word]
