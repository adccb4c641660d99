"""Where names may begin and how long they may be in writing without spaces, and in Korean."""

import unicodedata
from collections.abc import Iterator

from travelbot.data.gazetteer.mentions.tokens import Token, Writing

_LONGEST = {"CJK": 6, "HIRAGANA": 6, "KATAKANA": 12, "HANGUL": 8}
_LONGEST_ELSEWHERE = 16
_THAI_LEADING_VOWELS = "เแโใไ"
_DISHES_AND_PEOPLE = ("料理", "人", "語", "语", "菜", "风", "風", "式", "酒", "茶")
_PARTICLES = (
    "에 에서 에는 에선 에서의 에도 으로 로 의 은 는 이 가 을 를 와 과 도 만 까지 "
    "부터 에게 하고 이랑 랑 행 시 여행 여행지 여행을 맛집 관광 투어 호텔 공항 날씨 "
    "일정 숙소 자유여행 근처 주변 시내 이나 나 보다 처럼 섬 도시 성 역"
)
"""What may follow a name in a Korean word."""
_LIST_LINKS = "和 与 與 跟 及 到 至 去 や と から または か และ กับ ไป หรือ"
_NEVER = 99.0
_BY_LENGTH = {2: 6.8, 3: 6.0, 4: 6.0}
_BY_GREAT_LENGTH = 5.5
_WITH_VOWEL_SIGNS = 6.5


def name_starts(token: Token) -> Iterator[int]:
    """Yield where in a run a name may begin: not inside a Katakana word or a Thai syllable."""
    if token.writing is Writing.HANGUL:
        yield 0
        return
    for index, letter in enumerate(token.text):
        if index == 0 or not _continues(token.text[index - 1], letter):
            yield index


def longest_name(letter: str) -> int:
    """Return how many letters a name that begins with a letter has at most."""
    return _LONGEST.get(_script(letter), _LONGEST_ELSEWHERE)


def is_list_link(token: Token, start: int, end: int) -> bool:
    """Say whether the letters between two places in a run (text positions) join them in a list."""
    return token.text[start - token.start : end - token.start] in _LIST_LINKS.split()


def required_rank(token: Token, name: str, rest: str) -> float:
    """Return how well known a name inside a run must be, given the letters that follow it."""
    if rest.startswith(_DISHES_AND_PEOPLE):
        return _NEVER
    if token.writing is Writing.HANGUL and rest not in _PARTICLES.split():
        return _NEVER
    if _script(name[0]) not in _LONGEST:
        return _WITH_VOWEL_SIGNS
    return _BY_LENGTH.get(len(name), _BY_GREAT_LENGTH)


def _continues(before: str, letter: str) -> bool:
    if unicodedata.category(letter) in ("Mn", "Mc") or before in _THAI_LEADING_VOWELS:
        return True
    return _script(letter) == "KATAKANA" == _script(before)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0]
