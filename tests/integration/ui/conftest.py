"""Pages of a process of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.integration.ui.pages import plan_page
from tests.integration.ui.trips import TOKEN
from travelbot.web import map_view, wiring
from travelbot.web.owner import COOKIE


@pytest.fixture(autouse=True)
def _own_process(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the sessions of a process share begins anew with each test."""
    monkeypatch.setenv("TRAVELBOT_DB", str(database))
    monkeypatch.setenv("TRAVELBOT_DISK", "kept")
    monkeypatch.setenv("TRAVELBOT_GUIDE_PACE", "0")
    monkeypatch.setattr(map_view, "CAMERA_BUSY", 0.0)
    monkeypatch.setattr(type(st.context), "ip_address", None)
    st.cache_resource.clear()
    yield
    wiring.assistant().close()
    st.cache_resource.clear()


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser whose trips those of `trips.py` are."""
    monkeypatch.setattr(type(st.context), "cookies", {COOKIE: TOKEN})


@pytest.fixture(params=["pages/main.py", "app.py"])
def app(request: pytest.FixtureRequest) -> AppTest:
    """The page Plan, by the way of `st.App` and as a plain script."""
    return plan_page(request.param)


@pytest.fixture
def plan() -> AppTest:
    """The page Plan."""
    return plan_page()
