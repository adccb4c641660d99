"""Which request a prompt makes: a table of patterns, tried in turn."""

import re
from collections.abc import Callable, Sequence

from travelbot.models.places import Place
from travelbot.service.offline import cues
from travelbot.service.offline.answers.airports import Airports, NoSuchCode
from travelbot.service.offline.answers.around import Around, DayTrips
from travelbot.service.offline.answers.beyond import Beyond
from travelbot.service.offline.answers.compare import Compare
from travelbot.service.offline.answers.facts import Fact
from travelbot.service.offline.answers.map_edits import AddPins, Clear, RemovePins, Zoom
from travelbot.service.offline.answers.plan import DayOf, Plan
from travelbot.service.offline.answers.route import Distance, Route
from travelbot.service.offline.answers.sights import Sights
from travelbot.service.offline.answers.small_talk import SmallTalk
from travelbot.service.offline.answers.unknown import Unknown, Which
from travelbot.service.offline.answers.visit import Visit
from travelbot.service.offline.ask import Ask
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.numbers import day_asked, days_in

Reading = Callable[[Ask], Intent | None]
"""Makes a request of a prompt, or None if this is not what it asks."""


def understand(ask: Ask) -> Intent:
    """The first reading that fits, with what no gazetteer knows said beside it."""
    if ask.unknown and not ask.named:
        return Unknown(prompt=ask.prompt, names=ask.unknown)
    topics = tuple(topic for topic, cue in cues.BEYOND.items() if cue.search(ask.text))
    readings = BEFORE_BEYOND if topics else READINGS
    found = next(filter(None, (read(ask) for read in readings)), None)
    if topics and not isinstance(found, FREE_OF_TOPICS):
        instead = found or (about(ask.subject[:1]) if ask.subject else None)
        return Beyond(instead.places if instead else (), topics, instead)
    return found or Unknown(prompt=ask.prompt)


def about(places: Sequence[Place]) -> Intent:
    """What to tell when places are all that is known: of one itself, of several the way."""
    return Visit(tuple(places)) if len(places) == 1 else Route(tuple(places))


def _when(cue: re.Pattern[str], make: Reading) -> Reading:
    return lambda ask: make(ask) if cue.search(ask.text) else None


def _of(make: Callable[[tuple[Place, ...]], Intent]) -> Reading:
    """A request about the places named or talked about; without any, ask which."""
    return lambda ask: make(ask.subject) if ask.subject else Which()


def _small_talk(ask: Ask) -> Intent | None:
    said = (kind for kind, cue in cues.SMALL_TALK.items() if cue.fullmatch(ask.text))
    kind = next(said, None) if not ask.named else None
    return SmallTalk(kind=kind) if kind else None


def _zoom(ask: Ask) -> Intent:
    by = 1 if cues.A_BIT.search(ask.text) else 4 if cues.A_LOT.search(ask.text) else 2
    out = bool(cues.OUT.search(ask.text))
    return Zoom(ask.named[:1], steps=-by if out else by)


def _add(ask: Ask) -> Intent | None:
    if not ask.named:
        return None
    trip = _trip(ask)
    if trip and cues.TO_TRIP.search(ask.text):
        return trip.about((*trip.places, *(p for p in ask.named if p not in trip.places)))
    return AddPins(ask.named)


def _remove(ask: Ask) -> Intent | None:
    places = ask.named or ask.pointed_at or ask.last_places
    trip = _trip(ask)
    if not places:
        return None
    if trip and cues.FROM_TRIP.search(ask.text) and set(places) & set(trip.places):
        left = tuple(place for place in trip.places if place not in places)
        return trip.about(left) if left else RemovePins(places)
    return RemovePins(places)


def _trip(ask: Ask) -> Plan | Route | None:
    known = (intent.known for intent in reversed(ask.earlier))
    return next((intent for intent in known if isinstance(intent, Plan | Route)), None)


def _shorter(ask: Ask) -> Intent:
    route = ask.last(Route)
    return route.shorter() if route else Which(need="a route", how=NAME_STOPS)


def _far(ask: Ask) -> Intent:
    places = ask.named
    if len(places) < 2:  # noqa: PLR2004
        others = (*(ask.pointed_at or ask.last_places), *ask.focused)
        known = tuple({p.id: p for p in others if p not in places}.values())
        places = (*places, *known)[:2] if places else tuple(reversed(known[:2]))
    return Distance(places) if len(places) > 1 else Which(need="two places", how="name them both")


def _fact(ask: Ask) -> Intent | None:
    topic = next((topic for topic, cue in cues.FACTS.items() if cue.search(ask.text)), None)
    if topic is None:
        return None
    places = ask.subject
    if topic == "difference" and len(ask.named) == 1:
        places = (*ask.last_places[:1], *ask.named)
    return Fact(places, topic) if places else Which()


