"""Whether a pin stands where its name says: what the gazetteer and a geocoder know of it."""

from travelbot.service.grounding.pins import CheckedPins, Pin, PinCheck

__all__ = ["CheckedPins", "Pin", "PinCheck"]
