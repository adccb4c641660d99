"""What the panel says of a trip, a day, a stop, as Markdown that is safe to show."""

from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.trip_map import UNVERIFIED, Marker
from travelbot.service.itinerary.travel import Leg, day_total
from travelbot.service.itinerary.words import duration, leg_words
from travelbot.service.quantities import count, km
from travelbot.web.prose import one_line, plain, plain_line


def trip_words(itinerary: Itinerary) -> str:
    """How much there is in the trip: "3 days · 9 stops · about 42 km"."""
    stops = sum(len(day.stops) for day in itinerary.days)
    length = sum(day_total(itinerary, day).km for day in range(len(itinerary.days)))
    parts = [count(len(itinerary.days), "day"), count(stops, "stop")]
    return " · ".join([*parts, f"about {km(length)}"] if length else parts)


def day_words(day: Day, number: int) -> str:
    """How a day is called: "Day 1 · Mon 4 May · Old town"."""
    parts = [f"**Day {number}**", date_words(day), plain_line(day.title)]
    return " · ".join(filter(None, parts))


def day_line(day: Day, number: int) -> str:
    """The same as it stands, for where nothing is read as Markdown."""
    return " · ".join(filter(None, (f"Day {number}", date_words(day), one_line(day.title))))


def date_words(day: Day) -> str:
    """A day's date: "Mon 4 May"; empty where it has none."""
    return f"{day.date:%a} {day.date.day} {day.date:%b}" if day.date else ""


def stop_words(stop: Stop, number: int, onward: Leg | None) -> str:
    """A stop's number and name, its time, what is known of it, its note, and the way onward."""
    lines = [f"**{number}** {plain_line(stop.place)}"]
    if details := " · ".join(_details(stop)):
        lines.append(f":small[:gray[{plain_line(details)}]]")
    if stop.note:
        lines.append(f":small[{plain(stop.note)}]")
    return "\n\n".join(filter(None, ("  \n".join(lines), way_words(onward))))


def way_words(leg: Leg | None) -> str:
    """The way from a stop to the next; empty where nobody knows, and where there is none."""
    return f"> {leg_words(leg)}" if leg and leg.km else ""


def _details(stop: Stop) -> list[str]:
    time = f"{stop.time:%H:%M}" if stop.time else ""
    stay = f"stay {duration(stop.stay)}" if stop.stay else ""
    return [part for part in (time, stay, *_position(stop.marker)) if part]


def _position(marker: Marker | None) -> tuple[str, ...]:
    if marker is None:
        return ("not on the map",)
    return (marker.kind, "" if marker.verified else UNVERIFIED)
