"""What a conversation has made, as one value: the map and the itinerary in force."""

from travelbot.models.base import Value
from travelbot.models.itinerary import Itinerary
from travelbot.models.trip_map import Marker, TripMap


class Trip(Value):
    """What the tools work on."""

    map: TripMap = TripMap()
    itinerary: Itinerary = Itinerary()

    @property
    def other_markers(self) -> tuple[Marker, ...]:
        """The map's markers that stand at none of the stops."""
        stops = (stop for day in self.itinerary.days for stop in day.stops)
        taken = {stop.marker.spot for stop in stops if stop.marker}
        return tuple(marker for marker in self.map.markers if marker.spot not in taken)
