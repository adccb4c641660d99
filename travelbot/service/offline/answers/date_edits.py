"""Requests about the dates of the itinerary."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from travelbot.models.itinerary import Itinerary
from travelbot.service.offline.answers.day_words import said_date
from travelbot.service.offline.dates import date_in
from travelbot.service.offline.days import next_day, with_dates
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import next_steps, text
from travelbot.service.offline.world import World

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class StartOn(Intent):
    """Asks for a beginning on the date that is named in these folded words."""

    words: str = ""

    def answer(self, world: World, /) -> Draft:
        """One day after the other from then on."""
        plan = world.itinerary
        first = date_in(self.words, world.now.date())
        last = first.toordinal() + len(plan.days) - 1 if first else 0
        if first is None or last > dt.date.max.toordinal():
            return Draft("I know no such date: say it like *Start on 3 May 2027*.")
        after = with_dates(plan, [first + n * ONE_DAY for n in range(len(plan.days))])
        return Draft(text(_told(after), next_steps("Show the plan", "What about day 1?")),
                     itinerary=after)  # fmt: skip


@dataclass(frozen=True)
class OrderDates(Intent):
    """Asks for dates that follow one another."""

    def answer(self, world: World, /) -> Draft:
        """The same dates in rising order, over days that stay where they are."""
        plan = world.itinerary
        dates = [day.date for day in plan.days]
        if not any(dates):
            return Draft("The plan has no dates: say *Start on 3 May 2027* to give it some.")
        rising = _rising(dates)
        if rising == dates:
            return Draft("The dates are in order already.")
        after = with_dates(plan, rising)
        said = (
            f"I dealt the dates out in order; the days themselves stay as they are. {_told(after)}"
        )
        return Draft(text(said, next_steps("Show the plan")), itinerary=after)


def _rising(dates: Sequence[dt.date | None]) -> list[dt.date | None]:
    """Each of the dates once; those of doubled ones come later."""
    sorted_dates: list[dt.date] = []
    for date in sorted(date for date in dates if date):
        earliest = next_day(sorted_dates[-1]) if sorted_dates else date
        sorted_dates.append(max(date, earliest))
    rest = iter(sorted_dates)
    return [next(rest) if date else None for date in dates]


def _told(plan: Itinerary) -> str:
    dated = [(number, day.date) for number, day in enumerate(plan.days, start=1) if day.date]
    (first, start), (last, end) = dated[0], dated[-1]
    if first == last:
        return f"Day {first} is on {said_date(start)}."
    return f"Day {first} is on {said_date(start)}, and day {last} on {said_date(end)}."
