"""What a conversation has made, as one value: the map and the itinerary in force."""

from travelbot.models.base import Value
from travelbot.models.itinerary import Itinerary
from travelbot.models.trip_map import TripMap


class Trip(Value):
    """What the tools work on."""

    map: TripMap = TripMap()
    itinerary: Itinerary = Itinerary()
