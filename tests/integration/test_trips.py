"""Trips between turns: copies, imports, deletion."""

import pytest

from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, says
from tests.integration.planned import asked
from tests.integration.turns import PATIENCE, finish, load
from travelbot.errors import NotFound, TurnRunning
from travelbot.models.messages import Conversation, Instead, Prompt, Reply
from travelbot.service.assistant import Assistant


def answering(assistant: Assistant, provider: FakeOpenAI) -> Gate:
    """A turn runs in the conversation until the gate is opened."""
    gate = Gate()
    provider.script(Answer([gate, *says("Done").pieces]))
    assistant.start("ann", "c1", "Go on")
    assert gate.reached.wait(PATIENCE)
    return gate


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
