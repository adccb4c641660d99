"""Places found in labelled prompts."""

import time
from pathlib import Path

import pytest

from tests.bench.extract_score import outcomes, score
from travelbot.data.gazetteer import Gazetteer, extract

LABELLED = ("dev", "own", "held-out", "unseen-a", "unseen-b", "unseen-c", "unseen-d")


@pytest.mark.parametrize("name", LABELLED)
def test_labelled_prompts(gazetteer: Gazetteer, labelled: Path, name: str) -> None:
    results = outcomes(labelled / f"places-{name}.jsonl", gazetteer)
    figures = score(results)

    wrong = [result.prompt for result in results if not result.is_right]
    assert figures.precision >= 0.97, wrong
    assert figures.recall >= 0.95, wrong
    assert figures.none_accuracy >= 0.95, wrong


@pytest.mark.parametrize("text", ["", " ", "...", "🎉🎉", "\n\n", "'", "-", "1234", "a" * 9_000])
def test_text_without_words_means_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert extract(text, gazetteer) == []


def test_a_place_comes_once_and_in_order(gazetteer: Gazetteer) -> None:
    places = extract("From Rome to Naples, then back to Rome and on to Milan", gazetteer)

    assert [place.name for place in places] == ["Rome", "Naples", "Milan"]


def test_text_past_the_limit_is_left_out(gazetteer: Gazetteer) -> None:
    assert extract("so " * 2_000 + "we go to Paris", gazetteer) == []


def test_a_long_text_takes_little_time(gazetteer: Gazetteer) -> None:
    text = "We took the train from Vienna to Graz and walked a lot in the old town there. " * 50
    extract(text, gazetteer)

    start = time.perf_counter()
    places = extract(text, gazetteer)

    assert time.perf_counter() - start < 1.0
    assert [place.name for place in places] == ["Vienna", "Graz"]
