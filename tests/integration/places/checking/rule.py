"""What a rule is, and the patterns that many rules share."""

import re
from collections.abc import Callable

NAME = r"\*\*([^*\n]+)\*\*"
KM = r"((?:under )?[\d,.]*\d km)"
MILES = r"([\d,.]*\d miles)"
WAY = r"(north-east|north-west|south-east|south-west|north|south|east|west)"
Rule = tuple[str, Callable[[re.Match[str]], bool]]
"""A pattern, and what must be true of its match."""
