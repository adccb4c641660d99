"""Puts the assistant together; the one place that knows all parts."""

from travelbot.data.disk import Environment, is_ephemeral
from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer
from travelbot.data.geocoder import build_geocoder
from travelbot.data.store import Store
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import Conversations
from travelbot.service.grounding import PinCheck
from travelbot.service.map_tool import map_tool
from travelbot.service.places_tool import places_tool
from travelbot.service.provider.providers import Providers
from travelbot.service.tools import Toolbox
from travelbot.settings import Settings


def build_assistant(settings: Settings) -> Assistant:
    """An assistant with its store, its tools and its models."""
    gazetteer = Gazetteer(GAZETTEER_FILE)
    geocoder = build_geocoder(settings)
    return Assistant(
        Conversations(Store(settings.database), is_lost(settings, Environment.here())),
        Providers(settings, gazetteer),
        Toolbox(places_tool(gazetteer, geocoder), map_tool(PinCheck(gazetteer, geocoder).check)),
        settings,
    )


def is_lost(settings: Settings, environment: Environment) -> bool:
    """Whether conversations go with a restart: as the host says, else as the path tells."""
    if settings.disk:
        return settings.disk == "lost"
    return is_ephemeral(settings.database.resolve(), environment)
