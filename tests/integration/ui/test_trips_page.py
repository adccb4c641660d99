"""The page Trips: finding, ordering, renaming, copying, deleting, taking along and in."""

from datetime import UTC, datetime

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.integration.ui.pages import ask, buttons, labels, plan_page, texts
from travelbot.models.messages import Conversation, Message, Prompt, Reply, Round, Status
from travelbot.service.exports.conversation_file import conversation_json
from travelbot.service.exports.export import Export
from travelbot.service.exports.formats import FORMATS
from travelbot.web.owner import COOKIE, new_token, owner_of
from travelbot.web.trip_card import Choice
from travelbot.web.trips import PAGE, UPLOADER
from travelbot.web.wiring import assistant

TOKEN = new_token()
OWNER = owner_of(TOKEN)
HOSTILE = "<b onclick=x>Ö</b> **bold** :material/home: $x$"


@pytest.fixture(autouse=True)
def _visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser whose trips these are."""
    monkeypatch.setattr(type(st.context), "cookies", {COOKIE: TOKEN})


def keep(title: str, *said: str) -> str:
    """Save a trip with these prompts, each with a reply."""
    messages: list[Message] = []
    for prompt in said or ("Where to?",):
        reply = Reply(rounds=(Round(text=f"About {prompt}"),), status=Status.COMPLETE)
        messages += [Prompt(text=prompt), reply]
    conversation = Conversation(id="new", title=title, messages=tuple(messages))
    return assistant().trips.add_imported(OWNER, conversation)


def trips_page() -> AppTest:
    """The page Trips, run."""
    return plan_page().run().switch_page("trips.py").run()


def shown(page: AppTest) -> list[str]:
    """The titles on the cards, from the first to the last."""
    return [b.label for b in page.button if (b.key or "").startswith("open-")]


def cards(page: AppTest) -> list[str]:
    """What is on the cards beside the titles, as HTML."""
    return [html.proto.body for html in page.html if "<img" in html.proto.body]


def choose(page: AppTest, trip: str, choice: Choice) -> AppTest:
    """Choose from the menu of a card."""
    return page.menu_button(key=f"more-{trip}").click(choice).run()


def test_without_trips_a_sentence_says_what_to_do() -> None:
    page = trips_page()
    assert "No saved trips yet" in texts(page)
    assert "select" not in buttons(page)


def test_a_saved_trip_has_a_card_and_opens(plan: AppTest) -> None:
    ask(plan.run(), "Rome")
    plan.button(key="save").click().run()
    plan.button(key="new").click().run()
    plan.switch_page("trips.py").run()
    assert shown(plan) == ["Rome"]
    [card] = cards(plan)
    assert 'alt="Map: Rome' in card
    assert "2 messages" in card
    [opener] = [key for key in buttons(plan) if key.startswith("open-")]
    plan.button(key=opener).click().run()
    assert "Rome" in labels(plan)


def test_what_is_typed_finds_titles_and_messages_and_marks_the_word() -> None:
    keep("Lisbon")
    keep("Alps", "Which hut serves <i>rösti</i>?")
    page = trips_page()
    page.text_input(key="search-trips").set_value("rös").run()
    assert shown(page) == ["Alps"]
    [card] = cards(page)
    assert "<mark>rös</mark>ti" in card
    assert "<i>" not in card
    page.text_input(key="search-trips").set_value("lisb").run()
    assert shown(page) == ["Lisbon"]
    page.text_input(key="search-trips").set_value("zzz").run()
    assert "Nothing found" in texts(page)
    assert page.text_input(key="search-trips").value == "zzz"


def test_trips_are_listed_in_the_order_that_is_chosen() -> None:
    keep("Éire", "One", "Two", "Three")
    keep("Zermatt")
    keep("athens", "One", "Two")
    page = trips_page()
    assert shown(page) == ["athens", "Zermatt", "Éire"]
    page.selectbox(key="order").select("Title").run()
    assert shown(page) == ["athens", "Éire", "Zermatt"]
    page.selectbox(key="order").select("Most messages").run()
    assert shown(page) == ["Éire", "athens", "Zermatt"]


def test_cards_come_in_pages() -> None:
    for number in range(PAGE + 1):
        keep(f"Trip {number}")
    page = trips_page()
    assert len(shown(page)) == PAGE
    page.pagination[0].set_value(2).run()
    assert shown(page) == ["Trip 0"]


def test_renaming_and_duplicating() -> None:
    trip = keep("Lisbon")
    page = trips_page()
    choose(page, trip, Choice.RENAME)
    page.text_input(key=f"rename-{trip}").set_value("Porto")
    page.button(key="do-rename").click().run()
    assert shown(page) == ["Porto"]
    choose(page, trip, Choice.DUPLICATE)
    assert sorted(shown(page)) == ["Porto", r"Porto \(copy\)"]


def test_deleting_is_at_once_and_can_be_taken_back_until_the_next_click() -> None:
    lisbon, alps = keep("Lisbon"), keep("Alps")
    page = trips_page()
    choose(page, lisbon, Choice.DELETE)
    assert shown(page) == ["Alps"]
    page.button(key="undo-deletion").click().run()
    assert sorted(shown(page)) == ["Alps", "Lisbon"]
    choose(page, lisbon, Choice.DELETE)
    choose(page, alps, Choice.DUPLICATE)
    assert "undo-deletion" not in buttons(page)


def test_several_are_selected_and_deleted_and_come_back() -> None:
    trips = [keep(f"Trip {number}") for number in range(3)]
    keep("Stays")
    page = trips_page()
    page.button(key="select").click().run()
    assert page.button(key="delete-picked").disabled
    for trip in trips:
        page.checkbox(key=f"pick-{trip}").check().run()
    page.button(key="delete-picked").click().run()
    assert shown(page) == ["Stays"]
    assert any("Deleted 3 trips." in html.proto.body for html in page.html)
    page.button(key="undo-deletion").click().run()
    assert len(shown(page)) == 4


def test_all_that_are_found_are_selected_at_once() -> None:
    keep("Lisbon one")
    keep("Lisbon two")
    keep("Alps")
    page = trips_page()
    page.text_input(key="search-trips").set_value("lisbon").run()
    page.button(key="select").click().run()
    page.button(key="select-all").click().run()
    assert "**2 selected**" in texts(page)
    page.button(key="select-none").click().run()
    assert "**0 selected**" in texts(page)


def test_a_trip_and_several_are_taken_along() -> None:
    lisbon = keep("Lisbon")
    keep("Alps")
    page = trips_page()
    choose(page, lisbon, Choice.EXPORT)
    names = [button.label.partition(" :small")[0] for button in page.download_button]
    assert names == [each.name for each in FORMATS]
    page.button(key="select").click().run()
    page.button(key="select-all").click().run()
    page.button(key="export-picked").click().run()
    assert "**2 trips, in one ZIP file**" in texts(page)


def test_an_exported_trip_is_imported_and_opened() -> None:
    source = assistant().conversations.load(OWNER, keep("Lisbon", "Where to?"))
    file = conversation_json(Export(source, datetime.now(UTC)))
    page = trips_page()
    page.file_uploader(key=UPLOADER).set_value(("trip.json", file, "application/json")).run()
    assert "Where to?" in texts(page)
    assert [summary.title for summary in assistant().trips.saved(OWNER)] == ["Lisbon"] * 2


@pytest.mark.parametrize("content", [b"{}", b""])
def test_another_file_is_refused_with_a_sentence(content: bytes) -> None:
    page = trips_page()
    page.file_uploader(key=UPLOADER).set_value(("x.json", content, "application/json")).run()
    assert "no conversation from Travelbot" in page.warning[0].value
    assert not assistant().trips.saved(OWNER)


def test_titles_and_places_stand_as_they_are() -> None:
    keep(HOSTILE)
    page = trips_page()
    assert "<b" not in cards(page)[0]
    assert r"\*\*bold\*\*" in shown(page)[0]
