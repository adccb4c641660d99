"""Numbers of tokens in words."""

from travelbot.models.usage import Usage


def tokens(usage: Usage) -> str:
    """The total, marked where it is estimated."""
    about = "about " if usage.estimated else ""
    return f"{about}{usage.total:,} token{'' if usage.total == 1 else 's'}"
