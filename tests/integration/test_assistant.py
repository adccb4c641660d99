import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlite_utils import Database

from tests.fakes.openai_server import (
    DONE,
    Answer,
    Cut,
    FakeOpenAI,
    Gate,
    calls,
    event,
    fails,
    says,
)
from tests.integration.conftest import Build
from travelbot.data.store import Store
from travelbot.errors import (
    BadPrompt,
    NoConnection,
    NotFound,
    ProviderError,
    StoreError,
    TurnRunning,
    WrongKey,
)
from travelbot.models.events import MapUpdated, TextDelta, ToolFinished, TurnEvent
from travelbot.models.messages import Conversation, Prompt, Reply, Status
from travelbot.service.assistant import MAX_PROMPT, Assistant
from travelbot.service.conversations import Conversations
from travelbot.service.turn import MAX_ROUNDS, Turn
from travelbot.settings import Endpoint

PATIENCE = 5.0
DRAW = {
    "view": {"latitude": 35.68, "longitude": 139.69, "zoom": 11},
    "markers": [{"latitude": 35.68, "longitude": 139.69, "label": "Tokyo"}],
}
MAP_TOOL = "update_map_and_markers"


def finish(turn: Turn) -> list[TurnEvent]:
    """All events of a turn."""
    return [event for events in turn.log.follow(PATIENCE) for event in events]


def reply_of(conversation: Conversation) -> Reply:
    """The last message, which must be a reply."""
    reply = conversation.messages[-1]
    assert isinstance(reply, Reply)
    return reply


def load(assistant: Assistant) -> Conversation:
    """The conversation as stored, with no turn running in it."""
    conversation, turn = assistant.open("ann", "c1")
    assert turn is None
    return conversation


def test_a_turn_streams_draws_and_is_kept(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW), says("Tokyo ", "it is."))
    events = finish(assistant.start("ann", "c1", "Let's visit Tokyo"))
    kinds = [type(event) for event in events]
    assert kinds.index(MapUpdated) < kinds.index(ToolFinished) < kinds.index(TextDelta)
    reply = reply_of(load(assistant))
    assert (reply.status, reply.text) == (Status.COMPLETE, "Tokyo it is.")
    assert [step.label for step in reply.steps] == ["Pinned Tokyo"]
    assert reply.map is not None
    assert reply.map.markers[0].label == "Tokyo"


def test_what_the_provider_is_sent(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW, "call_x"), says("Done."))
    finish(assistant.start("ann", "c1", "Tokyo"))
    first, second = provider.requests
    assert provider.headers[0]["authorization"] == "Bearer sk-host"
    assert (first["model"], first["stream"]) == ("big", True)
    assert [m["role"] for m in first["messages"]] == ["system", "user"]
    assert [tool["function"]["name"] for tool in first["tools"]] == ["find_places", MAP_TOOL]
    assert [m["role"] for m in second["messages"]] == ["system", "user", "assistant", "tool"]
    assert second["messages"][2]["tool_calls"][0]["id"] == "call_x"
    assert json.loads(second["messages"][3]["content"])["ok"] is True
    assert "Tokyo (35.68" in second["messages"][0]["content"]


def test_a_refused_tool_call_can_be_corrected(assistant: Assistant, provider: FakeOpenAI) -> None:
    wrong = {"view": {"latitude": 135, "longitude": 35, "zoom": 11}}
    provider.script(calls(MAP_TOOL, wrong), calls(MAP_TOOL, DRAW), says("There."))
    finish(assistant.start("ann", "c1", "Tokyo"))
    reply = reply_of(load(assistant))
    assert [step.ok for step in reply.steps] == [False, True]
    assert "view.latitude" in provider.requests[1]["messages"][-1]["content"]
    assert reply.map is not None
    assert reply.map.viewport.latitude == 35.68


def test_broken_arguments_do_not_poison_the_conversation(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    provider.script(calls(MAP_TOOL, '{"view": {"lat'), says("Sorry."))
    finish(assistant.start("ann", "c1", "Tokyo"))
    sent = provider.requests[1]["messages"]
    assert sent[2]["tool_calls"][0]["function"]["arguments"] == "{}"
    assert "not valid JSON" in sent[3]["content"]


def test_a_model_that_only_calls_tools_is_ended(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW))
    finish(assistant.start("ann", "c1", "Tokyo"))
    reply = reply_of(load(assistant))
    assert reply.failure is not None
    assert "rephrase" in reply.failure.message
    assert len(provider.requests) == MAX_ROUNDS


