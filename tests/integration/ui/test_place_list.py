"""The list of places under the map, as Streamlit runs it."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.openai_server import FakeOpenAI, calls, says
from tests.integration.ui.pages import ask, labels, layer, plan_page, texts, view_of
from travelbot.models.trip_map import MAX_MARKERS

MAP_TOOL = "update_map_and_markers"
COLOSSEUM = {"latitude": 41.8902, "longitude": 12.4922, "label": "Colosseum"}
NOWHERE = {"latitude": 41.88, "longitude": 12.48, "label": "Grandma's [house](x)"}


@pytest.fixture
def plan(provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page Plan with a provider that pins a known and an unknown place, list open."""
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    provider.script(calls(MAP_TOOL, {"markers": [COLOSSEUM, NOWHERE]}), says("There."))
    app = ask(plan_page().run(), "Show me")
    app.session_state["places"] = True
    return app.run()


def test_each_pin_is_listed_with_kind_country_and_whether_it_is_verified(plan: AppTest) -> None:
    assert not plan.exception
    assert "**Colosseum**  \n:small[:gray[archaeological site · Italy]]" in texts(plan)
    assert "place · Italy · position not verified" in texts(plan)
    assert r"**Grandma's \[house\]\(x\)**" in texts(plan)


def test_unverified_pins_are_hollow_and_say_so(plan: AppTest) -> None:
    known, unknown = layer(plan, "pins")
    assert known["fill"] == unknown["rim"]
    assert unknown["tip"].endswith("position not verified")
    assert "not verified" not in known["tip"]


def test_show_moves_the_map_to_the_place_and_back_to_the_trip_returns(plan: AppTest) -> None:
    trip = view_of(plan)
    plan.button(key="show-1-0").click().run()
    place = view_of(plan)
    assert place["zoom"] == pytest.approx(14.5, abs=0.01)
    assert place["latitude"] == pytest.approx(41.89, abs=0.01)
    plan.button(key="back-to-trip").click().run()
    assert view_of(plan)["zoom"] == pytest.approx(trip["zoom"], abs=0.01)


def test_the_assistants_next_move_wins_over_show(plan: AppTest, provider: FakeOpenAI) -> None:
    plan.button(key="show-1-0").click().run()
    view = {"latitude": 48.85, "longitude": 2.35, "zoom": 9}
    provider.script(calls(MAP_TOOL, {"view": view}), says("Paris."))
    ask(plan, "Now Paris")
    assert view_of(plan)["latitude"] == pytest.approx(48.85, abs=0.01)


def test_ask_about_it_puts_a_prompt_into_the_chat(plan: AppTest, provider: FakeOpenAI) -> None:
    provider.script(says("Old stones."))
    plan.button(key="ask-1-0").click().run()
    assert "Tell me about Colosseum" in texts(plan)
    assert "Old stones." in texts(plan)


def test_a_long_list_is_shortened_until_asked_for(
    provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    many: list[dict[str, Any]] = [
        {"latitude": 41 + i / 1000, "longitude": 12.5, "label": f"Spot {i}"}
        for i in range(MAX_MARKERS)
    ]
    provider.script(calls(MAP_TOOL, json.dumps({"markers": many})), says("There."))
    app = ask(plan_page().run(), "Many")
    app.session_state["places"] = True
    app.run()
    assert len(labels(app)) == MAX_MARKERS
    assert "Spot 11" in texts(app)
    assert "Spot 12" not in texts(app)
    app.button(key="more-places-1").click().run()
    assert "Spot 199" in texts(app)
