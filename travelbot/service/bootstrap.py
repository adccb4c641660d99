"""Puts the assistant together; the one place that knows all parts."""

import httpx2

from travelbot.data.cities import load_cities
from travelbot.data.store import Store
from travelbot.service.assistant import Assistant, ModelFor
from travelbot.service.client import OpenAIModel, network_client
from travelbot.service.conversations import Conversations
from travelbot.service.map_tool import MAP_TOOL
from travelbot.service.offline.guide import Guide
from travelbot.service.offline.transport import GuideTransport
from travelbot.service.tools import Toolbox
from travelbot.settings import Endpoint, Settings

GUIDE = Endpoint(base_url="http://built-in.guide/v1", model="built-in-guide")
"""Never resolved: requests to it are answered in this process."""


def build_assistant(settings: Settings) -> Assistant:
    """An assistant with its store, its tools and its models."""
    conversations = Conversations(Store(settings.database))
    conversations.purge_drafts()
    return Assistant(conversations, models(settings), Toolbox(MAP_TOOL))


def models(settings: Settings) -> ModelFor:
    """The model at a visitor's endpoint, else at the host's, else the built-in guide."""
    network = network_client(settings.timeout)
    transport = GuideTransport(Guide(load_cities()), settings.guide_pace)
    guide = OpenAIModel(GUIDE, httpx2.AsyncClient(transport=transport))

    def model_for(endpoint: Endpoint | None) -> OpenAIModel:
        chosen = endpoint or settings.endpoint
        return OpenAIModel(chosen, network) if chosen else guide

    return model_for
