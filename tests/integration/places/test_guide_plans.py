"""The guide plans days, over the places that it knows."""

import pytest

from tests.integration.places.talking import Begin, replies
from travelbot.service.offline.guide import Guide
from travelbot.service.offline.request import Talk


def test_plans_days_over_sights_each_once(talk: Begin) -> None:
    conversation = talk()
    text = conversation.say("3 days in Rome")
    assert all(f"Day {day}: Rome" in text for day in (1, 2, 3))
    assert text.count("**Colosseum**") == 1
    assert conversation.pins.count("Colosseum") == 1
    assert len(conversation.pins) == 13


def test_shares_days_out_between_cities(talk: Begin) -> None:
    [text] = replies(talk, "A week in Vienna and Budapest")
    assert "Day 1: Vienna" in text
    assert "Day 7: Budapest" in text
    assert "Vienna → Budapest 214 km" in text


def test_plans_a_country_over_its_cities(talk: Begin) -> None:
    [text] = replies(talk, "A week in Portugal")
    assert all(city in text for city in ("Lisbon", "Porto", "Coimbra", "Pena Palace"))


def test_leaves_days_free_rather_than_inventing(talk: Begin) -> None:
    [text] = replies(talk, "4 days in Ulaanbaatar")
    assert "For days 2–4 I know nothing more" in text


def test_plans_at_most_thirty_days(talk: Begin) -> None:
    [text] = replies(talk, "60 days in Rome")
    assert "I plan 1 to 30 days, so I took 30." in text
    assert "### 30 days in Rome" in text


@pytest.mark.parametrize(
    "prompt", ["3 Tage in Wien", "3 jours à Vienne, Autriche", "3 días en Viena"]
)
def test_plans_in_other_languages(talk: Begin, prompt: str) -> None:
    assert replies(talk, prompt)[0].startswith("### 3 days in Vienna")


def test_a_plan_is_changed_and_asked_about(talk: Begin) -> None:
    first, second, longer, beyond = replies(
        talk, "3 days in Lisbon", "What about day 2?", "make it 5 days", "day 99"
    )
    assert second.startswith("### Day 2: Lisbon")
    stops = [line.split("**")[1] for line in second.splitlines() if line.startswith("1. ")]
    assert all(f"**{stop}**" in first for stop in stops)
    assert "Day 5: Lisbon" in longer
    assert "The plan has 5 days" in beyond


def test_finds_day_trips_and_more_of_them(talk: Begin) -> None:
    first, more = replies(talk, "Day trips from Munich", "more")
    assert "**Salzburg**, 116 km east" in first
    assert "Salzburg" not in more
    assert more.startswith("### Day trips from Munich")


def test_a_topic_does_not_stop_a_plan(talk: Begin) -> None:
    plan, day = replies(talk, "Budget for 3 days in Prague", "day 2")
    assert "### 3 days in Prague" in plan
    assert day.startswith("### Day 2: Prague")


def test_a_plan_is_a_value(guide: Guide) -> None:
    plan = guide.draft(Talk("3 days in Rome")).itinerary
    assert plan is not None
    assert [day.title for day in plan.days] == ["Rome"] * 3
    assert len({stop.place for day in plan.days for stop in day.stops}) == 12
