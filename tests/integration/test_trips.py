"""Trips between turns: copies, imports, deletion, branches and edits by hand."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, says
from tests.integration.conftest import Build
from tests.integration.turns import PATIENCE, finish, load, reply_of
from travelbot.data.store import Store
from travelbot.errors import BadPrompt, NotFound, StoreError, TurnRunning
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.messages import MAX_EDITS, Conversation, Instead, Prompt, Reply
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import Conversations

TABS, STEPS = 3, 8


def asked(assistant: Assistant, *prompts: str) -> Assistant:
    for prompt in prompts:
        finish(assistant.start("ann", "c1", prompt))
    return assistant


def prompts(assistant: Assistant, conversation_id: str = "c1") -> list[str]:
    conversation, _ = assistant.open("ann", conversation_id)
    return [message.text for message in conversation.messages if isinstance(message, Prompt)]


def with_day(title: str, *places: str) -> Itinerary:
    return Itinerary(days=(Day(title=title, stops=tuple(Stop(place=place) for place in places)),))


def becomes(itinerary: Itinerary) -> Callable[[Itinerary], Itinerary]:
    return lambda _: itinerary


def answering(assistant: Assistant, provider: FakeOpenAI) -> Gate:
    """A turn runs in the conversation until the gate is opened."""
    gate = Gate()
    provider.script(Answer([gate, *says("Done").pieces]))
    assistant.start("ann", "c1", "Go on")
    assert gate.reached.wait(PATIENCE)
    return gate


def test_an_earlier_prompt_asked_instead_starts_a_branch(guided: Assistant) -> None:
    asked(guided, "Rome", "Paris")
    finish(guided.ask_instead("ann", "c1", Instead(position=0, prompt="Tokyo")))
    tokyo = load(guided)
    assert prompts(guided) == ["Tokyo"]
    assert tokyo.map.markers[0].label == "Tokyo"
    assert tokyo.forks[0].number == 2
    guided.trips.choose_branch("ann", "c1", tokyo.forks[0].versions[0])
    assert prompts(guided) == ["Rome", "Paris"]
    assert load(guided).map.markers[0].label != "Tokyo"
    asked(guided, "Vienna")
    assert prompts(guided) == ["Rome", "Paris", "Vienna"]


def test_the_last_prompt_edited_starts_a_branch_and_a_retry_does_not(guided: Assistant) -> None:
    asked(guided, "Rome")
    first = reply_of(load(guided))
    finish(guided.answer_again("ann", "c1"))
    assert load(guided).forks == {}
    assert reply_of(load(guided)).turn != first.turn
    finish(guided.answer_again("ann", "c1", "Paris"))
    assert (prompts(guided), load(guided).forks[0].number) == (["Paris"], 2)


@pytest.mark.parametrize("position", [-1, 1, 2])
def test_only_a_prompt_can_be_asked_instead(guided: Assistant, position: int) -> None:
    asked(guided, "Rome")
    with pytest.raises(NotFound):
        guided.ask_instead("ann", "c1", Instead(position=position, prompt="Paris"))
    with pytest.raises(BadPrompt):
        guided.ask_instead("ann", "c1", Instead(position=0, prompt=" "))
    assert prompts(guided) == ["Rome"]


def test_nothing_else_is_done_while_a_reply_is_written(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    asked(assistant, "Rome")
    gate = answering(assistant, provider)
    trips = assistant.trips
    for refused in (
        lambda: trips.choose_branch("ann", "c1", 1),
        lambda: trips.edit_itinerary("ann", "c1", lambda now: now),
        lambda: trips.undo_edit("ann", "c1"),
        lambda: trips.duplicate("ann", "c1"),
        lambda: assistant.ask_instead("ann", "c1", Instead(position=0, prompt="x")),
    ):
        with pytest.raises(TurnRunning):
            refused()
    gate.opened.set()


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


def test_a_copy_is_saved_beside_the_trip(guided: Assistant) -> None:
    asked(guided, "Rome")
    guided.trips.save("ann", "c1", "x" * 60)
    copy = guided.trips.duplicate("ann", "c1")
    assert [trip.title for trip in guided.trips.saved("ann")] == ["x" * 53 + " (copy)", "x" * 60]
    original, copied = load(guided), guided.open("ann", copy)[0]
    assert copied.messages == original.messages
    finish(guided.start("ann", copy, "Paris"))
    assert load(guided) == original


def test_an_imported_conversation_is_saved_under_its_title(guided: Assistant) -> None:
    mine = Conversation(
        id="theirs", title="Rome  and\nback", messages=(Prompt(text="Rome"), Reply())
    )
    added = guided.trips.add_imported("ann", mine)
    assert added != "theirs"
    stored, _ = guided.open("ann", added)
    assert (stored.title, stored.saved, stored.messages) == ("Rome and back", True, mine.messages)
    untitled = guided.trips.add_imported("ann", mine.model_copy(update={"title": ""}))
    assert guided.open("ann", untitled)[0].title == "Rome"


def test_several_trips_are_deleted_and_restored(guided: Assistant) -> None:
    asked(guided, "Rome")
    guided.trips.save("ann", "c1", "Rome")
    copy = guided.trips.duplicate("ann", "c1")
    guided.choose("ann", "c1")
    guided.trips.delete("ann", "c1", copy)
    assert (guided.trips.saved("ann"), guided.trips.search("ann", "rome")) == ((), ())
    assert guided.current("ann") not in ("c1", copy)
    with pytest.raises(NotFound):
        guided.start("ann", "c1", "Hi")
    guided.trips.restore("ann", "c1", copy)
    assert len(guided.trips.saved("ann")) == len(guided.trips.search("ann", "rome")) == 2
    asked(guided, "Paris")


def test_branches_go_on_without_a_store_and_are_there_when_it_is_back(
    guided: Assistant, database: Path, build: Build
) -> None:
    asked(guided, "Rome", "Paris")
    finish(guided.ask_instead("ann", "c1", Instead(position=2, prompt="Vienna")))
    versions = load(guided).forks[2].versions
    aside = database.rename(database.with_name("aside.db"))
    database.write_bytes(b"not a database " * 100)
    finish(guided.ask_instead("ann", "c1", Instead(position=0, prompt="Tokyo")))
    assert prompts(guided) == ["Tokyo"]
    with pytest.raises(StoreError):
        guided.trips.choose_branch("ann", "c1", versions[0])
    aside.rename(database)
    asked(guided, "Kyoto")
    later = build()
    assert prompts(later) == ["Tokyo", "Kyoto"]
    later.trips.choose_branch("ann", "c1", load(later).forks[0].versions[0])
    assert prompts(later) == ["Rome", "Vienna"]
    later.trips.choose_branch("ann", "c1", versions[0])
    assert prompts(later) == ["Rome", "Paris"]


def test_what_the_store_has_missed_is_kept_before_a_branch_is_chosen(
    guided: Assistant, database: Path
) -> None:
    asked(guided, "Rome")
    finish(guided.answer_again("ann", "c1", "Paris"))
    first = load(guided).forks[0].versions[0]
    locked = sqlite3.connect(database, isolation_level=None)
    guided.conversations._store._file._connect = lambda path: sqlite3.connect(path, timeout=0.01)
    locked.execute("begin exclusive")
    asked(guided, "Vienna")
    locked.close()
    guided.trips.choose_branch("ann", "c1", first)
    assert prompts(guided) == ["Rome"]
    guided.trips.choose_branch("ann", "c1", load(guided).forks[0].versions[1])
    assert prompts(guided) == ["Paris", "Vienna"]


def test_another_process_sees_which_branch_is_chosen(guided: Assistant, database: Path) -> None:
    asked(guided, "Rome")
    finish(guided.answer_again("ann", "c1", "Paris"))
    here = Conversations(Store(database))
    assert here.load("ann", "c1").forks[0].number == 2
    guided.trips.choose_branch("ann", "c1", load(guided).forks[0].versions[0])
    assert here.load("ann", "c1").forks[0].number == 1


def test_tabs_at_the_same_time_leave_a_sound_tree(guided: Assistant, database: Path) -> None:
    asked(guided, "Rome", "Paris")

    def tab(number: int) -> None:
        random = Random(number)  # noqa: S311
        for at in range(STEPS):
            instead = Instead(position=0, prompt=f"Rome {number} {at}")
            conversation, _ = guided.open("ann", "c1")
            acts: list[Callable[[], object]] = [
                lambda: finish(guided.start("ann", "c1", "Oslo")),
                lambda: finish(guided.answer_again("ann", "c1")),
                lambda instead=instead: finish(guided.ask_instead("ann", "c1", instead)),
                lambda: guided.trips.edit_itinerary("ann", "c1", lambda _: with_day("x")),
                *(
                    lambda version=version: guided.trips.choose_branch("ann", "c1", version)
                    for fork in conversation.forks.values()
                    for version in fork.versions
                ),
            ]
            with suppress(TurnRunning):
                random.choice(acts)()

    with ThreadPoolExecutor(TABS) as pool:
        list(pool.map(tab, range(TABS)))
    store = Store(database)
    root = store.load("ann", "c1").forks[0]
    for version in root.versions:
        store.choose_branch("ann", "c1", version)
        messages = store.load("ann", "c1").messages
        assert [type(m) for m in messages] == [Prompt, Reply] * (len(messages) // 2)
    with closing(sqlite3.connect(database)) as db:
        assert not db.execute("pragma foreign_key_check").fetchall()
