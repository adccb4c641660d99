"""Times as a reader says them."""

from datetime import timedelta


def in_words(wait: timedelta) -> str:
    """A time to wait, as a reader says it: seconds, minutes or hours."""
    seconds = max(1, round(wait.total_seconds()))
    for size, unit in ((3600, "hour"), (60, "minute")):
        if seconds > size:
            return f"{-(-seconds // size)} {unit}s"
    return f"{seconds} s"
