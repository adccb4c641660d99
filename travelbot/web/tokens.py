"""Numbers of tokens in words."""

from travelbot.models.usage import Usage
from travelbot.service.quantities import count


def tokens(usage: Usage) -> str:
    """The total, marked where it is estimated."""
    about = "about " if usage.estimated else ""
    return f"{about}{count(usage.total, 'token')}"
