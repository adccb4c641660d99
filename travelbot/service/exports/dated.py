"""The days that a calendar can hold."""

from travelbot.errors import NothingToExport
from travelbot.service.exports.export import Export, NumberedDay

KNOWN_YEARS = range(1900, 2200)
"""For which time zones say something; a day of another year counts as one without a date."""


def dated_days(export: Export) -> list[NumberedDay]:
    """The days with a date; raises NothingToExport where no day has one."""
    if not export.days:
        raise NothingToExport(
            "No days are planned yet: ask for an itinerary, such as 3 days in Rome."
        )
    days = [day for day in export.days if day.date and day.date.year in KNOWN_YEARS]
    if not days:
        raise NothingToExport(
            "No day of this trip has a date: choose the day on which it starts, then export again."
        )
    return days
