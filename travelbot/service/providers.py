"""Who can answer: the visitor's provider, the host's, or the built-in guide."""

import httpx2

from travelbot.data.cities import load_cities
from travelbot.service.client import ChatModel, OpenAIModel, network_client
from travelbot.service.offline.guide import Guide
from travelbot.service.offline.transport import GuideTransport
from travelbot.settings import Endpoint, Settings

GUIDE = Endpoint(base_url="http://built-in.guide/v1", model="built-in-guide")
"""Never resolved: requests to it are answered in this process."""


class Providers:
    """The models of one process; they share their connections."""

    def __init__(self, settings: Settings) -> None:
        self._host = settings.endpoint
        self._network = network_client(settings.timeout)
        transport = GuideTransport(Guide(load_cities()), settings.guide_pace)
        self._in_process = httpx2.AsyncClient(transport=transport)

    def model(self, endpoint: Endpoint | None) -> ChatModel:
        """The model at a visitor's endpoint, else at the host's, else the built-in guide."""
        chosen = endpoint or self._host
        if chosen is None:
            return OpenAIModel(GUIDE, self._in_process)
        return OpenAIModel(chosen, self._network)

    async def close(self) -> None:
        """Close all connections."""
        await self._network.aclose()
        await self._in_process.aclose()
