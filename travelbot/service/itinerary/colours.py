"""The colour of each day, on the map, in files and on paper alike."""

PALETTE = ("#0f766e", "#b45309", "#2563eb", "#c026d3", "#4d7c0f", "#9333ea", "#64748b")
"""White figures can be read on each, and each can be seen on the light map and the dark one.

None is the red of pins that belong to no day.
"""


def day_colour(day: int) -> str:
    """The colour of the day at this index as "#rrggbb"; after the last one they begin anew."""
    return PALETTE[day % len(PALETTE)]


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of "#rrggbb", 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
