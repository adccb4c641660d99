"""Puts the assistant together; the one place that knows all parts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from travelbot.data.disk import Environment, is_ephemeral
from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer
from travelbot.data.geocoder import Geocoder, build_geocoder
from travelbot.data.shares import Shares
from travelbot.data.store import Store
from travelbot.models.trip_map import TripMap
from travelbot.service.assistant import Assistant
from travelbot.service.conversations import Conversations
from travelbot.service.grounding import PinCheck, StopCheck
from travelbot.service.itinerary_tool import itinerary_tool
from travelbot.service.map_tool import map_tool
from travelbot.service.places_tool import places_tool
from travelbot.service.prompts import system_prompt
from travelbot.service.provider.check.bench import Bench, unlimited
from travelbot.service.provider.providers import Providers
from travelbot.service.sharing import Sharing
from travelbot.service.stop_finder import StopFinder
from travelbot.service.tools import Toolbox
from travelbot.settings import Settings


def build_assistant(settings: Settings) -> Assistant:
    """An assistant with its store, its tools and its models."""
    gazetteer = Gazetteer(GAZETTEER_FILE)
    geocoder = build_geocoder(settings)
    return Assistant(
        Conversations(Store(settings.database), is_lost(settings, Environment.here())),
        Sharing(Shares(settings.database)),
        Providers(settings, gazetteer),
        _toolbox(gazetteer, geocoder),
        StopFinder(gazetteer, StopCheck(gazetteer, geocoder)),
        settings,
    )


@asynccontextmanager
async def build_bench(settings: Settings) -> AsyncIterator[Bench]:
    """What checks the host's provider, else the built-in guide, without limits or a store.

    Raises WrongKey and NoConnection for an unusable endpoint.
    """
    gazetteer = Gazetteer(GAZETTEER_FILE)
    providers = Providers(settings, gazetteer)
    try:
        yield Bench(
            model=providers.model(None, ""),
            with_wrong_key=providers.with_wrong_key(None, ""),
            toolbox=_toolbox(gazetteer),
            instructions=system_prompt(date.today(), TripMap()),
            allow=unlimited,
        )
    finally:
        await providers.close()


def is_lost(settings: Settings, environment: Environment) -> bool:
    """Whether conversations go with a restart: as the host says, else as the path tells."""
    if settings.disk:
        return settings.disk == "lost"
    return is_ephemeral(settings.database.resolve(), environment)


def _toolbox(gazetteer: Gazetteer, geocoder: Geocoder | None = None) -> Toolbox:
    return Toolbox(
        places_tool(gazetteer, geocoder),
        map_tool(PinCheck(gazetteer, geocoder).check),
        itinerary_tool(StopCheck(gazetteer, geocoder).check),
    )
