from datetime import timedelta

import pytest

from travelbot.durations import in_words
from travelbot.errors import LimitReached
from travelbot.service.limits import ADDRESS_SHARE, Limits
from travelbot.settings import LimitSettings


def limits(**settings: int) -> Limits:
    return Limits(LimitSettings.model_validate(settings))


def test_an_owner_has_so_many_turns_a_minute() -> None:
    counted = limits(turns_per_minute=2)
    counted.take_turn("ann")
    counted.take_turn("ann")
    with pytest.raises(LimitReached, match=r"wait \d+ s, then send it again") as refused:
        counted.take_turn("ann")
    assert timedelta(seconds=50) < refused.value.wait <= timedelta(seconds=61)
    counted.take_turn("bob")


def test_an_owner_has_so_many_turns_a_day() -> None:
    counted = limits(turns_per_day=1)
    counted.take_turn("ann")
    with pytest.raises(LimitReached, match="24 hours"):
        counted.take_turn("ann")


def test_a_refused_turn_is_not_counted() -> None:
    counted = limits(turns_per_minute=1, turns_per_day=2)
    counted.take_turn("ann", "192.0.2.1")
    for _ in range(20):
        with pytest.raises(LimitReached):
            counted.take_turn("ann", "192.0.2.1")
    counted.take_turn("bob", "192.0.2.1")


def test_new_cookies_from_one_address_do_not_help() -> None:
    counted = limits(turns_per_minute=1)
    for number in range(ADDRESS_SHARE):
        counted.take_turn(f"owner {number}", "192.0.2.1")
    with pytest.raises(LimitReached):
        counted.take_turn("another", "192.0.2.1")
    counted.take_turn("another", "192.0.2.2")
    counted.take_turn("local")


def test_the_hosts_tokens_are_for_everybody_together() -> None:
    counted = limits(tokens_per_day=100)
    counted.check_budget()
    counted.spend(60)
    counted.check_budget()
    counted.spend(60)
    with pytest.raises(LimitReached, match="bring a key of your own"):
        counted.check_budget()


def test_without_a_budget_there_is_no_end() -> None:
    counted = limits(tokens_per_day=0)
    counted.spend(10**9)
    counted.check_budget()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 s"),
        (60, "60 s"),
        (61, "2 minutes"),
        (3600, "60 minutes"),
        (3601, "2 hours"),
        (86400, "24 hours"),
    ],
)
def test_waits_are_told_as_people_say_them(seconds: float, words: str) -> None:
    assert in_words(timedelta(seconds=seconds)) == words
