"""Limits of turns: what they refuse never reaches the provider, and what they end is hung up."""

from collections.abc import Callable
from time import monotonic

import pytest

from tests.fakes.openai_server import Answer, Endless, FakeOpenAI, Gate, event, says
from tests.integration.conftest import Build
from tests.integration.turns import PATIENCE, finish, load, reply_of
from travelbot.errors import Busy, LimitReached, NotFound
from travelbot.models.events import TextDelta
from travelbot.models.messages import Status
from travelbot.service.assistant import Assistant
from travelbot.service.turn import Turn
from travelbot.settings import Endpoint

HOST = {"OPENAI_API_KEY": "sk-host", "TRAVELBOT_MODEL": "big"}


def until_text(turn: Turn) -> None:
    """Wait for the first words."""
    for events in turn.log.follow(PATIENCE):
        if any(isinstance(event, TextDelta) for event in events):
            return


def test_a_turn_too_many_asks_nothing_and_stores_nothing(
    build: Build, provider: FakeOpenAI
) -> None:
    assistant = build(**HOST, OPENAI_BASE_URL=provider.url, TRAVELBOT_TURNS_PER_MINUTE="1")
    finish(assistant.start("ann", "c1", "First"))
    before = load(assistant)
    with pytest.raises(LimitReached):
        assistant.start("ann", "c1", "Second")
    with pytest.raises(LimitReached):
        assistant.start("ann", "c2", "Elsewhere")
    assert len(provider.requests) == 1
    assert load(assistant) == before
    with pytest.raises(NotFound):
        assistant.open("ann", "c2")
    finish(assistant.start("bob", "c3", "First"))


def test_the_process_runs_so_many_turns_at_once(build: Build, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([gate, *says("Done").pieces]))
    assistant = build(**HOST, OPENAI_BASE_URL=provider.url, TRAVELBOT_RUNNING_TURNS="1")
    running = assistant.start("ann", "c1", "First")
    with pytest.raises(Busy, match="many people"):
        assistant.start("bob", "c2", "Second")
    gate.opened.set()
    finish(running)


def test_the_logs_of_running_turns_take_so_much_memory(build: Build, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "x" * 1_100_000}), gate, *says("Done").pieces]))
    assistant = build(
        **HOST,
        OPENAI_BASE_URL=provider.url,
        TRAVELBOT_LOG_MEGABYTES="1",
        TRAVELBOT_REPLY_TOKENS="1000000",
    )
    running = assistant.start("ann", "c1", "First")
    until_text(running)
    with pytest.raises(Busy):
        assistant.start("bob", "c2", "Second")
    gate.opened.set()
    finish(running)
    assert len(provider.requests) == 1


def test_the_hosts_budget_is_spent_and_a_key_of_ones_own_goes_on(
    build: Build, provider: FakeOpenAI
) -> None:
    assistant = build(**HOST, OPENAI_BASE_URL=provider.url, TRAVELBOT_TOKENS_PER_DAY="10")
    finish(assistant.start("ann", "c1", "First"))
    with pytest.raises(LimitReached, match="key of your own"):
        assistant.start("bob", "c2", "Second")
    assert len(provider.requests) == 1
    own = Endpoint(base_url=provider.url, model="mine")
    finish(assistant.start("bob", "c2", "Second", own))
    assert len(provider.requests) == 2


def _stop(assistant: Assistant) -> None:
    assistant.stop("ann", "c1")


def _delete(assistant: Assistant) -> None:
    assistant.trips.delete("ann", "c1")


def _nothing(_: Assistant) -> None:
    """The limit ends it by itself."""


@pytest.mark.parametrize(
    ("end", "settings"),
    [
        (_stop, {}),
        (_delete, {}),
        (_nothing, {"TRAVELBOT_TURN_SECONDS": "0.3"}),
        (_nothing, {"TRAVELBOT_REPLY_TOKENS": "50"}),
    ],
    ids=["stop", "deletion", "wall time", "output tokens"],
)
def test_what_is_ended_is_hung_up_within_a_second(
    build: Build,
    provider: FakeOpenAI,
    end: Callable[[Assistant], None],
    settings: dict[str, str],
) -> None:
    endless = Endless(event({"content": "word "}))
    provider.script(Answer([endless]))
    assistant = build(**HOST, OPENAI_BASE_URL=provider.url, **settings)
    turn = assistant.start("ann", "c1", "Count")
    until_text(turn)
    end(assistant)
    finish(turn)
    ended, sent = monotonic(), endless.sent
    assert provider.hung_up.wait(1)
    assert monotonic() - ended < 1
    assert endless.sent - sent <= 1 / endless.every


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        ({"TRAVELBOT_TURN_SECONDS": "0.3"}, "longer than 0.3 s"),
        ({"TRAVELBOT_REPLY_TOKENS": "50"}, "limit of 50 tokens"),
    ],
)
def test_what_a_limit_ends_is_kept_and_said(
    build: Build, provider: FakeOpenAI, settings: dict[str, str], advice: str
) -> None:
    provider.script(Answer([Endless(event({"content": "word "}))]))
    assistant = build(**HOST, OPENAI_BASE_URL=provider.url, **settings)
    finish(assistant.start("ann", "c1", "Count"))
    reply = reply_of(load(assistant))
    assert reply.status is Status.FAILED
    assert reply.failure is not None
    assert advice in reply.failure.message
    assert reply.text.startswith("word")


def test_a_silent_provider_is_hung_up_at_the_timeout(build: Build, provider: FakeOpenAI) -> None:
    provider.script(Answer([event({"content": "One "}), Gate()]))
    assistant = build(**HOST, OPENAI_BASE_URL=provider.url, TRAVELBOT_TIMEOUT="0.2")
    finish(assistant.start("ann", "c1", "Count"))
    assert provider.hung_up.wait(1)
    assert reply_of(load(assistant)).text == "One"
