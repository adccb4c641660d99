"""The itinerary beside the map, changed by hand."""

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from tests.integration.ui.itinerary.page import choose, keep, key, places, planned
from tests.integration.ui.pages import buttons, layer, texts
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.service.itinerary.edits import remove_day
from travelbot.web.wiring import assistant


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


def test_a_form_closes_where_no_other_day_is_left_to_move_to(plan: AppTest) -> None:
    choose(plan, "stop-menu-1-0-1", "Move to another day…")
    assistant().trips.edit_itinerary(*key(plan), lambda now: remove_day(now, 1))
    keep(plan)
    assert not plan.exception
    assert "FormSubmitter:itinerary-form-Keep" not in buttons(plan)
    assert places(plan) == [["Colosseum", "Roman Forum", "Grandma's house"]]


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


def test_an_edit_of_what_has_changed_meanwhile_is_refused(plan: AppTest) -> None:
    elsewhere = Itinerary(days=(Day(stops=(Stop(place="Elsewhere"),)),))
    assistant().trips.edit_itinerary(*key(plan), lambda _: elsewhere)
    choose(plan, "stop-menu-1-0-0", "Remove")
    assert "look again, then edit" in plan.warning[0].value
    assert places(plan) == [["Elsewhere"]]
