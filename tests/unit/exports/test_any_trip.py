from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from tests.unit.exports.readers import (
    read_geojson,
    read_gpx,
    read_html,
    read_ical,
    read_kml,
    read_markdown,
)
from tests.unit.exports.trips import EXPORTS
from travelbot.errors import NothingToExport
from travelbot.service.exports.conversation_file import conversation_json
from travelbot.service.exports.conversation_import import read_conversation
from travelbot.service.exports.export import Export
from travelbot.service.exports.geojson import geojson
from travelbot.service.exports.gpx import gpx
from travelbot.service.exports.ical import ical
from travelbot.service.exports.kml import kml
from travelbot.service.exports.markdown import markdown
from travelbot.service.exports.printed import printed

few = settings(max_examples=15)
Read = Callable[[bytes], Any]
Write = Callable[[Export], bytes]


@pytest.mark.parametrize(
    ("write", "read"),
    [
        (geojson, read_geojson),
        (gpx, read_gpx),
        (kml, read_kml),
        (markdown, read_markdown),
        (printed, read_html),
    ],
)
@few
@given(export=EXPORTS)
def test_any_trip_can_be_read_again(write: Write, read: Read, export: Export) -> None:
    assert read(write(export)) is not None
    assert write(export) == write(export)


@few
@given(export=EXPORTS)
def test_any_trip_with_a_date_is_a_calendar(export: Export) -> None:
    try:
        written = ical(export)
    except NothingToExport:
        assert not any(day.date and 1900 <= day.date.year < 2200 for day in export.days)
        return
    assert read_ical(written).vevent_list
    assert ical(export) == written


@few
@given(export=EXPORTS)
def test_any_conversation_is_the_same_after_its_import(export: Export) -> None:
    assert read_conversation(conversation_json(export), "c1") == export.conversation
