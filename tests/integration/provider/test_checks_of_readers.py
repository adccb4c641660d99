"""Checks that readers begin in the page: beside the turns, and within the host's limits."""

from pathlib import Path

from pydantic import SecretStr

from tests.fakes.moods import KEY, good, provider_in
from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, says
from tests.integration.conftest import Build
from tests.integration.turns import PATIENCE, finish, load, reply_of
from travelbot.service.bootstrap import build_assistant
from travelbot.service.provider.check.findings import Verdict
from travelbot.service.provider.check.probes import PROBES
from travelbot.service.provider.check.run import Check
from travelbot.settings import Endpoint, Settings


def ended(check: Check) -> Check:
    """The check at its end."""
    assert check.wait(PATIENCE)
    return check


def test_each_request_counts_as_a_turn(build: Build, provider: FakeOpenAI) -> None:
    assistant = build(OPENAI_BASE_URL=provider.url, TRAVELBOT_TURNS_PER_MINUTE="3")
    check = ended(assistant.check_provider("ann"))
    assert len(check.findings) == len(provider.requests) == 3
    assert check.problem is not None
    assert "wait" in check.problem


def test_the_hosts_budget_ends_a_check(build: Build, provider: FakeOpenAI) -> None:
    assistant = build(OPENAI_BASE_URL=provider.url, TRAVELBOT_TOKENS_PER_DAY="10")
    check = ended(assistant.check_provider("ann"))
    assert len(provider.requests) == 1
    assert check.problem is not None
    assert "key of your own" in check.problem
    own = Endpoint(base_url=provider.url, model="mine")
    assert ended(assistant.check_provider("ann", own)).problem is None


def test_a_stranger_checks_nothing_in_the_hosts_own_network(
    build: Build, provider: FakeOpenAI
) -> None:
    own = Endpoint(base_url=provider.url, model="mine")
    [finding] = ended(build().check_provider("ann", own, "203.0.113.9")).findings
    assert finding.verdict == Verdict.FAILS
    assert provider.requests == []


def test_a_check_ends_with_its_process(database: Path, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([gate]))
    settings = {"OPENAI_BASE_URL": provider.url, "TRAVELBOT_DB": str(database)}
    assistant = build_assistant(Settings.read(settings))
    check = assistant.check_provider("ann")
    assert gate.reached.wait(PATIENCE)
    assistant.close()
    assert provider.hung_up.wait(PATIENCE)
    assert not ended(check).findings


def test_a_check_leaves_the_running_reply_alone(build: Build, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([gate, *says("Done").pieces]))
    assistant = build(OPENAI_BASE_URL=provider.url)
    turn = assistant.start("ann", "c1", "Go")
    assert gate.reached.wait(PATIENCE)
    with provider_in(good) as checked:
        own = Endpoint(base_url=checked.url, api_key=SecretStr(KEY))
        assert len(ended(assistant.check_provider("ann", own)).findings) == len(PROBES)
    gate.opened.set()
    finish(turn)
    assert reply_of(load(assistant)).text == "Done"
