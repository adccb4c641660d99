"""How each kind of request is read from a prompt; None where it isn't one."""

from collections.abc import Sequence

from travelbot.data.gazetteer.containment import lies_in
from travelbot.models.places import Place
from travelbot.service.offline import cues
from travelbot.service.offline.answers.airports import Airports, NoSuchCode
from travelbot.service.offline.answers.around import DayTrips
from travelbot.service.offline.answers.compare import Compare
from travelbot.service.offline.answers.facts import Fact
from travelbot.service.offline.answers.map_edits import AddPins, RemovePins, Zoom
from travelbot.service.offline.answers.plan import DayOf, Plan
from travelbot.service.offline.answers.route import Distance, Route
from travelbot.service.offline.answers.small_talk import SmallTalk
from travelbot.service.offline.answers.unknown import Which
from travelbot.service.offline.answers.visit import Visit
from travelbot.service.offline.ask import Ask
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.numbers import day_asked, stays_in

TWO_PLACES = Which(need="two places", how="name them both")
A_ROUTE = Which(need="a route", how="name its stops, such as *From Lisbon to Madrid to Paris*")
A_PIN = Which(need="a name", how="such as *Remove Kyoto*")
A_PLAN = Which(need="a plan", how="ask for one first, such as *3 days in Lisbon*")


def about(places: Sequence[Place]) -> Intent:
    """What to tell when places are all that is known: of one itself, of several the way."""
    return Visit(tuple(places)) if len(places) == 1 else Route(tuple(places))


def small_talk(ask: Ask) -> Intent | None:
    """A greeting and the like, if nothing else is said."""
    said = (kind for kind, cue in cues.SMALL_TALK.items() if cue.search(ask.text))
    kind = next(said, None) if not ask.named else None
    return SmallTalk(kind=kind) if kind else None


def zoom(ask: Ask) -> Intent:
    """Closer or wider, with how much of it."""
    by = 1 if cues.A_BIT.search(ask.text) else 4 if cues.A_LOT.search(ask.text) else 2
    out = bool(cues.OUT.search(ask.text))
    return Zoom(ask.named[:1], steps=-by if out else by)


def add(ask: Ask) -> Intent | None:
    """More pins, or more stops of the trip."""
    if not ask.named:
        return None
    trip = _trip(ask)
    if trip and cues.TO_TRIP.search(ask.text):
        return trip.about((*trip.places, *(p for p in ask.named if p not in trip.places)))
    return AddPins(ask.named)


def remove(ask: Ask) -> Intent:
    """Fewer pins, or fewer stops of the trip."""
    places = ask.named or ask.pointed_at or ask.last_places
    trip = _trip(ask)
    if not places:
        return A_PIN
    if trip and cues.FROM_TRIP.search(ask.text) and set(places) & set(trip.places):
        left = tuple(place for place in trip.places if place not in places)
        return trip.about(left) if left else RemovePins(places)
    return RemovePins(places)


def _trip(ask: Ask) -> Plan | Route | None:
    known = (intent.known for intent in reversed(ask.earlier))
    return next((intent for intent in known if isinstance(intent, Plan | Route)), None)


def shorter(ask: Ask) -> Intent:
    """The last route in a shorter order."""
    route = ask.last(Route)
    return route.shorter() if route else A_ROUTE


def far(ask: Ask) -> Intent:
    """The way between two places, one of which may be "there"."""
    places = ask.named
    if len(places) < 2:  # noqa: PLR2004
        others = (*(ask.pointed_at or ask.last_places), *ask.focused)
        known = tuple({p.id: p for p in others if p not in places}.values())
        places = (*places, *known)[:2] if places else tuple(reversed(known[:2]))
    return Distance(places) if len(places) > 1 else TWO_PLACES


def fact(ask: Ask) -> Intent | None:
    """A fact about the places named or talked about."""
    topic = next((topic for topic, cue in cues.FACTS.items() if cue.search(ask.text)), None)
    if topic is None:
        return None
    places = ask.subject
    if topic == "difference" and len(ask.named) == 1:
        places = (*ask.last_places[:1], *ask.named)
    return Fact(places, topic) if places else Which()


