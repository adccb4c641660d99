from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from travelbot.models.itinerary import Day, Itinerary
from travelbot.models.messages import Conversation, Prompt, Reply
from travelbot.service.exports.export import Export
from travelbot.service.exports.formats import FORMATS
from travelbot.web.trip_exports import archive, writable

NOW = datetime(2026, 5, 1, tzinfo=UTC)
MARKDOWN = FORMATS[0]
CALENDAR = next(each for each in FORMATS if each.extension == "ics")


def trip(title: str, *days: Day) -> Export:
    """A trip with these days."""
    messages = Prompt(text=title), Reply(itinerary=Itinerary(days=days))
    return Export(Conversation(id=title, title=title, messages=messages), NOW)


def names(*titles: str) -> list[str]:
    """The files of trips with these titles."""
    with ZipFile(BytesIO(archive(map(trip, titles), MARKDOWN))) as files:
        return files.namelist()


def test_several_trips_are_an_archive() -> None:
    with ZipFile(BytesIO(archive([trip("Rome"), trip("Pisa")], MARKDOWN))) as files:
        assert files.namelist() == ["Rome.md", "Pisa.md"]
        assert files.read("Pisa.md").startswith(b"# Pisa")


def test_trips_that_are_called_alike_keep_a_file_each() -> None:
    assert names("Rome", "rome", "Rome") == ["Rome.md", "rome-2.md", "Rome-3.md"]


def test_trips_with_nothing_for_a_format_are_left_out() -> None:
    dated = trip("Pisa", Day(date=NOW.date()))
    assert writable([trip("Rome"), dated], CALENDAR) == [dated]
    assert archive([dated], CALENDAR)
