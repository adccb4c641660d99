"""Places of the tests, and trips written down briefly: "Colosseum @9:00 +90 by foot"."""

import datetime as dt
import re

from travelbot.models.itinerary import Day, Itinerary, Mode, Stop
from travelbot.models.trip_map import Marker

ROME, PARIS, LONDON = "Europe/Rome", "Europe/Paris", "Europe/London"
NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
PLACES = {
    "Colosseum": (41.8902, 12.4922, "monument", ROME),
    "Roman Forum": (41.8925, 12.4853, "archaeological site", ROME),
    "Pantheon": (41.8986, 12.4769, "temple", ROME),
    "Trevi Fountain": (41.9009, 12.4833, "monument", ROME),
    "Vatican Museums": (41.9065, 12.4536, "museum", ROME),
    "St. Peter's Basilica": (41.9022, 12.4539, "church", ROME),
    "Borghese Gallery": (41.9142, 12.4921, "museum", ROME),
    "Trastevere": (41.8897, 12.4703, "neighbourhood", ROME),
    "Hotel Artemide": (41.9010, 12.4945, "hotel", ROME),
    "Roma Termini station": (41.9010, 12.5018, "", ROME),
    "Fiumicino Airport": (41.8003, 12.2389, "airport", ROME),
    "Rome": (41.8933, 12.4829, "city", ROME),
    "Villa d'Este": (41.9634, 12.7960, "palace", ROME),
    "Hadrian's Villa": (41.9419, 12.7749, "archaeological site", ROME),
    "Pompeii": (40.7497, 14.4869, "archaeological site", ROME),
    "Naples": (40.8518, 14.2681, "city", ROME),
    "Florence": (43.7696, 11.2558, "city", ROME),
    "Uffizi": (43.7687, 11.2553, "museum", ROME),
    "Ponte Vecchio": (43.7680, 11.2531, "bridge", ROME),
    "Florence Cathedral": (43.7731, 11.2560, "church", ROME),
    "Siena": (43.3188, 11.3308, "city", ROME),
    "San Gimignano": (43.4677, 11.0431, "city", ROME),
    "Volterra": (43.4017, 10.8614, "city", ROME),
    "Louvre": (48.8606, 2.3376, "museum", PARIS),
    "Musée d'Orsay": (48.8600, 2.3266, "museum", PARIS),
    "Eiffel Tower": (48.8584, 2.2945, "tower", PARIS),
    "Notre-Dame": (48.8530, 2.3499, "church", PARIS),
    "Sacré-Cœur": (48.8867, 2.3431, "church", PARIS),
    "Versailles": (48.8049, 2.1204, "palace", PARIS),
    "Disneyland Paris": (48.8722, 2.7758, "theme park", PARIS),
    "Mont-Saint-Michel": (48.6361, -1.5115, "church", PARIS),
    "Paris": (48.8566, 2.3522, "city", PARIS),
    "Charles de Gaulle Airport": (49.0097, 2.5479, "airport", PARIS),
    "British Museum": (51.5194, -0.1270, "museum", LONDON),
    "Tower of London": (51.5081, -0.0759, "castle", LONDON),
    "Heathrow Airport": (51.4700, -0.4543, "airport", LONDON),
    "Edinburgh": (55.9533, -3.1883, "city", LONDON),
    "JFK Airport": (40.6413, -73.7781, "airport", NEW_YORK),
    "Metropolitan Museum": (40.7794, -73.9632, "museum", NEW_YORK),
    "Central Park": (40.7829, -73.9654, "park", NEW_YORK),
    "Empire State Building": (40.7484, -73.9857, "building", NEW_YORK),
    "Statue of Liberty": (40.6892, -74.0445, "monument", NEW_YORK),
    "Senso-ji": (35.7148, 139.7967, "temple", TOKYO),
    "Meiji Shrine": (35.6764, 139.6993, "temple", TOKYO),
    "Tokyo Tower": (35.6586, 139.7454, "tower", TOKYO),
    "Shibuya Crossing": (35.6595, 139.7005, "street", TOKYO),
    "Haneda Airport": (35.5494, 139.7798, "airport", TOKYO),
    "Fushimi Inari": (34.9671, 135.7727, "temple", TOKYO),
    "Nijo Castle": (35.0142, 135.7482, "castle", TOKYO),
    "Kinkaku-ji": (35.0394, 135.7292, "temple", TOKYO),
    "Kyoto": (35.0116, 135.7681, "city", TOKYO),
    "Todai-ji": (34.6890, 135.8398, "temple", TOKYO),
    "Nara Park": (34.6851, 135.8430, "park", TOKYO),
    "Gion": (35.0037, 135.7751, "neighbourhood", TOKYO),
    "Reykjavik": (64.1466, -21.9426, "city", "Atlantic/Reykjavik"),
    "Thingvellir": (64.2559, -21.1299, "national park", "Atlantic/Reykjavik"),
    "Geysir": (64.3103, -20.3024, "natural feature", "Atlantic/Reykjavik"),
    "Gullfoss": (64.3271, -20.1199, "waterfall", "Atlantic/Reykjavik"),
    "Seljalandsfoss": (63.6156, -19.9886, "waterfall", "Atlantic/Reykjavik"),
    "Skogafoss": (63.5321, -19.5114, "waterfall", "Atlantic/Reykjavik"),
    "Reynisfjara": (63.4044, -19.0446, "beach", "Atlantic/Reykjavik"),
    "Vik": (63.4186, -19.0060, "city", "Atlantic/Reykjavik"),
    "Jökulsarlon": (64.0784, -16.2306, "lake", "Atlantic/Reykjavik"),
    "Höfn": (64.2539, -15.2082, "city", "Atlantic/Reykjavik"),
    "Los Angeles": (34.0522, -118.2437, "city", "America/Los_Angeles"),
    "Las Vegas": (36.1699, -115.1398, "city", "America/Los_Angeles"),
    "Hoover Dam": (36.0161, -114.7377, "building", "America/Los_Angeles"),
    "Grand Canyon": (36.0579, -112.1431, "canyon", "America/Phoenix"),
    "Horseshoe Bend": (36.8791, -111.5104, "viewpoint", "America/Phoenix"),
    "Antelope Canyon": (36.8619, -111.3743, "canyon", "America/Phoenix"),
    "Page": (36.9147, -111.4558, "city", "America/Phoenix"),
    "Monument Valley": (36.9980, -110.0985, "natural feature", "America/Denver"),
    "LAX Airport": (33.9416, -118.4085, "airport", "America/Los_Angeles"),
    "Sydney Airport": (-33.9399, 151.1753, "airport", "Australia/Sydney"),
    "Sydney Opera House": (-33.8568, 151.2153, "theatre", "Australia/Sydney"),
    "Bondi Beach": (-33.8915, 151.2767, "beach", "Australia/Sydney"),
    "Acropolis": (37.9715, 23.7257, "archaeological site", "Europe/Athens"),
    "Plaka": (37.9725, 23.7300, "neighbourhood", "Europe/Athens"),
    "Piraeus Port": (37.9421, 23.6465, "harbour", "Europe/Athens"),
    "Mykonos": (37.4467, 25.3289, "island", "Europe/Athens"),
    "Delos": (37.3963, 25.2689, "archaeological site", "Europe/Athens"),
    "Naxos": (37.1036, 25.3766, "island", "Europe/Athens"),
    "Santorini": (36.3932, 25.4615, "island", "Europe/Athens"),
    "Oia": (36.4618, 25.3753, "city", "Europe/Athens"),
    "Akrotiri": (36.3517, 25.4034, "archaeological site", "Europe/Athens"),
    "Bangkok": (13.7563, 100.5018, "city", "Asia/Bangkok"),
    "Chiang Mai": (18.7883, 98.9853, "city", "Asia/Bangkok"),
    "Prado": (40.4138, -3.6921, "museum", "Europe/Madrid"),
    "Retiro Park": (40.4153, -3.6844, "park", "Europe/Madrid"),
    "Royal Palace": (40.4180, -3.7143, "palace", "Europe/Madrid"),
    "Toledo Cathedral": (39.8571, -4.0236, "church", "Europe/Madrid"),
}
_STOP = re.compile(
    r"(?P<name>.+?)(?: @(?P<time>\d+:\d+))?(?: \+(?P<stay>\d+))?(?: by (?P<mode>\w+))?"
)


