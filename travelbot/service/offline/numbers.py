"""Numbers of days, and which one is meant, in the words of several languages."""

import re

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
    14: "fourteen fortnight",
}
NUMBERS = {word: number for number, words in WORDS.items() for word in words.split()}
DAYS = (
    "days? nights? tage? tagen jours? journees? dias? noches? noites? giorn[oi] nott[ei] "
    "dag dagen nachte? nuits?"
)
WEEKS = "weeks? wochen? semaines? semanas? settiman[ae] weken week"
UNSPACED = re.compile(r"(\d{1,3})\s*(?:日|天|일|д(?:ень|ня|ней)|dni|gun|paivaa|dagar)")
CHINESE = re.compile(r"([一二三四五六七八九十两])(?:日|天)")
DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


def _counted(nouns: str) -> re.Pattern[str]:
    words = "|".join(NUMBERS)
    nouns = "|".join(nouns.split())
    return re.compile(rf"\b(\d{{1,6}}|{words})(?: of| more| full| whole)?[\s-]*(?:{nouns})\b")


DAY_COUNT, WEEK_COUNT = _counted(DAYS), _counted(WEEKS)
LONG_WEEKEND = re.compile(r"\b(long weekend|langes wochenende|long week-?end)\b")
WEEKEND = re.compile(r"\b(week-?end|wochenende|fim de semana|fin de semana|fine settimana)\b")
MONTH = re.compile(r"\b(a|one) month\b")
FORTNIGHT = re.compile(r"\bfortnight\b")
LONGEST_WEEKS = 1_000

ORDINALS = {
    "first": 1, "1st": 1, "former": 1, "second": 2, "2nd": 2, "latter": 2, "third": 3, "3rd": 3,
    "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1,
}  # fmt: skip
ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\b")
ONE_DAY = re.compile(
    r"\b(?:day|tag|jour|dia|giorno|dag)\s*(?:number |no\.? ?|#)?(\d{1,3}|one|two|three|four|five|"
    r"six|seven)\b|\b(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th) day\b"
)


def days_in(text: str) -> int | None:
    """How many days a folded text speaks of, if it does."""
    if LONG_WEEKEND.search(text):
        return 3
    if weeks := WEEK_COUNT.search(text):
        return 7 * _number(weeks[1])
    if days := DAY_COUNT.search(text):
        return _number(days[1])
    if days := UNSPACED.search(text):
        return int(days[1])
    if days := CHINESE.search(text):
        return DIGITS[days[1]]
    named = ((WEEKEND, 2), (MONTH, 30), (FORTNIGHT, 14))
    return next((number for pattern, number in named if pattern.search(text)), None)


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


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBERS[word]
