"""What kinds of stops there are, as far as their markers and names tell."""

import re

from travelbot.data.gazetteer.folding import name_key
from travelbot.models.itinerary import Stop

AREAS = frozenset({"city", "country", "island", "region"})
"""Where one may be for days, and spend a night."""
_AGAIN = AREAS | {
    "beach",
    "canyon",
    "desert",
    "harbour",
    "lake",
    "mountain",
    "national park",
    "natural feature",
    "neighbourhood",
    "theme park",
    "volcano",
}
"""What is visited on several days without a second thought."""
_BASES = frozenset(
    {
        "airport",
        "alpine hut",
        "apartment",
        "bus station",
        "camp site",
        "chalet",
        "ferry terminal",
        "guest house",
        "hostel",
        "hotel",
        "motel",
        "station",
    }
)
_AIRPORT_WORDS = "airport|flughafen|aeroport|aeropuerto|aeroporto|luchthaven|kuko"
_AIRPORT = re.compile(rf"\b(?:{_AIRPORT_WORDS})\b")
_BASE = re.compile(
    rf"\b(?:{_AIRPORT_WORDS}|hotel|hostel|motel|airbnb|apartments?|guest ?house|inn|lodge|resort"
    r"|ryokan|riad|camp(?:site|ground)?|check ?(?:in|out)|overnight|station|terminal|ferry|port"
    r"|bahnhof|hauptbahnhof|gare|estacion|estacao|stazione)\b"
)
_NO_PLACE = re.compile(
    r"(?:(?:late|early|quick|light|picnic|farewell|welcome) )?"
    r"(?:breakfast|brunch|lunch|dinner|supper|coffee|drinks|check ?(?:in|out)|hotel|rest|packing"
    r"|shopping|free|relax(?:ing)?|departure|arrival|flight|drive|transfer|train(?: ride)?|ferry)"
    r"(?: (?:break|time|day|evening|morning|afternoon|home))?(?: (?:at|in) (?:the |your )?hotel)?"
)


def kind(stop: Stop) -> str:
    """What the stop is ("museum"); empty where nobody knows."""
    return stop.marker.kind if stop.marker else ""


def is_airport(stop: Stop) -> bool:
    """Whether one flies from or to it; its name tells where the kind is unknown."""
    return kind(stop) == "airport" if kind(stop) else _is_named(_AIRPORT, stop)


def is_base(stop: Stop) -> bool:
    """Whether one sleeps there or travels through: hotels, stations, airports."""
    return kind(stop) in _BASES if kind(stop) else _is_named(_BASE, stop)


def may_come_again(stop: Stop) -> bool:
    """Whether one naturally comes there more than once."""
    return is_base(stop) or kind(stop) in _AGAIN or is_no_place(stop)


def is_no_place(stop: Stop) -> bool:
    """Whether it only says what is done, such as "Lunch" or "Free afternoon"."""
    return stop.marker is None and bool(_NO_PLACE.fullmatch(name_key(stop.place)))


def _is_named(words: re.Pattern[str], stop: Stop) -> bool:
    return bool(words.search(name_key(stop.place)))
