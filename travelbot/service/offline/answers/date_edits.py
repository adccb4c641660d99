"""Requests about the dates of the itinerary."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from travelbot.models.itinerary import Itinerary
from travelbot.service.itinerary.edits import shift_dates, start_on
from travelbot.service.offline.answers.day_words import told_dates
from travelbot.service.offline.dates import date_in
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import next_steps, text
from travelbot.service.offline.world import World

ONE_DAY = dt.timedelta(days=1)
NO_DATES = Draft("The plan has no dates: say *Start on 3 May 2027* to give it some.")
NO_SUCH_DATE = Draft("I know no such date: say it like *Start on 3 May 2027*.")


@dataclass(frozen=True)
class StartOn(Intent):
    """Asks for a beginning on the date that is named in these folded words."""

    words: str = ""

    def answer(self, world: World, /) -> Draft:
        """One day after the other from then on."""
        first = date_in(self.words, world.now.date())
        if first is None:
            return NO_SUCH_DATE
        return _begun(start_on(world.itinerary, first))


@dataclass(frozen=True)
class ShiftDates(Intent):
    """Asks for all dates so many days later, or earlier if negative."""

    days: int = 0

    def answer(self, world: World, /) -> Draft:
        """Each dated day on its new date; the days themselves stay as they are."""
        itinerary = world.itinerary
        if not any(day.date for day in itinerary.days):
            return NO_DATES
        return _begun(shift_dates(itinerary, self.days))


@dataclass(frozen=True)
class OrderDates(Intent):
    """Asks for dates that follow one another."""

    def answer(self, world: World, /) -> Draft:
        """The same dates in rising order, over days that stay where they are."""
        itinerary = world.itinerary
        dates = [day.date for day in itinerary.days]
        if not any(dates):
            return NO_DATES
        rising = _rising(dates)
        if rising == dates:
            return Draft("The dates are in order already.")
        days = zip(itinerary.days, rising, strict=True)
        after = itinerary.model_copy(
            update={"days": tuple(day.model_copy(update={"date": date}) for day, date in days)}
        )
        done = "I dealt the dates out in order; the days themselves stay as they are."
        said = f"{done} {told_dates(after)}"
        return Draft(text(said, next_steps("Show the plan")), itinerary=after)


def _rising(dates: Sequence[dt.date | None]) -> list[dt.date | None]:
    """Each of the dates once; those of doubled ones come later."""
    sorted_dates: list[dt.date] = []
    for date in sorted(date for date in dates if date):
        doubled = sorted_dates and sorted_dates[-1] >= date
        sorted_dates.append(_later(sorted_dates[-1]) if doubled else date)
    rest = iter(sorted_dates)
    return [next(rest) if date else None for date in dates]


def _later(date: dt.date) -> dt.date:
    """The day after; the calendar's last one has none."""
    return date + ONE_DAY if date < dt.date.max else date


def _begun(itinerary: Itinerary) -> Draft:
    steps = next_steps("Show the plan", "What about day 1?")
    return Draft(text(told_dates(itinerary), steps), itinerary=itinerary)
