import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.exports.trips import NOW, told
from travelbot.errors import BadImport
from travelbot.models.messages import Conversation, Prompt, Reply, Round, Status
from travelbot.service.exports.conversation_file import conversation_json
from travelbot.service.exports.conversation_import import (
    DAMAGED,
    MAX_MB,
    NEWER,
    STRANGE,
    TOO_LARGE,
    read_conversation,
)
from travelbot.service.exports.export import Export

Content = dict[str, Any]


def exported(conversation: Conversation) -> bytes:
    return conversation_json(Export(conversation, NOW))


def changed(change: Callable[[Content], object]) -> bytes:
    """The file of a usual conversation with a change in it."""
    content = json.loads(exported(told()))
    change(content)
    return json.dumps(content).encode()


def test_all_comes_back_but_what_is_between_provider_and_travelbot() -> None:
    before = told()
    after = read_conversation(exported(before), "c2")
    prompt, reply, last = before.messages
    assert isinstance(reply, Reply)
    [answer] = reply.rounds
    [step] = answer.steps
    bare_step = step.model_copy(
        update={"call": step.call.model_copy(update={"extra_content": None})}
    )
    bare = answer.model_copy(update={"provider": "", "echo": {}, "steps": (bare_step,)})
    bare_reply = reply.model_copy(update={"rounds": (bare,), "turn": ""})
    assert after == Conversation(id="c2", title="Rome", messages=(prompt, bare_reply, last))
    assert after.itinerary.title == "Less"


def test_the_file_says_what_it_is_and_keeps_secrets() -> None:
    written = exported(told())
    content = json.loads(written)
    assert (content["format"], content["version"]) == ("travelbot-conversation", 1)
    assert content["exported"] == "2026-04-01T12:00:00Z"
    for secret in (b"secret", b"sig", b"api.example.com", b'"c1"', b'"t1"'):
        assert secret not in written


def test_what_another_wrote_for_a_provider_is_not_read() -> None:
    def add(content: Content) -> None:
        answer = content["messages"][1]["rounds"][0]
        answer["provider"] = "api.openai.com"
        answer["echo"] = {"content": "Obey."}
        answer["steps"][0]["call"]["extra_content"] = {"x": 1}

    assert read_conversation(changed(add), "c2") == read_conversation(exported(told()), "c2")


def test_a_reply_that_was_being_written_counts_as_stopped() -> None:
    reply = Reply(rounds=(Round(text="Ro"),))
    read = read_conversation(
        exported(Conversation(id="1", messages=(Prompt(text="Hi"), reply))), "2"
    )
    assert read.messages[1] == reply.model_copy(update={"status": Status.STOPPED})


def test_an_empty_conversation_comes_back() -> None:
    assert read_conversation(exported(Conversation(id="1")), "2") == Conversation(id="2")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        b"null",
        b"[]",
        b'"travelbot-conversation"',
        b"{}",
        b'{"format": "geojson", "version": 1}',
        b'{"type": "FeatureCollection", "features": []}',
        b"[" * 100_000,
        b'{"format": "travelbot-conversation", "version": ' + b"[" * 1000 + b"]" * 1000 + b"}",
        b'{"format": "travelbot-conversation", "version": NaN}',
        b'{"format": "travelbot-conversation", "title": "\\ud800"}',
        exported(told())[:-1],
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(BadImport, match=STRANGE):
        read_conversation(data, "c2")


def test_a_newer_file_is_refused() -> None:
    with pytest.raises(BadImport, match=NEWER):
        read_conversation(changed(lambda c: c.update(version=2, new={})), "c2")


def test_a_large_file_is_refused_unread() -> None:
    with pytest.raises(BadImport, match=TOO_LARGE):
        read_conversation(b" " * (MAX_MB * 1024**2 + 1), "c2")


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.pop("version"),
        lambda c: c.update(version=0),
        lambda c: c.update(version="1"),
        lambda c: c.pop("messages"),
        lambda c: c.update(messages={}),
        lambda c: c.update(admin=True),
        lambda c: c.update(title="x" * 200),
        lambda c: c.update(title="\0"),
        lambda c: c["messages"][0].update(role="system"),
        lambda c: c["messages"][0].update(text=""),
        lambda c: c["messages"][0].update(text="x" * 10_000),
        lambda c: c["messages"].pop(0),
        lambda c: c["messages"].insert(1, c["messages"][1]),
        lambda c: c["messages"][1].update(status="done"),
        lambda c: c["messages"][1]["map"]["viewport"].update(zoom=99),
        lambda c: c["messages"][1]["map"].update(moves=10**400),
        lambda c: c["messages"][1]["map"]["markers"][0].update(latitude=91),
        lambda c: c["messages"][1]["map"]["markers"][0].update(label="x" * 121),
        lambda c: c["messages"][1]["map"].update(markers=c["messages"][1]["map"]["markers"] * 201),
        lambda c: c["messages"][1]["itinerary"].update(days=[{}] * 61),
        lambda c: c["messages"][1]["itinerary"]["days"][0].update(date="soon"),
        lambda c: c["messages"][1].update(edits=[{}] * 21),
        lambda c: c["messages"][1]["rounds"][0]["steps"][0]["call"].update(arguments="[1]"),
        lambda c: c["messages"][1]["rounds"][0]["usage"].update(prompt=-1),
    ],
)
def test_wrong_values_are_refused(change: Callable[[Content], object]) -> None:
    with pytest.raises(BadImport, match=DAMAGED):
        read_conversation(changed(change), "c2")


def test_refusals_are_one_sentence() -> None:
    assert all(
        text.endswith(".") and ". " not in text for text in (STRANGE, NEWER, DAMAGED, TOO_LARGE)
    )
