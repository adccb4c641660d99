"""Who can answer: the visitor's provider, the host's, or the built-in guide."""

import httpx2
from pydantic import SecretStr

from travelbot.data.gazetteer import Gazetteer
from travelbot.errors import NoConnection, WrongKey
from travelbot.service.offline.guide import Guide
from travelbot.service.offline.transport import GuideTransport
from travelbot.service.provider.client import ChatModel, OpenAIModel, network_client
from travelbot.service.provider.guarded import GuardedTransport
from travelbot.settings import Endpoint, Settings

GUIDE = Endpoint(base_url="http://built-in.guide/v1", model="built-in-guide")
"""Never resolved: requests to it are answered in this process."""
WRONG_KEY = SecretStr("travelbot-tries-a-wrong-key")
"""Nobody's, and made from nobody's."""


class Providers:
    """The models of one process; they share their connections."""

    def __init__(self, settings: Settings, gazetteer: Gazetteer) -> None:
        self._host = settings.endpoint
        self._network = network_client(settings.timeout)
        self._public = (
            self._network
            if settings.private_providers
            else network_client(settings.timeout, GuardedTransport(httpx2.AsyncHTTPTransport()))
        )
        transport = GuideTransport(Guide(gazetteer), settings.guide_pace)
        self._in_process = httpx2.AsyncClient(transport=transport, timeout=None)

    def model(self, endpoint: Endpoint | None, address: str) -> ChatModel:
        """The model at a visitor's endpoint, else at the host's, else the built-in guide.

        Only a visitor on this machine, with no `address`, reaches what isn't public. Raises
        WrongKey and NoConnection for what can't be a key or an address.
        """
        chosen = endpoint or self._host
        return self._at(chosen, is_strangers=endpoint is not None and bool(address))

    def with_wrong_key(self, endpoint: Endpoint | None, address: str) -> ChatModel:
        """The same model as `model` gives, asked with a key that can't be right."""
        chosen = endpoint or self._host
        wrong = chosen.model_copy(update={"api_key": WRONG_KEY}) if chosen else None
        return self._at(wrong, is_strangers=endpoint is not None and bool(address))

    def is_hosts(self, endpoint: Endpoint | None) -> bool:
        """Whether the host pays for what a visitor with this endpoint asks."""
        return endpoint is None and self._host is not None

    def _at(self, chosen: Endpoint | None, *, is_strangers: bool) -> ChatModel:
        if chosen is None:
            return OpenAIModel(GUIDE, self._in_process)
        check_endpoint(chosen)
        return OpenAIModel(chosen, self._public if is_strangers else self._network)

    async def close(self) -> None:
        """Close all connections."""
        await self._network.aclose()
        await self._public.aclose()
        await self._in_process.aclose()


def check_endpoint(endpoint: Endpoint) -> None:
    """Raise WrongKey or NoConnection for what can't be a key or an address."""
    key = endpoint.api_key.get_secret_value()
    if not (key.isascii() and key.isprintable()):
        raise WrongKey("The API key has characters that no key has: enter it again under Model.")
    try:
        url = httpx2.URL(endpoint.base_url)
    except httpx2.InvalidURL:
        url = httpx2.URL("")
    if url.scheme not in ("http", "https") or not url.host:
        raise NoConnection(
            "The provider's address is no web address: enter one that begins with https:// "
            "under Model."
        )
