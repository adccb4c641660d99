from collections.abc import Callable

import pytest

from travelbot.data.gazetteer.mentions.text import Text

Read = Callable[[str], Text]


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("Plan a trip to Rome", "en"),
        ("Ein Wochenende in Rom", "de"),
        ("Un voyage à Rome", "fr"),
        ("Хочу в Париж", "ru"),
        ("Ταξίδι στην Αθήνα", "el"),
        ("טיול לירושלים", "he"),
        ("رحلة إلى دبي", "ar"),
        ("Zwiedzić Łódź", "pl"),
        ("Xyzzy", ""),
        ("Un Xyzzy", "es"),
    ],
)
def test_the_language_is_guessed(text_of: Read, prompt: str, language: str) -> None:
    assert text_of(prompt).language == language


@pytest.mark.parametrize(
    ("prompt", "has_case"),
    [
        ("the hotels in Nice", True),
        ("PLAN A TRIP", False),
        ("Best Nice Beaches And Hotels In Rome", False),
        ("Rome", True),
    ],
)
def test_capitals_count_where_not_all_words_have_them(
    text_of: Read, prompt: str, has_case: bool
) -> None:
    assert text_of(prompt).has_case is has_case


def test_shouting_is_all_capitals(text_of: Read) -> None:
    assert text_of("GO TO ROME").is_shouted
    assert not text_of("Go to ROME").is_shouted


def test_outside_the_text_is_nothing(text_of: Read) -> None:
    text = text_of("Rome")

    assert text.token(5) is None
    assert text.key_at(-1) == ""
    assert text.classes_at(5) == frozenset()
