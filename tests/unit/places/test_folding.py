import pytest

from travelbot.data.gazetteer.folding import fold, name_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("München", "munchen"),
        ("ŁÓDŹ", "lodz"),
        ("Tromsø", "tromso"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("ＴＯＫＹＯ", "tokyo"),
        ("إسطنبول", "اسطنبول"),
    ],
)
def test_fold_drops_case_width_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["プラハ", "서울", "दिल्ली", "กรุงเทพ", "北京"])
def test_fold_leaves_marks_that_are_letters(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Aix-en-Provence", "aix en provence"),
        ("Xi'an", "xian"),
        ("Xi’an", "xian"),
        ("St. Petersburg", "st petersburg"),
        ("Washington, D.C.", "washington d c"),
        ("  Rio   de Janeiro ", "rio de janeiro"),
        ("ニュー・ヨーク", "ニュー ヨーク"),
        ("...", ""),
    ],
)
def test_name_key_is_words_by_single_spaces(name: str, key: str) -> None:
    assert name_key(name) == key
