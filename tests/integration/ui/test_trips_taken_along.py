"""The page Trips: taking trips along, and in."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from tests.integration.ui.pages import texts
from tests.integration.ui.trips import OWNER, choose, keep, trips_page
from travelbot.service.exports.conversation_file import conversation_json
from travelbot.service.exports.export import Export
from travelbot.service.exports.formats import FORMATS
from travelbot.web.trip_card import Choice
from travelbot.web.trips import UPLOADER
from travelbot.web.wiring import assistant

pytestmark = pytest.mark.usefixtures("visitor")

OFFERED = """
from datetime import UTC, datetime

from travelbot.models.trips import Summary
from travelbot.web.session import Session
from travelbot.web.trip_actions import TripActions
from travelbot.web.trip_dialogs import offer_files

gone = Summary(id="gone", title="Gone", updated=datetime.now(UTC), messages=2)
offer_files(TripActions(Session()), [gone])
"""


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


def test_a_trip_that_is_gone_while_its_files_are_offered_is_told() -> None:
    page = AppTest.from_string(OFFERED).run()
    assert not page.exception
    assert "does not exist" in page.warning[0].value


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