def stop(text: str, *, verified: bool = True) -> Stop:
    """A stop as the text says; without a marker where the atlas doesn't have it."""
    found = _STOP.fullmatch(text)
    assert found
    name, time, stay, mode = found.groups()
    hour, minute = map(int, (time or "0:0").split(":"))
    return Stop(
        place=name,
        marker=_marker(name, verified=verified) if name in PLACES else None,
        timezone=PLACES[name][3] if name in PLACES else "",
        time=dt.time(hour, minute) if time else None,
        stay=int(stay) if stay else None,
        mode=Mode(mode) if mode else None,
    )


def trip(*days: str, start: str = "") -> Itinerary:
    """A trip of days, their stops set apart by semicolons; dated from `start` on."""
    first = dt.date.fromisoformat(start) if start else None
    return Itinerary(
        days=tuple(
            Day(date=first and first + dt.timedelta(days=index), stops=_stops(day))
            for index, day in enumerate(days)
        )
    )


def dates(itinerary: Itinerary) -> list[dt.date | None]:
    """The date of each day."""
    return [day.date for day in itinerary.days]


def _stops(day: str) -> tuple[Stop, ...]:
    return tuple(stop(text.strip()) for text in day.split(";") if text.strip())


def _marker(name: str, *, verified: bool) -> Marker:
    latitude, longitude, kind, _ = PLACES[name]
    return Marker(
        latitude=latitude,
        longitude=longitude,
        label=name,
        source="gazetteer" if verified else "model",
        verified=verified,
        kind=kind,
    )