def test_two_readers_see_the_same_turn_live(assistant: Assistant, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    turn = assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    conversation, same = assistant.open("ann", "c1")
    assert same is turn
    assert conversation.messages == (Prompt(text="Count"),)
    gate.opened.set()
    assert finish(turn) == finish(turn)


def test_stopping_keeps_the_text_and_hangs_up(assistant: Assistant, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    turn = assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    for events in turn.log.follow(PATIENCE):
        if any(isinstance(e, TextDelta) for e in events):
            break
    assistant.stop("ann", "c1")
    finish(turn)
    assert provider.hung_up.wait(1)
    reply = reply_of(load(assistant))
    assert (reply.status, reply.text) == (Status.STOPPED, "One")


def test_stopping_before_the_provider_answers_hangs_up(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    gate = Gate()
    provider.script(Answer([gate, *says("late").pieces]))
    turn = assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    assistant.stop("ann", "c1")
    finish(turn)
    assert provider.hung_up.wait(1)
    assert reply_of(load(assistant)).status is Status.STOPPED


def test_one_reply_at_a_time(assistant: Assistant, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([gate, *says("Done").pieces]))
    turn = assistant.start("ann", "c1", "First")
    with pytest.raises(TurnRunning):
        assistant.start("ann", "c1", "Second")
    other = assistant.start("ann", "c2", "Elsewhere")
    gate.opened.set()
    finish(turn)
    finish(other)
    assert [m.text for m in load(assistant).messages] == ["First", "Done"]


def test_a_crash_loses_at_most_the_last_second(
    assistant: Assistant, provider: FakeOpenAI, build: Build
) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "Half a "}), gate, *says("reply").pieces]))
    assistant.start("ann", "c1", "Tell me")
    assert gate.reached.wait(PATIENCE)
    after = build()
    reply = Reply()
    while reply.text != "Half a":
        conversation, _ = after.open("ann", "c1")
        reply = next((m for m in conversation.messages if isinstance(m, Reply)), reply)
    assert reply.status is Status.STREAMING
    assistant.stop("ann", "c1")


def test_regenerating_replaces_the_last_reply(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW), says("First."), says("Second."))
    finish(assistant.start("ann", "c1", "Tokyo"))
    finish(assistant.answer_again("ann", "c1"))
    conversation = load(assistant)
    assert [m.text for m in conversation.messages] == ["Tokyo", "Second."]
    assert conversation.map.markers == ()


