"""Bob names Ann's conversation, by every method."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from tests.integration.two_owners import (
    TRIP,
    Attempt,
    World,
    at_rest_and_running,
    public_methods,
    unlisted,
)
from travelbot.data.shares import Shares
from travelbot.data.store import Store
from travelbot.errors import NotFound
from travelbot.models.messages import Conversation, Instead, Prompt
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import Conversations
from travelbot.service.sharing import Sharing
from travelbot.service.trips import Trips

INSTEAD = Instead(position=0, prompt="Hi")
FIRST_ROW = 1
"""Of the messages."""


def chat(conversation_id: str) -> Conversation:
    return Conversation(id=conversation_id, messages=(Prompt(text="Bob was here"),))


ASSISTANT: Mapping[str, tuple[Attempt, object]] = {
    "begin": (lambda it, ann: it.begin("bob") != ann, True),
    "current": (lambda it, ann: it.current("bob") != ann, True),
    "choose": (lambda it, ann: it.choose("bob", ann), NotFound),
    "open": (lambda it, ann: it.open("bob", ann), NotFound),
    "last_turn": (lambda it, ann: it.last_turn("bob", ann), NotFound),
    "start": (lambda it, ann: it.start("bob", ann, "Hi"), NotFound),
    "answer_again": (lambda it, ann: it.answer_again("bob", ann), NotFound),
    "ask_instead": (lambda it, ann: it.ask_instead("bob", ann, INSTEAD), NotFound),
    "stop": (lambda it, ann: it.stop("bob", ann), False),
    "move": (lambda it, _: it.move("bob", "eve"), None),
    "check_provider": (lambda it, _: it.check_provider("bob").problem, None),
}
"""What Bob attempts with each method, and what he gets."""
TRIPS: Mapping[str, tuple[Attempt, object]] = {
    "begin": (lambda it, ann: it.begin("bob") != ann, True),
    "save": (lambda it, ann: it.save("bob", ann, "Mine"), NotFound),
    "saved": (lambda it, _: it.saved("bob"), ()),
    "search": (lambda it, _: it.search("bob", TRIP), ()),
    "duplicate": (lambda it, ann: it.duplicate("bob", ann), NotFound),
    "add_imported": (lambda it, ann: it.add_imported("bob", chat(ann)) != ann, True),
    "delete": (lambda it, ann: it.delete("bob", ann), NotFound),
    "restore": (lambda it, ann: it.restore("bob", ann), NotFound),
    "choose_branch": (lambda it, ann: it.choose_branch("bob", ann, FIRST_ROW), NotFound),
    "edit_itinerary": (lambda it, ann: it.edit_itinerary("bob", ann, lambda now: now), NotFound),
    "undo_edit": (lambda it, ann: it.undo_edit("bob", ann), NotFound),
}
SHARES: Mapping[str, tuple[Attempt, object]] = {
    "share": (lambda it, ann: it.share("bob", ann, with_chat=True), NotFound),
    "shared": (lambda it, ann: it.shared("bob", ann), NotFound),
    "revoke": (lambda it, ann: it.revoke("bob", ann), NotFound),
}
KEPT: Mapping[str, tuple[Attempt, object]] = {
    "load": (lambda it, ann: it.load("bob", ann), NotFound),
    "save": (lambda it, ann: it.save("bob", ann, "Mine"), NotFound),
    "delete": (lambda it, ann: it.delete("bob", ann), NotFound),
    "saved": (lambda it, _: it.saved("bob"), ()),
    "move": (lambda it, _: it.move("bob", "eve"), None),
    "latest": (lambda it, _: it.latest("bob"), None),
    "search": (lambda it, _: it.search("bob", TRIP, 9), ()),
    "restore": (lambda it, ann: it.restore("bob", ann), NotFound),
    "branch": (lambda it, ann: it.branch("bob", chat(ann), 0), NotFound),
    "choose_branch": (lambda it, ann: it.choose_branch("bob", ann, FIRST_ROW), NotFound),
}
STORE: Mapping[str, tuple[Attempt, object]] = {
    **KEPT,
    "revision": (lambda it, ann: it.revision("bob", ann), NotFound),
    "merge": (lambda it, ann: it.merge("bob", chat(ann)), NotFound),
    "write": (lambda it, ann: it.write("bob", chat(ann), 0), NotFound),
}
CONVERSATIONS: Mapping[str, tuple[Attempt, object]] = {
    **KEPT,
    "begin": (lambda it, ann: it.begin("bob", ann), None),
    "keep": (lambda it, ann: it.keep("bob", chat(ann), 0), NotFound),
    "add": (lambda it, ann: it.add("bob", chat(ann)), NotFound),
}
LISTS: Mapping[type, Mapping[str, tuple[Attempt, object]]] = {
    Assistant: ASSISTANT,
    Trips: TRIPS,
    Sharing: SHARES,
    Shares: SHARES,
    Store: STORE,
    Conversations: CONVERSATIONS,
}
METHODS = [(kind, name) for kind, listed in LISTS.items() for name in listed]


@pytest.mark.parametrize("kind", LISTS)
def test_every_method_that_takes_an_owner_is_in_the_matrix(kind: type) -> None:
    assert not unlisted(public_methods(kind, "owner"), LISTS[kind])


@at_rest_and_running
@pytest.mark.parametrize(("kind", "name"), METHODS)
def test_a_method_gives_bob_nothing_and_changes_nothing(
    world: World, kind: type, name: str, runs: bool
) -> None:
    assistant, conversation = world.assistant, world.begun("ann")
    turn = world.halted("ann", conversation) if runs else None
    before = world.rows(conversation)
    of_the_file = (Store(world.database), Shares(world.database))
    of_the_app = (assistant, assistant.trips, assistant.sharing, assistant.conversations)
    [target] = [each for each in (*of_the_file, *of_the_app) if isinstance(each, kind)]
    attempt, expected = LISTS[kind][name]
    if expected is NotFound:
        with pytest.raises(NotFound):
            attempt(target, conversation)
    else:
        assert attempt(target, conversation) == expected
    assert world.rows(conversation) == before
    assert assistant.open("ann", conversation)[1] is turn
    assert turn is None or not turn.log.finished
    assert assistant.current("ann") == conversation
    for other in ("bob", "eve"):
        assert assistant.current(other) != conversation
        with pytest.raises(NotFound):
            assistant.open(other, conversation)


def test_of_all_owners_only_old_drafts_and_what_is_deleted_go(world: World) -> None:
    """The one method of the store that names no owner."""
    conversation = world.begun("ann")
    before = world.rows(conversation)
    Store(world.database).purge(datetime.now(UTC))
    assert world.rows(conversation) == before
    assert public_methods(Store) - public_methods(Store, "owner") == {"purge"}


def test_who_has_moved_is_in_no_conversation_any_more(world: World) -> None:
    assistant, conversation = world.assistant, world.begun("browser")
    assert assistant.move("browser", "ann") == conversation
    assert assistant.current("ann") == conversation
    assert assistant.current("browser") != conversation
    assert assistant.trips.saved("browser") == ()
