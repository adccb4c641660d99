"""Times as a reader says them."""

from datetime import timedelta


def in_words(wait: timedelta) -> str:
    """A time to wait, as a reader says it: seconds, minutes or hours."""
    seconds = max(1, round(wait.total_seconds()))
    for size, unit in ((3600, "hour"), (60, "minute")):
        if seconds > size:
            count = -(-seconds // size)
            return f"{count} {unit}s" if count > 1 else f"1 {unit}"
    return f"{seconds} s"
