"""Every setting is where those who configure the app look for it, and nothing else is."""

import re
from pathlib import Path

import pytest

from travelbot.settings import Settings

ROOT = Path(__file__).parents[2]
NAMES = {str(field.alias) for field in Settings.model_fields.values()}


@pytest.mark.parametrize(
    ("document", "entry"),
    [("README.md", r"^\| `(\w+)` \|"), (".streamlit/secrets.toml.example", r"^# ([A-Z_]+) = ")],
)
def test_all_are_told(document: str, entry: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    assert set(re.findall(entry, text, re.MULTILINE)) == NAMES
