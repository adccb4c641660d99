from io import BytesIO
from zipfile import ZipFile

import pytest

from travelbot.errors import NothingToExport
from travelbot.models.messages import Conversation
from travelbot.service.exports.formats import FORMATS
from travelbot.web.trip_exports import exported

MARKDOWN = FORMATS[0]
CALENDAR = next(each for each in FORMATS if each.extension == "ics")


def trip(title: str) -> Conversation:
    return Conversation(id=title, title=title)


def test_one_trip_is_a_file_and_several_are_an_archive() -> None:
    assert exported([trip("Rome")], MARKDOWN).startswith(b"# Rome")
    with ZipFile(BytesIO(exported([trip("Rome"), trip("Pisa")], MARKDOWN))) as files:
        assert files.namelist() == ["Rome.md", "Pisa.md"]
        assert files.read("Pisa.md").startswith(b"# Pisa")


def test_trips_that_are_called_alike_keep_a_file_each() -> None:
    with ZipFile(BytesIO(exported([trip("Rome"), trip("rome"), trip("Rome")], MARKDOWN))) as files:
        assert files.namelist() == ["Rome.md", "rome-2.md", "Rome-3.md"]


@pytest.mark.parametrize("count", [1, 2])
def test_trips_with_nothing_for_a_format_are_refused(count: int) -> None:
    with pytest.raises(NothingToExport):
        exported([trip("Rome")] * count, CALENDAR)
