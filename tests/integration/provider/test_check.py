"""What a check finds: in the built-in guide, and in providers good and bad."""

from collections.abc import Callable

import pytest
from pydantic import SecretStr

from tests.fakes.moods import KEY, Mood, broken, good, provider_in, sloppy, strict
from tests.fakes.openai_server import FakeOpenAI, fails
from tests.integration.provider.conftest import Table, table_of
from travelbot.service.provider.check.findings import Verdict
from travelbot.service.provider.check.probes import LONG, PROBES

CheckIn = Callable[[Mood], Table]


def verdicts(table: Table) -> list[str]:
    """In the order of the probes, of which none is missing."""
    assert list(table) == list(PROBES)
    return [finding.verdict for finding in table.values()]


def test_the_guide_can_do_everything() -> None:
    table = table_of(TRAVELBOT_GUIDE_PACE=0)
    assert verdicts(table) == [Verdict.WORKS] * len(PROBES)
    assert table["parallel calls"].remark == "2 calls came in one answer."
    assert table["wrong key"].remark == "Takes any key."


def test_a_good_provider_can_do_everything(check_in: CheckIn) -> None:
    table = check_in(good)
    assert verdicts(table) == [Verdict.WORKS] * len(PROBES)
    assert "6 parts" in table["text stream"].remark
    assert table["wrong key"].remark == "A wrong key is refused."


def test_what_a_sloppy_provider_breaks_is_worked_around(check_in: CheckIn) -> None:
    table = check_in(sloppy)
    assert verdicts(table) == [
        *[Verdict.WORKED_AROUND] * 4,
        *[Verdict.WORKS] * 2,
        Verdict.UNCLEAR,
    ]
    assert "No finish reason" in table["text stream"].remark
    assert "without an index" in table["tool call"].remark
    assert "sent twice" in table["parallel calls"].remark
    assert "comes whole" in table["tool result"].remark
    assert "weren't heeded" in table["long input"].remark


def test_a_strict_provider_takes_what_the_app_sends(check_in: CheckIn) -> None:
    table = check_in(strict)
    assert verdicts(table) == [Verdict.WORKS] * 6 + [Verdict.FAILS]
    assert table["parallel calls"].remark == "One call at a time."
    assert "choose a larger context" in table["long input"].remark


def test_what_fails_at_a_broken_provider_says_what_to_do(check_in: CheckIn) -> None:
    table = check_in(broken)
    assert [verdict == Verdict.FAILS for verdict in verdicts(table)] == [
        probe != "stop" for probe in PROBES
    ]
    remarks = [finding.remark for finding in table.values()]
    assert not any("Retry" in remark or KEY in remark for remark in remarks)
    assert "unusable arguments" in table["tool call"].remark
    assert "connection broke" in table["parallel calls"].remark
    assert "doesn't answer" in table["long input"].remark


@pytest.mark.parametrize(
    ("status", "error", "advice"),
    [(401, {"message": "no"}, "API key"), (404, {"code": "model_not_found"}, "no chat model")],
)
def test_where_nothing_can_be_asked_the_check_ends(
    provider: FakeOpenAI, status: int, error: dict[str, str], advice: str
) -> None:
    provider.script(fails(status, error))
    table = table_of(OPENAI_BASE_URL=provider.url, OPENAI_API_KEY=SecretStr(KEY))
    assert list(table) == ["text stream"]
    assert advice in table["text stream"].remark
    assert len(provider.requests) == 1


def test_a_busy_provider_may_be_able_to_do_it(provider: FakeOpenAI) -> None:
    provider.script(fails(429, {"message": "slow"}, retry_after="70"))
    table = table_of(OPENAI_BASE_URL=provider.url, OPENAI_API_KEY=SecretStr(KEY))
    assert table["text stream"].verdict == Verdict.UNCLEAR
    assert "wait 70 s, then check again" in table["text stream"].remark


def test_the_key_goes_to_no_probe_of_a_wrong_one() -> None:
    with provider_in(good) as provider:
        table_of(OPENAI_BASE_URL=provider.url, OPENAI_API_KEY=SecretStr(KEY))
    others = [h for h in provider.headers if h["authorization"] != f"Bearer {KEY}"]
    assert len(others) == 1
    assert KEY not in str(others)


def test_a_check_is_short() -> None:
    with provider_in(good) as provider:
        table_of(OPENAI_BASE_URL=provider.url, OPENAI_API_KEY=SecretStr(KEY))
    assert len(provider.requests) == len(PROBES) + 1
    assert sum(LONG in str(request) for request in provider.requests) == 1
