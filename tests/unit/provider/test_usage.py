"""How many tokens servers count, and where they say it: one test per quirk."""

import pytest

from tests.unit.provider.streams import chunk, read, says
from travelbot.models.usage import Usage
from travelbot.service.provider.usage import estimated

COUNTS = {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}


@pytest.mark.parametrize(
    "last",
    [
        {"choices": [], "usage": COUNTS},
        {"usage": COUNTS},
        chunk({}, "stop", usage=COUNTS),
        {"choices": [], "x_groq": {"usage": COUNTS}},
    ],
)
def test_usage_wherever_it_stands(last: dict[str, object]) -> None:
    stream = read(says("Hi"), last)
    assert stream.usage == Usage(prompt=5, completion=2)


def test_the_last_usage_wins() -> None:
    early = {"prompt_tokens": 5, "completion_tokens": 0}
    stream = read(chunk({}, usage=early), chunk({}, usage=COUNTS), chunk({}, usage=None))
    assert stream.usage == Usage(prompt=5, completion=2)


@pytest.mark.parametrize(
    "usage", [None, {}, [], 7, {"prompt_tokens": None}, {"prompt_tokens": "5"}, {"total_tokens": 3}]
)
def test_usage_that_counts_nothing(usage: object) -> None:
    assert read(chunk({}, usage=usage)).usage is None


def test_usage_that_is_estimated_says_so() -> None:
    assert estimated(400, 41) == Usage(prompt=100, completion=11, estimated=True)
