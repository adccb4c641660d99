"""Another prompt in the place of an earlier one: a branch, whatever goes wrong meanwhile."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.integration.conftest import Build
from tests.integration.planned import asked, becomes, prompts, with_day
from tests.integration.turns import finish, load, reply_of
from travelbot.data.store import Store
from travelbot.errors import BadPrompt, NotFound, StoreError, TurnRunning
from travelbot.models.messages import Instead, Prompt, Reply
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import Conversations
from travelbot.service.turn import Turn

TABS, STEPS = 3, 8
FIRST_ROW = 1


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
    finish(guided.ask_instead("ann", "c1", Instead(position=0, prompt="Paris")))
    assert (prompts(guided), load(guided).forks[0].number) == (["Paris"], 2)


@pytest.mark.parametrize("position", [-1, 1, 2])
def test_only_a_prompt_can_be_asked_instead(guided: Assistant, position: int) -> None:
    asked(guided, "Rome")
    with pytest.raises(NotFound):
        guided.ask_instead("ann", "c1", Instead(position=position, prompt="Paris"))
    with pytest.raises(BadPrompt):
        guided.ask_instead("ann", "c1", Instead(position=0, prompt=" "))
    assert prompts(guided) == ["Rome"]


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
    finish(guided.ask_instead("ann", "c1", Instead(position=0, prompt="Paris")))
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
    finish(guided.ask_instead("ann", "c1", Instead(position=0, prompt="Paris")))
    here = Conversations(Store(database))
    assert here.load("ann", "c1").forks[0].number == 2
    guided.trips.choose_branch("ann", "c1", load(guided).forks[0].versions[0])
    assert here.load("ann", "c1").forks[0].number == 1


def test_tabs_at_the_same_time_leave_a_sound_tree(guided: Assistant, database: Path) -> None:
    asked(guided, "Rome", "Paris")
    finish(guided.ask_instead("ann", "c1", Instead(position=0, prompt="Tokyo")))

    def tab(number: int) -> None:
        random = Random(number)  # noqa: S311
        for at in range(STEPS):
            instead = Instead(position=0, prompt=f"Rome {number} {at}")
            forks = guided.open("ann", "c1")[0].forks.values()
            versions = [version for fork in forks for version in fork.versions] or [FIRST_ROW]
            version = random.choice(versions)
            acts: list[Callable[[], object]] = [
                partial(guided.start, "ann", "c1", "Oslo"),
                partial(guided.answer_again, "ann", "c1"),
                partial(guided.ask_instead, "ann", "c1", instead),
                partial(guided.trips.edit_itinerary, "ann", "c1", becomes(with_day("x"))),
                partial(guided.trips.choose_branch, "ann", "c1", version),
            ]
            with suppress(TurnRunning):
                done = random.choice(acts)()
                if isinstance(done, Turn):
                    finish(done)

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
