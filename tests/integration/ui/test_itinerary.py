"""The itinerary beside the map, as Streamlit runs it."""

import datetime as dt
import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.openai_server import FakeOpenAI, calls, says
from tests.integration.ui.pages import ask, buttons, layer, plan_page, texts, view_of
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.web.owner import owner_of
from travelbot.web.state import ITINERARY, VIEW, Tab
from travelbot.web.wiring import assistant

TOOL = "update_itinerary"
ROME: dict[str, Any] = {
    "title": "Roman [holiday](x)",
    "days": [
        {
            "title": "Ancient $tones",
            "date": "2026-05-04",
            "stops": [
                {
                    "place": "Colosseum",
                    "city": "Rome, Italy",
                    "time": "09:00",
                    "stay_minutes": 120,
                    "note": "Book *ahead*",
                },
                {"place": "Roman Forum", "city": "Rome, Italy"},
                {"place": "Grandma's house", "city": "Rome, Italy"},
            ],
        },
        {"date": "2026-05-05", "stops": [{"place": "Colosseum", "city": "Rome, Italy"}]},
    ],
}


@pytest.fixture
def plan(provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page Plan with two days in Rome, its itinerary open."""
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    provider.script(calls(TOOL, ROME), says("There."))
    return opened(ask(plan_page().run(), "Two days in Rome"))


def opened(app: AppTest) -> AppTest:
    """The page with its itinerary open."""
    app.session_state[VIEW] = ITINERARY
    return app.run()


def choose(app: AppTest, menu: str, action: str) -> AppTest:
    """Click on an entry of a menu."""
    return app.menu_button(key=menu).click(action).run()


def keep(app: AppTest) -> AppTest:
    """Click on the button of the open form."""
    return app.button(key="FormSubmitter:itinerary-form-Keep").click().run()


def key(app: AppTest) -> tuple[str, str]:
    """Owner and conversation."""
    tab: Tab = app.session_state["tab"]
    return owner_of(tab.token), tab.conversation_id or ""


def planned(app: AppTest) -> Itinerary:
    """The itinerary in force."""
    return assistant().conversations.load(*key(app)).itinerary


def places(app: AppTest) -> list[list[str]]:
    """The stops of each day."""
    return [[stop.place for stop in day.stops] for day in planned(app).days]


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


def test_stops_are_moved_and_removed_and_all_of_it_undone(plan: AppTest) -> None:
    first = places(plan)
    assert plan.button(key="undo-1").disabled
    choose(plan, "stop-menu-1-0-0", "Later")
    assert places(plan) == [["Roman Forum", "Colosseum", "Grandma's house"], ["Colosseum"]]
    choose(plan, "stop-menu-1-0-2", "Earlier")
    assert places(plan) == [["Roman Forum", "Grandma's house", "Colosseum"], ["Colosseum"]]
    choose(plan, "stop-menu-1-1-0", "Remove")
    assert places(plan) == [["Roman Forum", "Grandma's house", "Colosseum"], []]
    assert "Nothing planned yet." in [caption.value for caption in plan.main.caption]
    for _ in range(3):
        plan.button(key="undo-1").click().run()
    assert places(plan) == first
    assert plan.button(key="undo-1").disabled
    assert not plan.warning


def test_a_stop_is_moved_to_another_day(plan: AppTest) -> None:
    choose(plan, "stop-menu-1-0-1", "Move to another day…")
    assert plan.selectbox(key="to-day-0-1").options == ["Day 2 · Tue 5 May"]
    keep(plan)
    assert places(plan) == [["Colosseum", "Grandma's house"], ["Colosseum", "Roman Forum"]]
    assert "FormSubmitter:itinerary-form-Keep" not in buttons(plan)


def test_a_stop_is_edited_and_looked_up_under_its_new_name(plan: AppTest) -> None:
    choose(plan, "stop-menu-1-0-2", "Edit…")
    plan.text_input(key="stop-place-0-2").set_value("Trevi Fountain")
    plan.number_input(key="stop-stay-0-2").set_value(30)
    plan.selectbox(key="stop-mode-0-2").select("By car")
    plan.text_area(key="stop-note-0-2").set_value("Throw a coin")
    keep(plan)
    stop = planned(plan).days[0].stops[2]
    assert (stop.place, stop.stay, stop.mode, stop.note) == (
        "Trevi Fountain",
        30,
        "car",
        "Throw a coin",
    )
    assert stop.marker
    assert stop.marker.verified
    assert stop.timezone == "Europe/Rome"
    assert "by car" in texts(plan)


def test_what_is_filled_in_wrongly_is_told_and_can_be_mended(plan: AppTest) -> None:
    choose(plan, "stop-menu-1-0-0", "Edit…")
    plan.text_input(key="stop-place-0-0").set_value(" ")
    keep(plan)
    assert "A stop needs a name" in plan.error[0].value
    plan.text_input(key="stop-place-0-0").set_value("Colosseum with a guide")
    keep(plan)
    assert not plan.error
    stop = planned(plan).days[0].stops[0]
    assert stop.place == "Colosseum with a guide"
    assert stop.marker


def test_a_stop_is_added_and_found_near_the_others(plan: AppTest) -> None:
    plan.button(key="add-stop-1-1").click().run()
    plan.text_input(key="stop-place-new").set_value("Pantheon")
    keep(plan)
    assert places(plan)[1] == ["Colosseum", "Pantheon"]
    [pin] = [row for row in layer(plan, "pins") if row["tip"].startswith("Pantheon")]
    assert pin["position"] == pytest.approx([12.477, 41.899], abs=0.01)


def test_days_are_named_dated_moved_added_and_removed(plan: AppTest) -> None:
    choose(plan, "day-menu-1-1", "Title and date…")
    plan.text_input(key="day-title-1").set_value("Again")
    plan.date_input(key="day-date-1").set_value(dt.date(2026, 6, 2))
    keep(plan)
    assert [(f"{day.date}", day.title) for day in planned(plan).days] == [
        ("2026-06-01", "Ancient $tones"),
        ("2026-06-02", "Again"),
    ]
    choose(plan, "day-menu-1-1", "Earlier")
    assert [day.title for day in planned(plan).days] == ["Again", "Ancient $tones"]
    plan.button(key="add-day-1").click().run()
    assert f"{planned(plan).days[2].date}" == "2026-06-03"
    choose(plan, "day-menu-1-0", "Remove the day")
    assert [day.title for day in planned(plan).days] == ["Ancient $tones", ""]


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


def test_an_edit_of_what_has_changed_meanwhile_is_refused(plan: AppTest) -> None:
    elsewhere = Itinerary(days=(Day(stops=(Stop(place="Elsewhere"),)),))
    assistant().trips.edit_itinerary(*key(plan), lambda _: elsewhere)
    choose(plan, "stop-menu-1-0-0", "Remove")
    assert "look again, then edit" in plan.warning[0].value
    assert places(plan) == [["Elsewhere"]]


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
