import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from tests.unit.exports.readers import read_ical
from tests.unit.exports.trips import COLOSSEUM, HOSTILE, ITALY, LUNCH, day_of, named, taken
from travelbot.errors import NothingToExport
from travelbot.models.itinerary import Day, Itinerary
from travelbot.service.exports.ical import ical
from travelbot.service.scrub import one_line

ROME = ZoneInfo("Europe/Rome")


def test_times_are_by_the_places_clocks_and_other_stops_in_their_days_event() -> None:
    written = ical(taken(ITALY))
    calendar = read_ical(written)
    day, colosseum, uffizi = calendar.vevent_list
    assert calendar.vtimezone.tzid.value == "Europe/Rome"
    assert day.summary.value == "Day 1: Ancient Rome"
    assert day.dtstart.value == dt.date(2026, 5, 1)
    assert day.description.value == "2. Lunch\n3. Forum (position not verified)"
    assert colosseum.dtstart.value == dt.datetime(2026, 5, 1, 9, 30, tzinfo=ROME)
    assert b"DTSTART;TZID=Europe/Rome:20260501T093000\r\n" in written
    assert colosseum.dtend.value == dt.datetime(2026, 5, 1, 11, tzinfo=ROME)
    assert colosseum.location.value == "Colosseum, Italy"
    assert colosseum.description.value == "Book ahead\n- bring water"
    assert colosseum.geo.value == "41.8902;12.4922"
    assert "dtend" not in uffizi.contents


def test_the_same_stop_keeps_its_id_wherever_it_goes() -> None:
    before = read_ical(ical(taken(day_of(LUNCH, COLOSSEUM, COLOSSEUM)))).vevent_list
    after = read_ical(ical(taken(day_of(COLOSSEUM, COLOSSEUM, LUNCH)))).vevent_list
    assert [event.uid.value for event in before] == [event.uid.value for event in after]
    assert len({event.uid.value for event in before}) == 3


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_only_names(name: str) -> None:
    day, timed = read_ical(ical(named(name))).vevent_list
    assert day.summary.value == f"Day 1: {one_line(name)}"
    assert timed.summary.value == one_line(name)
    assert timed.dtstart.value.tzinfo is None


@pytest.mark.parametrize(
    ("itinerary", "advice"),
    [
        (Itinerary(), "ask for an itinerary"),
        (Itinerary(days=(Day(stops=(COLOSSEUM,)),)), "choose the day on which it starts"),
    ],
)
def test_without_a_date_there_is_no_calendar(itinerary: Itinerary, advice: str) -> None:
    with pytest.raises(NothingToExport, match=advice):
        ical(taken(itinerary))


def test_a_start_gives_the_days_their_dates() -> None:
    itinerary = Itinerary(days=(Day(title="a"), Day(title="b")))
    events = read_ical(ical(taken(itinerary, start=dt.date(2026, 12, 31)))).vevent_list
    assert [str(event.dtstart.value) for event in events] == ["2026-12-31", "2027-01-01"]


def test_a_stay_is_as_long_where_clocks_change_meanwhile() -> None:
    late = COLOSSEUM.model_copy(update={"time": dt.time(1, 30), "stay": 120})
    itinerary = Itinerary(days=(Day(date=dt.date(2026, 3, 29), stops=(late,)),))
    [event] = read_ical(ical(taken(itinerary))).vevent_list
    assert event.dtend.value.replace(tzinfo=None) == dt.datetime(2026, 3, 29, 4, 30)


@pytest.mark.parametrize("zone", ["", "Asia", "../../etc/passwd", "Mars/Base", "x" * 5000])
def test_a_time_in_no_known_zone_is_by_any_clock(zone: str) -> None:
    stop = COLOSSEUM.model_copy(update={"timezone": zone})
    [event] = read_ical(ical(taken(day_of(stop)))).vevent_list
    assert event.dtstart.value == dt.datetime(2026, 5, 1, 9, 30)


@pytest.mark.parametrize("zone", ["UTC", "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia"])
def test_every_zone_is_explained(zone: str) -> None:
    stop = COLOSSEUM.model_copy(update={"timezone": zone})
    [event] = read_ical(ical(taken(day_of(stop)))).vevent_list
    wanted = dt.datetime(2026, 5, 1, 9, 30, tzinfo=ZoneInfo(zone))
    assert event.dtstart.value.utcoffset() == wanted.utcoffset()
