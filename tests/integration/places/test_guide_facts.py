"""The guide invents nothing: every number and every name in its replies has a reason."""

import re
from collections.abc import Callable

import pytest

from tests.integration.places.checking.known import Known
from tests.integration.places.checking.reply import Before, unexplained
from tests.integration.places.checking.rule import NAME
from tests.integration.places.conftest import NOON
from tests.integration.places.talking import Conversation
from travelbot.data.gazetteer import Gazetteer, extract

PROMPTS = """
Let's visit Tokyo Japan
Visit Rome
Tell me about Bath
Reykjavík
Where is Ulaanbaatar?
I'd like to see Cairo
The Eiffel Tower
Mount Fuji
What is CDG?
What is airport LIS?
Visit Portugal
Visit Nauru
Tell me about the United States
Tuscany
The Alps
3 days in Lisbon
A week in Vienna and Budapest
A week in Portugal
10 days in Tuscany
Two weeks in Iceland
60 days in Rome
A day in Paris
Long weekend in Copenhagen
A weekend in Cinque Terre
Plan a trip to Japan
4 days in Ulaanbaatar
3 days in Nauru
2 days in Paris, London and Rome
3 Tage in Wien
3 jours à Lyon
東京で3日間
Day trips from Munich
Day trips from Tokyo
Day trips from Ulaanbaatar
Compare Lisbon and Porto
Tokyo vs Kyoto
Lisbon or Madrid or Paris?
Compare Japan and South Korea
Compare the Eiffel Tower and the Colosseum
What's around Salzburg?
Near the Eiffel Tower
What's near Suva?
What to see in Oslo
What to see in Portugal
What to see in Lille
Lisbon to Madrid
From A Coruña to Paris via Lyon
Lisbon → Berlin → Madrid → Vienna → Paris
Kyoto, Osaka, Nara, Tokyo and Hiroshima
To Paris from London
Airports near Florence
Airports in Australia
Which airport for Amalfi?
IATA code XYZ
What time is it in New York?
What time is it in Kathmandu?
Time difference between London and Sydney
Currency of Japan
Languages of Switzerland
Population of Cairo
Population of India
How large is the area of Portugal?
Neighbours of Austria
Capital of Australia
How far is Cairo from Nairobi?
How far is it from Auckland to Anchorage?
How far is Rome from Vatican City?
Add Kyoto
Hotels in Paris
Weather in Oslo in May
Best beaches in Bali
How much is a train from Vienna to Budapest?
Budget for 3 days in Prague
3 days in Rome and Xanadupolis
Let's go to Xanadupolis
Hello
Help
""".strip().splitlines()
FOLLOW_UPS = (
    ("3 days in Lisbon", ("What about day 2?", "make it 5 days", "last day", "more", "add Porto")),
    ("Visit Rome", ("more", "more", "and nearby?", "more", "remove Rome", "clear the map")),
    ("Lisbon → Berlin → Madrid → Vienna → Paris", ("use the shorter order", "without Berlin")),
)
NOT_PLACES = re.compile(
    r"built-in guide|Model|Day \d+: .*|[A-Z]{3}|\d+ stops|[\d,.]+ km²?|\d\d:\d\d|[\d,]+"
)
NOT_PINNED = re.compile(r"you pay in \*\*([^*]+)\*\*|Did you mean .*|I removed .*")


def said(talk: Conversation) -> list[str]:
    """The replies so far."""
    return [m["content"] for m in talk.messages if m["role"] == "assistant" and m["content"]]


def check(gazetteer: Gazetteer, talk: Conversation, prompt: str, before: int) -> None:
    reply = talk.messages[-1]["content"]
    subject = extract(prompt, gazetteer) or extract(talk.messages[0]["content"], gazetteer)
    plans = re.findall(r"^### (\d+) days? in", "\n".join(said(talk)[:-1]), re.MULTILINE)
    known = Known(gazetteer, subject, talk.map, NOON)
    assert unexplained(reply, known, Before(before, int([0, *plans][-1]))) == [], reply
    names = [n for n in re.findall(NAME, NOT_PINNED.sub("", reply)) if not NOT_PLACES.fullmatch(n)]
    pinned = set(talk.pins)
    for name in names:
        assert known.place(name).name == name
        assert name in pinned or not talk.calls, f"{name} is not on the map: {reply}"


@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_number_and_name_has_a_reason(
    gazetteer: Gazetteer, talk: Callable[[], Conversation], prompt: str
) -> None:
    conversation = talk()
    conversation.say(prompt)
    check(gazetteer, conversation, prompt, 0)


@pytest.mark.parametrize(("first", "then"), FOLLOW_UPS)
def test_also_in_what_follows(
    gazetteer: Gazetteer, talk: Callable[[], Conversation], first: str, then: tuple[str, ...]
) -> None:
    conversation = talk()
    conversation.say(first)
    for prompt in then:
        before = len(conversation.pins)
        conversation.say(prompt)
        check(gazetteer, conversation, prompt, before)
