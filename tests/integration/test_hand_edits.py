"""The itinerary as the reader changes it by hand."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.integration.conftest import Build
from tests.integration.planned import asked, becomes, with_day
from tests.integration.turns import finish, load, reply_of
from travelbot.errors import NotFound
from travelbot.models.itinerary import Day, Itinerary
from travelbot.models.messages import MAX_EDITS, Conversation, Instead, Prompt
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import Conversations

TABS, STEPS = 3, 8


def test_the_itinerary_is_edited_by_hand_and_taken_back(guided: Assistant, build: Build) -> None:
    asked(guided, "Rome")
    guided.trips.save("ann", "c1", "Rome")
    planned = load(guided).itinerary
    for title in ("One", "Two"):
        guided.trips.edit_itinerary("ann", "c1", becomes(with_day(title, "Forum")))
    assert load(build()).itinerary == with_day("Two", "Forum")
    assert guided.trips.saved("ann")[0].places[0] == "Forum"
    for expected in (with_day("One", "Forum"), planned, planned):
        guided.trips.undo_edit("ann", "c1")
        assert load(guided).itinerary == expected
    assert reply_of(load(guided)).edits == ()


def test_edits_of_two_tabs_wait_for_each_other(guided: Assistant) -> None:
    asked(guided, "Rome")
    guided.trips.edit_itinerary("ann", "c1", becomes(Itinerary()))

    def add_day(number: int) -> None:
        day = Day(title=str(number))
        guided.trips.edit_itinerary(
            "ann", "c1", lambda now: now.model_copy(update={"days": (*now.days, day)})
        )

    with ThreadPoolExecutor(TABS) as pool:
        list(pool.map(add_day, range(STEPS)))
    assert {day.title for day in load(guided).itinerary.days} == set(map(str, range(STEPS)))


def test_the_newest_edits_are_kept_and_no_change_is_none(guided: Assistant) -> None:
    asked(guided, "Rome")
    for number in range(MAX_EDITS + 3):
        guided.trips.edit_itinerary("ann", "c1", becomes(with_day(str(number))))
        guided.trips.edit_itinerary("ann", "c1", lambda now: now)
    edits = reply_of(load(guided)).edits
    assert [edit.days[0].title for edit in edits] == [str(n) for n in range(3, MAX_EDITS + 3)]


def test_each_branch_keeps_its_own_edits(guided: Assistant) -> None:
    asked(guided, "Rome")
    guided.trips.edit_itinerary("ann", "c1", becomes(with_day("Rome")))
    finish(guided.ask_instead("ann", "c1", Instead(position=0, prompt="Paris")))
    guided.trips.edit_itinerary("ann", "c1", becomes(with_day("Paris")))
    versions = load(guided).forks[0].versions
    for version, title in zip(versions, ("Rome", "Paris"), strict=True):
        guided.trips.choose_branch("ann", "c1", version)
        assert load(guided).itinerary == with_day(title)


def test_without_a_reply_there_is_nothing_to_edit(guided: Assistant) -> None:
    Conversations(guided.conversations._store).keep(
        "ann", Conversation(id="c1", messages=(Prompt(text="Rome"),)), 0
    )
    with pytest.raises(NotFound, match="ask something"):
        guided.trips.edit_itinerary("ann", "c1", lambda now: now)
