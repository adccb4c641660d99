"""Checks against a provider in a mood, over real HTTP."""

import asyncio
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from tests.fakes.moods import KEY, Mood, provider_in
from travelbot.service.bootstrap import build_bench
from travelbot.service.provider.check.findings import Finding
from travelbot.service.provider.check.run import findings
from travelbot.settings import Settings

Table = dict[str, Finding]


def table_of(**settings: object) -> Table:
    """What a check finds with these settings, by probe."""

    async def run() -> Table:
        async with build_bench(Settings.model_validate(settings)) as bench:
            return {finding.probe: finding async for finding in findings(bench)}

    return asyncio.run(run())


@pytest.fixture
def check_in() -> Callable[[Mood], Table]:
    """Checks a provider in a mood."""

    def check(mood: Mood) -> Table:
        with provider_in(mood) as provider:
            return table_of(
                OPENAI_BASE_URL=provider.url,
                OPENAI_API_KEY=SecretStr(KEY),
                TRAVELBOT_TIMEOUT=1,
            )

    return check
