"""Which request a prompt makes: a table of patterns, tried in turn."""

import re
from collections.abc import Callable

from travelbot.service.offline import cues, readings, trips
from travelbot.service.offline.answers.beyond import Beyond
from travelbot.service.offline.answers.map_edits import Clear, Zoom
from travelbot.service.offline.answers.small_talk import SmallTalk
from travelbot.service.offline.answers.unknown import Unknown
from travelbot.service.offline.ask import Ask
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.revisions import revision

Reading = Callable[[Ask], Intent | None]
"""Makes a request of a prompt, or None if this is not what it asks."""


def understand(ask: Ask) -> Intent:
    """The first reading that fits, with what no gazetteer knows said beside it."""
    if about_days := revision(ask):
        return about_days
    if ask.unknown and not ask.named:
        return Unknown(prompt=ask.prompt, names=ask.unknown)
    topics = tuple(topic for topic, cue in cues.BEYOND.items() if cue.search(ask.text))
    found = next(filter(None, (read(ask) for read in READINGS)), None)
    if not topics or isinstance(found, SmallTalk | Clear | Zoom):
        return found or Unknown(prompt=ask.prompt)
    instead = found if found and found.places else readings.subject(ask)
    return Beyond(instead.places if instead else (), topics, instead)


def _yes(ask: Ask) -> Intent | None:
    """The prompt with the unknown name once more, for the place that was offered."""
    last = ask.earlier[-1] if ask.earlier else None
    if not isinstance(last, Unknown) or not last.near:
        return None
    return understand(Ask(last.prompt, last.near[:1], ask.earlier[:-1], (), ask.itinerary))


def _when(cue: re.Pattern[str], make: Reading) -> Reading:
    return lambda ask: make(ask) if cue.search(ask.text) else None


READINGS: tuple[Reading, ...] = (
    _when(cues.YES, _yes),
    readings.small_talk,
    _when(cues.CONTINENT, readings.continent),
    _when(cues.CLEAR, lambda _: Clear()),
    _when(cues.ZOOM, readings.zoom),
    _when(cues.SHORTER, trips.shorter),
    _when(cues.REMOVE, trips.remove),
    _when(cues.ADD, trips.add),
    _when(cues.FAR, readings.far),
    readings.fact,
    _when(cues.AIRPORT, readings.airport),
    _when(cues.COMPARE, readings.compare),
    _when(cues.EITHER, readings.either),
    trips.of_days,
    trips.day,
    _when(cues.DAY_TRIPS, trips.day_trips),
    trips.plan,
    _when(cues.AROUND, readings.around),
    _when(cues.SEE, readings.see),
    _when(cues.AND, readings.same_for),
    _when(cues.MORE, readings.more),
    readings.named,
    _when(cues.THERE, readings.there),
)
