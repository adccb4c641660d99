"""Whether a pin stands where its name says: what the gazetteer and a geocoder know of it."""

from travelbot.service.grounding.pins import CheckedPins, PinCheck
from travelbot.service.grounding.stops import Grounded, StopCheck, Wanted
from travelbot.service.grounding.verdicts import Pin

__all__ = ["CheckedPins", "Grounded", "Pin", "PinCheck", "StopCheck", "Wanted"]
