"""Runs all probes, one after the other."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from threading import Event

from travelbot import errors
from travelbot.service.provider.check.bench import Bench
from travelbot.service.provider.check.findings import Finding, Verdict
from travelbot.service.provider.check.probes import PROBES, Judged, Probe, text_stream

LOG = logging.getLogger(__name__)

PATIENCE = 90.0
"""Seconds for one probe."""
HOPELESS = (
    errors.WrongKey,
    errors.Refused,
    errors.OutOfCredit,
    errors.UnknownModel,
    errors.WrongAddress,
    errors.NoConnection,
    errors.RateLimited,
)
"""What would end every other probe too, where it ends the first one."""


async def findings(bench: Bench) -> AsyncGenerator[Finding, None]:
    """What each probe finds, as it comes; raises LimitReached."""
    for name, probe in PROBES.items():
        try:
            verdict, remark = await _in_time(probe, bench)
        except errors.ProviderError as error:
            yield Finding(name, _verdict_of(error), _without_retry(error.message))
            if probe is text_stream and isinstance(error, HOPELESS):
                return
        else:
            yield Finding(name, verdict, remark)


class Check:
    """A check that runs on its own: what it has found so far, for any thread."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._ended = Event()
        self.problem: str | None = None
        """Why it ended early, for the reader."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """In the order of the probes."""
        return tuple(self._findings)

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return not self._ended.is_set()

    def wait(self, timeout: float) -> bool:
        """Wait for its end, `timeout` seconds at most; tells whether it has ended."""
        return self._ended.wait(timeout)

    async def run(self, bench: Bench) -> None:
        """Try everything; what goes wrong is told, never raised."""
        try:
            async for finding in findings(bench):
                self._findings.append(finding)
        except errors.TravelbotError as error:
            self.problem = error.message
        except Exception:
            LOG.exception("The check failed")
            self.problem = "Something went wrong here: check again."
        finally:
            self._ended.set()


async def _in_time(probe: Probe, bench: Bench) -> Judged:
    try:
        async with asyncio.timeout(PATIENCE):
            return await probe(bench)
    except TimeoutError as error:
        raise errors.CutOff(f"No end within {PATIENCE:g} s: choose a faster model.") from error


def _verdict_of(error: errors.ProviderError) -> Verdict:
    """A provider that is busy may be able to do it."""
    return Verdict.UNCLEAR if isinstance(error, errors.RateLimited) else Verdict.FAILS


def _without_retry(message: str) -> str:
    """The reader's sentence without the button that only a reply has."""
    return message.replace("press Retry", "check again")
