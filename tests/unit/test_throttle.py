from threading import Thread

import pytest

from tests.fakes.clock import FakeClock
from travelbot.data.throttle import Breaker, Pace


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def pace(clock: FakeClock) -> Pace:
    return Pace(1.0, patience=3.0, clock=clock.read, sleep=clock.sleep)


def test_turns_are_an_interval_apart(clock: FakeClock, pace: Pace) -> None:
    turns = []
    for _ in range(3):
        assert pace.wait()
        turns.append(clock.read())
    assert turns == [0, 1, 2]


def test_who_comes_later_does_not_wait(clock: FakeClock, pace: Pace) -> None:
    assert pace.wait()
    clock.sleep(5)
    assert pace.wait()
    assert clock.read() == 5


def test_all_threads_share_the_turns_and_none_waits_longer_than_its_patience(
    clock: FakeClock,
) -> None:
    waited: list[float] = []
    pace = Pace(1.0, patience=3.0, clock=clock.read, sleep=waited.append)
    got: list[bool] = []
    threads = [Thread(target=lambda: got.append(pace.wait())) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waited) == [0, 1, 2, 3]
    assert sorted(got) == [False, False, True, True, True, True]


def test_a_breaker_pauses_once_and_then_lets_go(clock: FakeClock) -> None:
    breaker = Breaker(60.0, clock.read)
    assert not breaker.is_open
    assert breaker.trip()
    clock.sleep(59)
    assert breaker.is_open
    assert not breaker.trip()
    clock.sleep(1)
    assert not breaker.is_open
    assert breaker.trip()
