"""How long one stays at stops: as planned, or what is usual for their kind."""

from travelbot.models.itinerary import Day, Stop
from travelbot.service.itinerary.kinds import AREAS, is_airport, is_base, is_no_place, kind

_USUAL = {
    15: ("bridge",),
    30: ("building", "monument", "square", "street", "viewpoint"),
    45: (
        "cemetery",
        "church",
        "harbour",
        "library",
        "mosque",
        "synagogue",
        "temple",
        "university",
        "waterfall",
    ),
    90: ("archaeological site", "castle", "cave", "museum", "neighbourhood", "palace", "stadium"),
    120: ("beach", "canyon", "desert"),
    180: ("island", "mountain", "volcano", "zoo"),
    240: ("national park",),
    360: ("theme park",),
}
_MINUTES = {name: minutes for minutes, names in _USUAL.items() for name in names}
_ELSEWHERE = 60
_AT_AIRPORT = 80


def usual_stay(stop: Stop) -> int:
    """Minutes that one usually stays at a stop of this kind.

    Museums 90: their people advise 45 to 120, and a survey in Bolzano's museum of archaeology in
    2010 found almost two hours, more than in others. Airports 80: 157 for two of them
    (Sauter-Servaes et al., Open Transportation Journal 2019). Hotels and stations 0: their time is
    the night's or the leg's. The others are round figures, and 60 where the kind is unknown.
    """
    if is_airport(stop):
        return _AT_AIRPORT
    if is_base(stop) or is_no_place(stop):
        return 0
    return _MINUTES.get(kind(stop), _ELSEWHERE)


def day_stays(day: Day) -> tuple[int, ...]:
    """Minutes of the day that go to each of its stops; nights don't count.

    A city is where the day begins or ends, unless the plan says how long one stays there.
    """
    last = len(day.stops) - 1
    return tuple(_of_day(stop, index, last) for index, stop in enumerate(day.stops))


def planned_stay(stop: Stop) -> int:
    """Minutes that the plan itself asks for; a hotel's are the night's."""
    return 0 if is_base(stop) else stop.stay or 0


def _of_day(stop: Stop, index: int, last: int) -> int:
    if is_base(stop) and not is_airport(stop):
        return 0
    if kind(stop) in AREAS and (index == last or (index == 0 and stop.stay is None)):
        return 0
    return usual_stay(stop) if stop.stay is None else stop.stay
