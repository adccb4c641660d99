"""The guide understands a prompt by what was said before."""

from tests.integration.places.talking import Begin, replies
from travelbot.service.offline.guide import Guide
from travelbot.service.offline.request import Exchange, Talk


def test_the_other_one_and_the_first_one(talk: Begin) -> None:
    texts = replies(
        talk, "Lisbon or Porto?", "the first one", "the other one", "go back to the first one"
    )
    assert [text[:10] for text in texts[1:]] == ["**Lisbon**", "**Porto** ", "**Lisbon**"]


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


def test_the_same_conversation_has_the_same_answers(talk: Begin) -> None:
    prompts = ("Visit Rome", "more", "3 days there", "day 2", "and nearby?", "Compare it with Oslo")
    assert replies(talk, *prompts) == replies(talk, *prompts)


def test_goes_on_where_another_model_has_looked_places_up(guide: Guide) -> None:
    earlier = (Exchange("plan me something nice", ("city:1850147",)),)
    draft = guide.draft(Talk("what time is it there?", earlier))
    assert "In **Tokyo** it is **21:00**" in draft.text
