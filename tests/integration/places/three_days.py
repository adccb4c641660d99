"""Three days as the guide plans them, and what becomes of them by hand."""

import datetime as dt

from travelbot.models.itinerary import Itinerary, Stop

PLAN, DRAW = "update_itinerary", "update_map_and_markers"
BOTH = "3 days in Rome and Florence"
FIRST = ["Roman Forum", "Victor Emmanuel II Monument", "Pantheon", "Castel Sant'Angelo"]
SECOND = ["Colosseum", "Palatine Hill", "Baths of Caracalla", "Appian Way"]
THIRD = [
    "Galleria dell'Accademia",
    "Florence Cathedral",
    "Uffizi Gallery",
    "Basilica of Santa Croce",
]
PLANNED = [FIRST, SECOND, THIRD]
MAY = dt.date(2027, 5, 3)


def dated(itinerary: Itinerary, *days: int) -> Itinerary:
    """The itinerary with its days in May."""
    pairs = zip(itinerary.days, days, strict=True)
    changed = (day.model_copy(update={"date": dt.date(2027, 5, n)}) for day, n in pairs)
    return itinerary.model_copy(update={"days": tuple(changed)})


def with_stops(itinerary: Itinerary, number: int, stops: tuple[Stop, ...]) -> Itinerary:
    """The itinerary with other stops on a day."""
    days = list(itinerary.days)
    days[number - 1] = days[number - 1].model_copy(update={"stops": stops})
    return itinerary.model_copy(update={"days": tuple(days)})
