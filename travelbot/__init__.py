"""Travelbot: chat about a trip, and watch it drawn on the map while the answer streams."""

__version__ = "0.1.0"
