"""The trip as a calendar (RFC 5545)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Calendar, Event, Timezone
from icalendar.enums import TRANSP

from travelbot.models.trip_map import Marker
from travelbot.service.exports.dated import dated_days
from travelbot.service.exports.export import Export, NumberedDay, NumberedStop
from travelbot.service.scrub import one_line, scrubbed

Uids = Mapping[tuple[int, int], str]
"""By the numbers of a day and of its stop; 0 is the day itself."""
Zones = Mapping[str, ZoneInfo]


def ical(export: Export) -> bytes:
    """Stops with a time as events by the place's clocks, the others in the event of their day.

    A day has an event of its own, all day long, unless each of its stops has a time. A time in
    no known zone is one by whatever clock is there. Days without a date are left out; raises
    NothingToExport where no day has one.
    """
    days = dated_days(export)
    document = Calendar.new(
        prodid="-//Travelbot//Trip//EN", uid=_uid(export, "itself"), name=export.title
    )
    zones = _zones(days)
    for component in (*_rules(zones, days), *_events(export, days, zones)):
        document.add_component(component)
    return bytes(document.to_ical())


def _uids(export: Export) -> Uids:
    """They stay with a stop wherever it is moved, so that a calendar updates its events."""
    seen: Counter[str] = Counter()
    uids: dict[tuple[int, int], str] = {}
    for day in export.days:
        for number, name in [(0, ""), *((each.number, each.name) for each in day.stops)]:
            seen[name] += 1
            uids[day.number, number] = _uid(export, f"{seen[name]}/{name}")
    return uids


def _uid(export: Export, what: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"travelbot:{export.conversation.id}/{what}"))


def _zones(days: Iterable[NumberedDay]) -> Zones:
    """The zones that are known of those in which something has a time."""
    named = {each.stop.timezone for day in days for each in day.stops if each.stop.time}
    return {name: ZoneInfo(name) for name in sorted(named & available_timezones())}


def _rules(zones: Zones, days: Iterable[NumberedDay]) -> Iterator[Timezone]:
    """When each zone's clocks are changed in the years of the trip."""
    years = [day.date.year for day in days if day.date]
    first, last = dt.date(min(years), 1, 1), dt.date(max(years) + 2, 1, 1)
    for name in zones:
        yield Timezone.from_tzid(name, first_date=first, last_date=last)


def _events(export: Export, days: Iterable[NumberedDay], zones: Zones) -> Iterator[Event]:
    uids = _uids(export)
    for day in days:
        untimed = [each for each in day.stops if not each.stop.time]
        if day.date and (untimed or not day.stops):
            yield _day(day, day.date, untimed, uids[day.number, 0], export.now)
        for each in day.stops:
            if day.date and each.stop.time:
                zone = zones.get(each.stop.timezone)
                start = dt.datetime.combine(day.date, each.stop.time, zone)
                yield _stop(each, start, uids[day.number, each.number], export.now)


def _day(
    day: NumberedDay,
    date: dt.date,
    untimed: Sequence[NumberedStop],
    uid: str,
    now: dt.datetime,
) -> Event:
    """It lasts all day, and doesn't make one busy."""
    lines = [f"{each.number}. {each.name}{_more(each)}" for each in untimed]
    return Event.new(
        uid=uid,
        stamp=now,
        start=date,
        summary=day.title,
        description="\n".join(lines) or None,
        transparency=TRANSP.TRANSPARENT,
    )


def _more(each: NumberedStop) -> str:
    more = [part for part in (each.about, one_line(each.stop.note)) if part]
    return f" ({'; '.join(more)})" if more else ""


def _stop(each: NumberedStop, start: dt.datetime, uid: str, now: dt.datetime) -> Event:
    stop = each.stop
    event = Event.new(
        uid=uid,
        stamp=now,
        start=start,
        end=_later(start, stop.stay) if stop.stay else None,
        summary=each.name,
        location=_location(each.name, stop.marker),
        description=scrubbed(stop.note) or None,
    )
    if stop.marker:
        longitude, latitude = stop.marker.position
        event.add("geo", (latitude, longitude))
    return event


def _location(name: str, marker: Marker | None) -> str:
    country = one_line(marker.country) if marker else ""
    return f"{name}, {country}" if country and country not in name else name


def _later(start: dt.datetime, minutes: int) -> dt.datetime:
    """So many minutes later, also where clocks are changed meanwhile."""
    if start.tzinfo is None:
        return start + dt.timedelta(minutes=minutes)
    later = start.astimezone(dt.UTC) + dt.timedelta(minutes=minutes)
    return later.astimezone(start.tzinfo)