def airport(ask: Ask) -> Intent | None:
    """An airport, or those of a place."""
    if any(place.kind == "airport" for place in ask.named):
        return Visit(ask.named) if len(ask.named) == 1 else None
    code = cues.CODE.search(ask.prompt)
    if code and not ask.named:
        return NoSuchCode(code=code[1])
    return Airports(ask.subject[:1]) if ask.subject else Which()


def compare(ask: Ask) -> Intent | None:
    """The places named or talked about side by side."""
    if len(ask.named) > 1:
        return Compare(ask.named)
    places = tuple({p.id: p for p in (*ask.last_places, *ask.named)}.values())
    if len(places) == 1:
        places = tuple({p.id: p for p in (*ask.focused[1:2], *places)}.values())
    return Compare(places) if len(places) > 1 else TWO_PLACES


def either(ask: Ask) -> Intent | None:
    """Places with an "or" between them."""
    return Compare(ask.named) if len(ask.named) > 1 else None


def plan(ask: Ask) -> Intent | None:
    """A plan, or the last one over other days."""
    stays, last = stays_in(ask.text), ask.last(Plan)
    if not stays and not cues.PLAN.search(ask.text):
        return None
    if stays and last and not ask.named and not ask.pointed_at:
        same = last.places == ask.last_places or cues.MAKE_IT.search(ask.text)
        return last.for_days(sum(stays)) if same else Plan(ask.subject, sum(stays))
    places = without_wholes(ask.subject)
    return Plan(places, sum(stays) if stays else None, stays) if places else Which()


def without_wholes(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places less the countries and regions of others among them."""
    return tuple(p for p in places if not any(lies_in(q, p) for q in places))


def day(ask: Ask) -> Intent | None:
    """A day of the last plan."""
    number, plan = day_asked(ask.text), ask.last(Plan)
    if number is None or ask.named:
        return None
    if plan is None:
        return A_PLAN
    return DayOf(plan.places, plan, plan.days if number < 0 else number)


def route(ask: Ask) -> Intent | None:
    """The way from place to place."""
    stops = without_wholes(_in_order(ask))
    bound = bool(cues.FROM_TO.search(ask.text))
    return Route(stops, is_bound=bound) if len(stops) > 1 else None


def _in_order(ask: Ask) -> tuple[Place, ...]:
    """The stops as they are driven: "to A from B" and "from A to B via C" name them otherwise."""
    if len(ask.named) < 2:  # noqa: PLR2004
        return ask.named
    start, *others = ask.named
    if cues.TO_VIA.search(ask.text):
        return (start, *others[1:], others[0])
    if cues.TO_FROM.search(ask.text):
        return (others[-1], start, *others[:-1])
    return ask.named


def day_trips(ask: Ask) -> Intent:
    """Day trips from a place; to a place that is named too, the way."""
    if len(ask.named) > 1:
        return Route(ask.named)
    return DayTrips(ask.subject[:1]) if ask.subject else Which()


def more(ask: Ask) -> Intent | None:
    """What comes after the last list."""
    further = (intent.known.more() for intent in reversed(ask.earlier))
    return next(filter(None, further), None)


def same_for(ask: Ask) -> Intent | None:
    """The last question for other places."""
    last = next((i for i in reversed(ask.earlier) if i.places), None)
    repeats = last is not None and not isinstance(last, Visit | Route | AddPins | RemovePins)
    return last.about(ask.named) if last and repeats and ask.named else None


def named(ask: Ask) -> Intent | None:
    """Places, and no more."""
    whole = route(ask)
    places = without_wholes(ask.named) or ask.pointed_at
    return whole or (about(places) if places else None)


def subject(ask: Ask) -> Intent | None:
    """What is talked about, whatever is asked of it."""
    return about(ask.subject[:1]) if ask.subject else None


def there(ask: Ask) -> Intent | None:
    """What was talked about last."""
    return subject(ask)
