"""The itinerary beside the map, as Streamlit shows it."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.openai_server import FakeOpenAI, calls, says
from tests.integration.ui.itinerary.page import ROME, TOOL, key, opened, planned
from tests.integration.ui.pages import ask, buttons, plan_page, texts, view_of
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.web.state import VIEW
from travelbot.web.wiring import assistant


def test_days_stops_and_ways_are_shown_as_text(plan: AppTest) -> None:
    assert not plan.exception
    shown = texts(plan)
    assert r"**Roman \[holiday\]\(x\)**  " in shown
    assert "2 days · 4 stops · about" in shown
    assert [e.label for e in plan.expander if "Day" in e.label] == [
        r"**Day 1** · Mon 4 May · Ancient \$tones",
        "**Day 2** · Tue 5 May",
    ]
    assert "**1** Colosseum  \n:small[:gray[09\\:00 · stay 2 h · archaeological site]]" in shown
    assert r":small[Book \*ahead\*]" in shown
    assert "> about 10 min on foot, 0.8 km" in shown
    assert "**3** Grandma's house  \n:small[:gray[not on the map]]" in shown
    assert "show-stop-1-0-2" not in buttons(plan)


def test_it_is_not_drawn_while_the_chat_is_open(
    provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    provider.script(calls(TOOL, ROME), says("There."))
    app = ask(plan_page().run(), "Two days in Rome")
    assert "**1** Colosseum" not in texts(app)
    assert not app.menu_button


def test_problems_are_folded_and_a_repair_is_asked_for(plan: AppTest, provider: FakeOpenAI) -> None:
    [fold] = [e for e in plan.expander if "to check" in e.label]
    assert fold.label == "2 things to check"
    plan.session_state["fold-problems-1"] = True
    plan.run()
    assert "Nobody has said where Grandma's house is\\." in texts(plan)
    provider.script(says("Moved."))
    plan.button(key="repair-1-1").click().run()
    assert "Moved." in texts(plan)
    assert plan.session_state[VIEW] == "Chat"
    assert "Remove Colosseum from day 2" in json.dumps(provider.requests[0])


def test_show_moves_the_map_to_the_stop(plan: AppTest) -> None:
    plan.button(key="show-stop-1-0-0").click().run()
    assert view_of(plan)["zoom"] == pytest.approx(14.5, abs=0.01)
    assert view_of(plan)["latitude"] == pytest.approx(41.89, abs=0.01)


def test_without_days_it_says_how_to_begin(
    provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    app = opened(plan_page().run())
    assert "Nothing is planned yet" in texts(app)
    assert "plan-days-1" not in buttons(app)
    assert "add-day-1" not in buttons(app)
    pins = {"markers": [{"latitude": 41.8919, "longitude": 12.5113, "label": "Rome"}]}
    provider.script(calls("update_map_and_markers", pins), says("There."), says("A plan."))
    opened(ask(app, "Show me Rome"))
    assert app.button(key="plan-days-1").label == "Plan 3 days in Rome"
    app.button(key="add-day-1").click().run()
    assert len(planned(app).days) == 1


def test_long_trips_are_folded(plan: AppTest) -> None:
    days = [Day(stops=tuple(Stop(place=f"Spot {d} {s}") for s in range(40))) for d in range(60)]
    assistant().trips.edit_itinerary(*key(plan), lambda _: Itinerary(days=tuple(days)))
    plan.run()
    assert "Spot 0 39" in texts(plan)
    assert "Spot 1 0" not in texts(plan)
    assert len([menu for menu in plan.menu_button if "stop-menu" in str(menu.key)]) == 40
    plan.session_state["fold-1-59"] = True
    plan.run()
    assert "Spot 59 0" in texts(plan)