def _airport(ask: Ask) -> Intent | None:
    codes = [p for p in ask.named if p.kind == "airport"]
    if codes:
        return Visit((codes[0],))
    code = cues.CODE.search(ask.prompt)
    if code and not ask.named:
        return NoSuchCode(code=code[1])
    return Airports(ask.subject[:1]) if ask.subject else Which()


def _compare(ask: Ask) -> Intent | None:
    if len(ask.named) > 1:
        return Compare(ask.named)
    places = tuple({p.id: p for p in (*ask.last_places, *ask.named)}.values())
    if len(places) == 1:
        places = tuple({p.id: p for p in (*ask.focused[1:2], *places)}.values())
    return Compare(places) if len(places) > 1 else Which(need="two places", how="name them both")


def _either(ask: Ask) -> Intent | None:
    return Compare(ask.named) if len(ask.named) > 1 else None


def _plan(ask: Ask) -> Intent | None:
    days = days_in(ask.text)
    last = ask.last(Plan)
    if days is None and not cues.PLAN.search(ask.text):
        return None
    if days is not None and last and not ask.named and not ask.pointed_at:
        same = last.places == ask.last_places or cues.MAKE_IT.search(ask.text)
        return last.for_days(days) if same else Plan(ask.subject, days)
    return Plan(ask.subject, days) if ask.subject else Which()


def _day(ask: Ask) -> Intent | None:
    number, plan = day_asked(ask.text), ask.last(Plan)
    if number is None or ask.named:
        return None
    if plan is None:
        return Which(need="a plan", how="ask for one first, such as *3 days in Lisbon*")
    return DayOf(plan.places, plan, plan.days if number < 0 else number)


def _route(ask: Ask) -> Intent | None:
    return Route(_in_order(ask), is_bound=True) if len(ask.named) > 1 else None


def _in_order(ask: Ask) -> tuple[Place, ...]:
    """The stops as they are driven: "to A from B" and "from A to B via C" name them otherwise."""
    places = ask.named
    via = cues.VIA.split(ask.prompt, maxsplit=1)
    if len(via) > 1 and cues.FROM_TO.search(ask.text):
        between = [p for p in places[2:] if p not in places[:2]]
        return (places[0], *between, places[1])
    if cues.TO_FROM.search(ask.text):
        return (*places[1:], places[0])
    return places


def _more(ask: Ask) -> Intent | None:
    further = (intent.known.more() for intent in reversed(ask.earlier))
    return next(filter(None, further), None)


def _and(ask: Ask) -> Intent | None:
    last = next((i for i in reversed(ask.earlier) if i.places), None)
    repeats = last is not None and not isinstance(last, Visit | Route | AddPins | RemovePins)
    return last.about(ask.named) if last and repeats and ask.named else None


def _yes(ask: Ask) -> Intent | None:
    """The prompt with the unknown name once more, for the place that was offered."""
    last = ask.earlier[-1] if ask.earlier else None
    if not isinstance(last, Unknown) or not last.near:
        return None
    return understand(Ask(last.prompt, last.near[:1], ask.earlier[:-1]))


def _named(ask: Ask) -> Intent | None:
    places = ask.named or ask.pointed_at
    return about(places) if places else None


def _there(ask: Ask) -> Intent | None:
    return about(ask.last_places[:1]) if ask.last_places else Which()


TRIP_READINGS: tuple[Reading, ...] = (
    _when(cues.DAY_TRIPS, _of(DayTrips)),
    _plan,
)
BEFORE_BEYOND: tuple[Reading, ...] = (
    *TRIP_READINGS,
    _when(cues.FROM_TO, _route),
    _when(cues.AROUND, lambda ask: Around(ask.subject) if ask.subject else None),
)
"""What is still answered when something is asked that no gazetteer knows."""
READINGS: tuple[Reading, ...] = (
    _when(cues.YES, _yes),
    _small_talk,
    _when(cues.CLEAR, lambda _: Clear()),
    _when(cues.ZOOM, _zoom),
    _when(cues.SHORTER, _shorter),
    _when(cues.REMOVE, _remove),
    _when(cues.ADD, _add),
    _when(cues.FAR, _far),
    _fact,
    _when(cues.AIRPORT, _airport),
    _when(cues.COMPARE, _compare),
    _when(cues.EITHER, _either),
    _day,
    *TRIP_READINGS,
    _when(cues.AROUND, _of(Around)),
    _when(cues.SEE, _of(Sights)),
    _when(cues.ROUTE, _route),
    _when(cues.AND, _and),
    _when(cues.MORE, _more),
    _named,
    _when(cues.THERE, _there),
)
NAME_STOPS = "name its stops, such as *From Lisbon to Madrid to Paris*"
FREE_OF_TOPICS = (SmallTalk, Clear, Zoom)
