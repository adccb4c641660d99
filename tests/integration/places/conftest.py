"""The real gazetteer."""

from pathlib import Path

import pytest

from travelbot.data.gazetteer import GAZETTEER_FILE, Gazetteer


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
