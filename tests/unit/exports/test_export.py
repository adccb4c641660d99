import datetime as dt

from tests.unit.exports.trips import BAR, ITALY, marker, taken
from travelbot.models.itinerary import Itinerary


def test_days_without_a_date_get_theirs_from_the_start() -> None:
    undated = Itinerary(days=(ITALY.days[2], ITALY.days[0], ITALY.days[2].model_copy()))
    days = taken(undated, start=dt.date(2027, 1, 1)).days
    assert [str(day.date) for day in days] == ["2027-01-01", "2026-05-01", "2027-01-03"]
    last = taken(undated, start=dt.date.max).days
    assert [str(day.date) for day in last] == ["9999-12-31", "2026-05-01", "None"]


def test_a_pin_at_a_stop_is_no_other_place() -> None:
    same = marker(41.890201, 12.492199, "Colosseo")
    assert taken(ITALY, same, BAR).pins == (BAR,)