def test_editing_replaces_the_last_prompt(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(says("One."), says("Two."), says("Three."))
    finish(assistant.start("ann", "c1", "a"))
    finish(assistant.start("ann", "c1", "b"))
    finish(assistant.answer_again("ann", "c1", "c"))
    assert [m.text for m in load(assistant).messages] == ["a", "One.", "c", "Three."]
    assert [m["content"] for m in provider.requests[-1]["messages"][1:]] == ["a", "One.", "c"]


@pytest.mark.parametrize(
    ("prompt", "advice"), [("  \0 ", "Type where"), ("x" * (MAX_PROMPT + 1), "Shorten")]
)
def test_a_prompt_that_cannot_be_sent_is_not_stored(
    assistant: Assistant, prompt: str, advice: str
) -> None:
    with pytest.raises(BadPrompt, match=advice):
        assistant.start("ann", "c1", prompt)
    with pytest.raises(NotFound):
        assistant.open("ann", "c1")


@pytest.mark.parametrize(
    ("answer", "code", "advice"),
    [
        (fails(401, {"message": "Incorrect API key sk-host"}), "wrong_key", "enter another one"),
        (fails(404, {"code": "model_not_found"}), "unknown_model", "“big”"),
        (fails(400, {"message": "maximum context length"}), "context_too_long", "start a new one"),
        (fails(400, "<html>no</html>"), "provider", "press Retry"),
        (Answer([event({"content": "Half"}), Cut()]), "cut_off", "press Retry"),
        (Answer([event({"content": "Half"}), DONE]), "cut_off", "press Retry"),
        (Answer([event({"content": "Long"}, "length"), DONE]), "cut_off", "go on"),
        (Answer([event({}, "content_filter"), DONE]), "cut_off", "rephrase"),
        (Answer([DONE]), "cut_off", "press Retry"),
        (Answer([b"data: {broken\n\n"]), "cut_off", "press Retry"),
        (Answer([b'data: {"error": {"message": "overloaded"}}\n\n']), "provider", "press Retry"),
    ],
)
def test_a_failure_is_one_sentence_and_keeps_the_text(
    assistant: Assistant,
    provider: FakeOpenAI,
    answer: Answer,
    code: str,
    advice: str,
) -> None:
    provider.script(answer)
    finish(assistant.start("ann", "c1", "Go"))
    reply = reply_of(load(assistant))
    assert reply.failure is not None
    assert reply.failure.code == code
    assert advice in reply.failure.message
    assert "sk-host" not in reply.failure.message
    assert reply.text == next((t for t in ("Half", "Long") if t in str(answer.pieces)), "")


def test_a_rate_limit_says_how_long_to_wait(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(fails(429, {"message": "slow"}, retry_after="70"))
    finish(assistant.start("ann", "c1", "Go"))
    failure = reply_of(load(assistant)).failure
    assert failure is not None
    assert "wait 70 s" in failure.message


def test_no_connection_is_told(guided: Assistant) -> None:
    nobody = Endpoint(base_url="http://127.0.0.1:9/v1", model="big")
    finish(guided.start("ann", "c1", "Go", nobody))
    failure = reply_of(load(guided)).failure
    assert failure is not None
    assert (failure.code, "check the connection" in failure.message) == ("no_connection", True)


def test_the_log_has_the_traceback_and_no_key(
    assistant: Assistant, provider: FakeOpenAI, caplog: pytest.LogCaptureFixture
) -> None:
    provider.script(fails(401, {"message": "Incorrect API key: sk-host"}))
    with caplog.at_level(logging.DEBUG):
        finish(assistant.start("ann", "c1", "Go"))
    assert "Traceback" in caplog.text
    assert "Incorrect API key: [key]" in caplog.text
    assert "sk-host" not in caplog.text


def test_a_visitors_own_endpoint_is_used_for_that_turn_only(
    guided: Assistant, provider: FakeOpenAI
) -> None:
    finish(guided.start("ann", "c1", "Hello", Endpoint(base_url=provider.url, model="mine")))
    finish(guided.start("ann", "c1", "Hello"))
    assert [request["model"] for request in provider.requests] == ["mine"]


def test_the_guide_goes_through_the_same_client(guided: Assistant) -> None:
    finish(guided.start("ann", "c1", "Let's visit Tokyo Japan"))
    reply = reply_of(load(guided))
    assert "capital of Japan" in reply.text
    assert reply.map is not None
    assert reply.map.markers[0].label == "Tokyo"


def test_saving_listing_renaming_deleting(guided: Assistant, build: Build) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    guided.save("ann", "c1", "  To   Rome ")
    later = build()
    assert [(s.title, s.messages) for s in later.saved("ann")] == [("To Rome", 2)]
    assert later.open("ann", "c1")[0].map.markers[0].label == "Rome"
    later.delete("ann", "c1")
    with pytest.raises(NotFound):
        guided.open("ann", "c1")


def test_deleting_in_the_middle_of_a_reply_ends_it(
    assistant: Assistant, provider: FakeOpenAI
) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    assistant.start("ann", "c1", "Count")
    assert gate.reached.wait(PATIENCE)
    assistant.delete("ann", "c1")
    assert provider.hung_up.wait(1)
    with pytest.raises(NotFound):
        assistant.open("ann", "c1")


def test_owners_do_not_see_each_other(guided: Assistant) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    guided.save("ann", "c1", "Rome")
    assert guided.saved("bob") == ()
    with pytest.raises(NotFound):
        guided.open("bob", "c1")
    with pytest.raises(NotFound):
        guided.answer_again("bob", "c1")
    with pytest.raises(NotFound):
        guided.delete("bob", "c1")
    assert guided.saved("ann")


def test_the_chat_goes_on_without_a_store(guided: Assistant, database: Path) -> None:
    database.write_bytes(b"not a database " * 100)
    new = guided.begin("ann")
    finish(guided.start("ann", new, "Rome"))
    finish(guided.start("ann", new, "Paris"))
    conversation, _ = guided.open("ann", new)
    assert [m.text for m in conversation.messages if isinstance(m, Prompt)] == ["Rome", "Paris"]
    assert "damaged" in (guided.conversations.problem or "")
    assert database.read_bytes() == b"not a database " * 100
    with pytest.raises(StoreError):
        guided.open("bob", new)


def test_what_the_store_missed_is_kept_when_it_is_back(
    guided: Assistant, database: Path, build: Build
) -> None:
    new = guided.begin("ann")
    database.write_bytes(b"not a database " * 100)
    finish(guided.start("ann", new, "Rome"))
    database.unlink()
    finish(guided.start("ann", new, "Paris"))
    assert guided.conversations.problem is None
    assert len(build().open("ann", new)[0].messages) == 4


def test_a_passing_fault_of_the_store_erases_nothing(
    guided: Assistant, database: Path, build: Build
) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    aside = database.rename(database.with_name("aside.db"))
    database.write_bytes(b"not a database " * 100)
    finish(guided.start("ann", "c1", "Paris"))
    stranger = build()
    with pytest.raises(StoreError):
        stranger.start("ann", "c1", "Madrid")
    aside.rename(database)
    finish(guided.start("ann", "c1", "Vienna"))
    stored, _ = build().open("ann", "c1")
    prompts = [m.text for m in stored.messages if isinstance(m, Prompt)]
    assert prompts == ["Rome", "Paris", "Vienna"]


def test_a_message_of_another_version_is_told(guided: Assistant, database: Path) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    db = Database(database)
    db.execute("update messages set body = ?", ['{"role": "user", "text": "x", "mood": "new"}'])
    db.close()
    with pytest.raises(StoreError, match="another version"):
        Conversations(Store(database)).load("ann", "c1")


def test_half_characters_are_joined(assistant: Assistant, provider: FakeOpenAI) -> None:
    provider.script(says("Wow \ud83d", "\ude00 and \udc00!"))
    finish(assistant.start("ann", "c1", "Go"))
    reply = reply_of(load(assistant))
    assert reply.text == "Wow \U0001f600 and \ufffd!"
    assert reply.status is Status.COMPLETE


def test_text_beside_the_tool_call_is_an_answer(assistant: Assistant, provider: FakeOpenAI) -> None:
    call = {"index": 0, "id": "a", "function": {"name": MAP_TOOL, "arguments": json.dumps(DRAW)}}
    spoken = Answer(
        [event({"content": "Here."}), event({"tool_calls": [call]}, "tool_calls"), DONE]
    )
    provider.script(spoken, Answer([event({}, "stop"), DONE]))
    finish(assistant.start("ann", "c1", "Go"))
    reply = reply_of(load(assistant))
    assert (reply.status, reply.failure, reply.text) == (Status.COMPLETE, None, "Here.")


def test_a_silent_provider_is_given_up(build: Build, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "Half"}), gate, DONE]))
    assistant = build(OPENAI_BASE_URL=provider.url, TRAVELBOT_TIMEOUT="0.3")
    finish(assistant.start("ann", "c1", "Go"))
    failure = reply_of(load(assistant)).failure
    assert failure is not None
    assert "doesn't answer" in failure.message
    assert len(provider.requests) == 1


@pytest.mark.parametrize(
    ("endpoint", "error"),
    [
        (Endpoint(base_url="http://host:abc/v1"), NoConnection),
        (Endpoint(base_url="http://[::1/v1"), NoConnection),
        (Endpoint(base_url="localhost"), NoConnection),
        (Endpoint(api_key=SecretStr("sk-…")), WrongKey),
        (Endpoint(api_key=SecretStr("sk-a\nb")), WrongKey),
    ],
)
def test_an_unusable_endpoint_is_told_before_anything_is_stored(
    guided: Assistant, endpoint: Endpoint, error: type[ProviderError]
) -> None:
    with pytest.raises(error, match="under Model"):
        guided.start("ann", "c1", "Go", endpoint)
    with pytest.raises(NotFound):
        guided.open("ann", "c1")


def test_a_new_conversation_clears_drafts_of_a_month_ago(guided: Assistant, database: Path) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    db = Database(database)
    long_ago = datetime.now(UTC) - timedelta(days=31)
    db.table("conversations").update("c1", {"updated_at": long_ago.isoformat()})
    db.close()
    finish(guided.start("bob", "c2", "Paris"))
    with pytest.raises(NotFound):
        guided.open("ann", "c1")
    assert guided.open("bob", "c2")
