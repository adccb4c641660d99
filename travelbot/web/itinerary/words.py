"""What the panel says of a trip, a day, a stop, as Markdown that is safe to show."""

from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.service.itinerary.travel import Leg, day_total
from travelbot.service.itinerary.words import duration, leg_words
from travelbot.service.offline.words import count, km
from travelbot.web.map_pins import describe
from travelbot.web.prose import one_line, plain, plain_line

NO_POSITION = "not on the map: nobody has said where it is"


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


def stop_words(stop: Stop, number: int, leg: Leg | None) -> str:
    """The way to a stop, its number and name, its time, what is known of it, and its note."""
    way = f"> {leg_words(leg)}\n\n" if leg and leg.km else ""
    details = plain_line(" · ".join(_details(stop)))
    note = f"  \n:small[{plain(stop.note)}]" if stop.note else ""
    return f"{way}**{number}** {plain_line(stop.place)}  \n:small[:gray[{details}]]{note}"


def _details(stop: Stop) -> list[str]:
    time = f"{stop.time:%H:%M}" if stop.time else ""
    stay = f"stay {duration(stop.stay)}" if stop.stay else ""
    known = describe(stop.marker) if stop.marker else NO_POSITION
    return [part for part in (time, stay, known) if part]
