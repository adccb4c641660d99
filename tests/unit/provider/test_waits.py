"""How long providers ask to wait: in headers, in milliseconds, or in words."""

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest

from travelbot.service.provider.waits import wait_of


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0.05"}, 0.05),
        ({"retry-after": "-3"}, 0),
        ({"retry-after-ms": "2600"}, 2.6),
        ({"retry-after-ms": "2600", "retry-after": "3"}, 2.6),
        ({"retry-after-ms": "soon", "retry-after": "3"}, 3),
        ({"retry-after": "Wed, 01 Jan 2020 00:00:00 GMT"}, 0),
    ],
)
def test_a_wait_in_the_headers(headers: dict[str, str], seconds: float) -> None:
    assert wait_of(headers, "try again in 99s") == pytest.approx(seconds)


@pytest.mark.parametrize("hours", [0, 2, -8])
def test_a_date_in_the_headers(hours: int) -> None:
    until = datetime.now(timezone(timedelta(hours=hours))) + timedelta(seconds=30)
    wait = wait_of({"retry-after": format_datetime(until)}, "")
    assert wait is not None
    assert 28 < wait <= 30


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Rate limit reached. Please try again in 12.4s.", 12.4),
        ("Rate limit reached. Please try again in 900ms.", 0.9),
        ("Please try again in 1m12.5s. Visit https://x.test/2024", 72.5),
        ("Please try again in 2h3m4s.", 7384),
        ("Please try again in 1h0m0.5s", 3600.5),
        ("Please retry in 20 seconds.", 20),
        ("Try again in 1 second", 1),
        ("Please wait 2 minutes and 5 seconds before the next request", 125),
        ("Please retry after 26 seconds. Go to https://x.test for more.", 26),
        ("Please retry after 500 milliseconds.", 0.5),
        ("try again in 3 min", 180),
        ("{'@type': 'type.googleapis.com/google.rpc.RetryInfo', 'retryDelay': '36s'}", 36),
        ('{"retryDelay": "36.5s"}', 36.5),
        ("{'retry_after': 4.2}", 4.2),
        ("Please retry in 43.197652s.", 43.197652),
    ],
)
def test_a_wait_in_words(text: str, seconds: float) -> None:
    assert wait_of({}, text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rate limit reached for gpt-4 on tokens per min (TPM): Limit 10000, Used 9000.",
        "You exceeded your current quota, please check your plan.",
        "Please try again later.",
        "Too many requests: 20 in 1m",
    ],
)
def test_no_wait_is_told(text: str) -> None:
    assert wait_of({}, text) is None


def test_a_wait_without_end_is_a_long_one() -> None:
    wait = wait_of({}, f"Please try again in {'9' * 400} hours")
    assert wait is not None
    assert wait < 1e13


@pytest.mark.parametrize("header", ["nan", "inf", "1e999", "soon", ""])
def test_a_header_that_is_no_time(header: str) -> None:
    assert wait_of({"retry-after": header}, "") is None
