"""What stops and days may say, and the sentence for readers where they say something else."""

from collections.abc import Sequence
from itertools import chain

from pydantic import ValidationError

from travelbot.errors import BadEdit
from travelbot.models.itinerary import LONGEST_NOTE, LONGEST_TITLE, Day, Stop
from travelbot.models.trip_map import LONGEST_LABEL

_RULES = {
    "place": f"A stop needs a name of at most {LONGEST_LABEL} characters.",
    "stay": "A stay is between 0 minutes and 24 hours.",
    "note": f"A note has at most {LONGEST_NOTE} characters: shorten it.",
    "title": f"A title has at most {LONGEST_TITLE} characters: shorten it.",
}
_OTHERWISE = "This can't be kept: enter something else."


def checked_stop(details: dict[str, object]) -> Stop:
    """The stop with these details; raises BadEdit."""
    try:
        return Stop.model_validate(details)
    except ValidationError as error:
        raise _refusal(error) from error


def titled_day(day: Day, title: str) -> Day:
    """The day with another title; raises BadEdit."""
    try:
        return Day.model_validate(dict(day) | {"title": title})
    except ValidationError as error:
        raise _refusal(error) from error


def _refusal(error: ValidationError) -> BadEdit:
    """The rule that was broken first, as a sentence."""
    names: Sequence[object] = tuple(chain.from_iterable(e["loc"] for e in error.errors()))
    return BadEdit(next((rule for name, rule in _RULES.items() if name in names), _OTHERWISE))
