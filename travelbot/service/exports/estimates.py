"""The ways between stops in words, as the itinerary tells them."""

from travelbot.models.itinerary import Itinerary
from travelbot.service.itinerary.travel import day_legs
from travelbot.service.itinerary.words import leg_words


def estimated_legs(itinerary: Itinerary, day: int) -> tuple[str, ...]:
    """For each stop of the day at this index the estimated way to it; empty where none is known."""
    return tuple(leg_words(leg) if leg else "" for leg in day_legs(itinerary, day))
