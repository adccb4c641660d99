"""Saved trips are brought in, found while one types, and deleted and restored."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.e2e.plan_page import PlanPage
from tests.e2e.trips_page import TripsPage, exported


def test_trips_are_imported_found_while_typing_and_deleted_and_restored(
    page: Page, guided_app: Server
) -> None:
    trips = TripsPage(page, guided_app.url).open()
    expect(page.get_by_text("No saved trips yet")).to_be_visible()
    trips.import_file(exported("Lisbon", "By tram?", "Line 28."))
    plan = PlanPage(page, guided_app.url).ready()
    expect(plan.reply).to_contain_text("Line 28.")
    trips.open().import_file(exported("Alps", "Which hut?", "The *Rotstockhütte* has beds."))
    expect(plan.reply).to_contain_text("Rotstockhütte")

    trips.open()
    expect(trips.cards).to_have_count(2)
    trips.search.press_sequentially("rotstock")
    expect(trips.cards).to_have_count(1)
    expect(page.locator("mark")).to_have_text(re.compile("rotstock", re.IGNORECASE))
    expect(trips.search).to_be_focused()
    trips.search.fill("nowhere")
    expect(page.get_by_text("Nothing found")).to_be_visible()
    trips.search.fill("")
    expect(trips.cards).to_have_count(2)

    trips.choose("Alps", "Delete")
    expect(page.get_by_role("status").get_by_text("Deleted 1 trip.")).to_be_visible()
    expect(trips.cards).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(trips.cards).to_have_count(2)
    page.get_by_role("button", name="Select", exact=True).click()
    page.get_by_role("button", name="Select all 2").click()
    page.get_by_role("button", name="Delete", exact=True).last.click()
    expect(page.get_by_text("No saved trips yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(trips.cards).to_have_count(2)


def test_a_trip_is_taken_along_and_another_file_is_refused(page: Page, guided_app: Server) -> None:
    trips = TripsPage(page, guided_app.url).open()
    trips.import_file({"name": "x.json", "mimeType": "application/json", "buffer": b"{}"})
    expect(page.get_by_text("no conversation from Travelbot")).to_be_visible()
    trips.open().import_file(exported("Lisbon", "By tram?", "Line 28."))
    expect(PlanPage(page, guided_app.url).reply).to_contain_text("Line 28.")
    trips.open().choose("Lisbon", "Export")
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    assert download.value.suggested_filename == "Lisbon.md"
    assert download.value.path().read_text("utf-8").startswith("# Lisbon")
