"""Places of the world: by name, by position, and found in what people write."""

from travelbot.data.gazetteer.extract import extract
from travelbot.data.gazetteer.store import GAZETTEER_FILE, Gazetteer

__all__ = ["GAZETTEER_FILE", "Gazetteer", "extract"]
