import pytest

from travelbot.data.gazetteer.mentions.spans import ngrams
from travelbot.data.gazetteer.mentions.tokens import Writing, tokenize


def keys(text: str) -> set[str]:
    return {key for _, _, key in ngrams(tokenize(text))}


def test_words_know_where_they_stand() -> None:
    text = "Rome, then Naples"

    tokens = tokenize(text)

    assert [text[token.start : token.end] for token in tokens] == ["Rome", "then", "Naples"]
    assert [token.gap for token in tokens] == ["", ", ", " "]


def test_scripts_are_told_apart() -> None:
    writings = [token.writing for token in tokenize("Hotel 東京で 서울 เชียงใหม่")]

    assert writings == [Writing.SPACED, Writing.UNSPACED, Writing.HANGUL, Writing.UNSPACED]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("in Aix-en-Provence now", "aix en provence"),
        ("Xi'an", "xian"),
        ("St. Petersburg", "st petersburg"),
        ("Washington D.C.", "washington d c"),
        ("Bosnia & Herzegovina", "bosnia herzegovina"),
        ("à l'Alhambra", "alhambra"),
        ("Paris's", "paris"),
        ("Rome->Naples", "naples"),
    ],
)
def test_names_are_found_as_runs_of_words(text: str, key: str) -> None:
    assert key in keys(text)


@pytest.mark.parametrize("text", ["New. York", "New, York", "New/York", "New\nYork"])
def test_names_end_at_punctuation(text: str) -> None:
    assert "new york" not in keys(text)


def test_sentences_start_after_full_stops_and_lines() -> None:
    starts = [token.starts_sentence for token in tokenize("Go there. Then\nhome, now")]

    assert starts == [True, False, True, True, False]
