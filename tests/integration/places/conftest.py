"""The real gazetteer, and conversations with the guide that knows it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.integration.places.talking import Begin, Conversation
from tests.integration.places.three_days import BOTH, PLANNED
from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer
from travelbot.service.grounding import PinCheck, StopCheck
from travelbot.service.itinerary_tool import itinerary_tool
from travelbot.service.map_tool import map_tool
from travelbot.service.offline.guide import Guide
from travelbot.service.places_tool import places_tool
from travelbot.service.tools import Toolbox

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def gazetteer_path() -> Path:
    return GAZETTEER_FILE


@pytest.fixture(scope="session")
def gazetteer(gazetteer_path: Path) -> Gazetteer:
    return Gazetteer(gazetteer_path)


@pytest.fixture(scope="session")
def labelled() -> Path:
    """Folder of the labelled prompts."""
    return Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def guide(gazetteer: Gazetteer) -> Guide:
    """The guide at noon, UTC, on a Monday."""
    return Guide(gazetteer, now=lambda: NOON)


@pytest.fixture(scope="session")
def talk(gazetteer: Gazetteer, guide: Guide) -> Begin:
    """Begins a conversation."""
    toolbox = Toolbox(
        places_tool(gazetteer),
        map_tool(PinCheck(gazetteer).check),
        itinerary_tool(StopCheck(gazetteer).check),
    )
    return lambda: Conversation(guide, toolbox)


@pytest.fixture
def trip(talk: Begin) -> Conversation:
    """A conversation in which three days are planned."""
    conversation = talk()
    conversation.say(BOTH)
    assert conversation.days == PLANNED
    return conversation
