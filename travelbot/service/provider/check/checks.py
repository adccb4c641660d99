"""Checks of providers for readers of the page, within their limits."""

from concurrent.futures import Future
from datetime import date
from functools import partial

from travelbot.models.trip_map import TripMap
from travelbot.service.limits import Limits
from travelbot.service.loop import BackgroundLoop
from travelbot.service.prompts import system_prompt
from travelbot.service.provider.check.bench import Bench
from travelbot.service.provider.check.run import Check
from travelbot.service.provider.providers import Providers
from travelbot.service.tools import Toolbox
from travelbot.settings import Endpoint


class ProviderChecks:
    """Begins checks, which run beside the turns."""

    def __init__(
        self, providers: Providers, toolbox: Toolbox, limits: Limits, loop: BackgroundLoop
    ) -> None:
        self._providers = providers
        self._toolbox = toolbox
        self._limits = limits
        self._loop = loop
        self._running: set[Future[None]] = set()

    def begin(
        self, owner: str, today: date, endpoint: Endpoint | None = None, address: str = ""
    ) -> Check:
        """Begin to find out what a provider can do; each request counts as a turn of the owner's.

        Raises WrongKey and NoConnection for an unusable endpoint.
        """
        is_hosts = self._providers.is_hosts(endpoint)
        bench = Bench(
            model=self._providers.model(endpoint, address),
            with_wrong_key=self._providers.with_wrong_key(endpoint, address),
            toolbox=self._toolbox,
            instructions=system_prompt(today, TripMap()),
            allow=partial(self._limits.begin, owner, address, is_hosts=is_hosts),
        )
        check = Check()
        task = self._loop.submit(check.run(bench))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return check

    def end_all(self) -> None:
        """End all checks, which ask nothing more."""
        for task in list(self._running):
            task.cancel()
