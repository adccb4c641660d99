"""How requests for trips are read: plans, routes, day trips, and their stops as pins."""

from travelbot.data.gazetteer.containment import lies_in
from travelbot.models.places import Place
from travelbot.service.offline import cues
from travelbot.service.offline.answers.around import DayTrips
from travelbot.service.offline.answers.map_edits import AddPins, RemovePins
from travelbot.service.offline.answers.plan import Plan
from travelbot.service.offline.answers.resize import NO_PLAN, GoOn, Narrow, Resize, Widen
from travelbot.service.offline.answers.route import Route
from travelbot.service.offline.answers.show_days import ShowDay, ShowItinerary
from travelbot.service.offline.answers.sights import Sights
from travelbot.service.offline.answers.unknown import Which
from travelbot.service.offline.ask import Ask
from travelbot.service.offline.dates import begins_on_date, has_date
from travelbot.service.offline.globe import each_once
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.numbers import day_asked, stays_in
from travelbot.service.offline.revision_cues import FEWER_DAYS, MORE_DAYS, START
from travelbot.service.offline.revisions import is_about_days

A_ROUTE = Which(need="a route", how="name its stops, such as *From Lisbon to Madrid to Paris*")
A_PIN = Which(need="a name", how="such as *Add Kyoto* or *Remove Kyoto*")
A_PLAN = Which(need="a plan", how="ask for one first, such as *3 days in Lisbon*")


def add(ask: Ask) -> Intent | None:
    """More pins, or more stops of the trip."""
    if not ask.named:
        return A_PIN if "pin" in ask.text else None
    trip = _trip(ask)
    if longer := _then(ask):
        return longer
    if trip and cues.TO_TRIP.search(ask.text):
        together = each_once((*trip.places, *ask.named))
        if isinstance(trip, Route):
            return trip.about(together)
        return Widen(ask.named, trip.about(together), trip)
    return AddPins(ask.named)


def remove(ask: Ask) -> Intent:
    """Fewer pins, or fewer stops of the trip."""
    last = ask.last_places if cues.THAT.search(ask.text) else ()
    places = ask.named or ask.pointed_at or last
    trip = _trip(ask)
    if not places:
        return A_PIN
    if trip and cues.FROM_TRIP.search(ask.text) and set(places) & set(trip.places):
        left = tuple(place for place in trip.places if place not in places)
        return _without(trip, left, places) if left else RemovePins(places)
    return RemovePins(places)


def _without(trip: Plan | Route, left: tuple[Place, ...], gone: tuple[Place, ...]) -> Intent:
    if isinstance(trip, Route):
        return trip.about(left)
    return Narrow(left, trip.about(left), trip, gone)


def _trip(ask: Ask) -> Plan | Route | None:
    known = (intent.known for intent in reversed(ask.earlier))
    return next((intent for intent in known if isinstance(intent, Plan | Route)), None)


def shorter(ask: Ask) -> Intent:
    """The last route in a shorter order."""
    route = ask.last(Route)
    return route.shorter() if route else A_ROUTE


def plan(ask: Ask) -> Intent | None:
    """A plan, or the last one over other days."""
    stays = stays_in(ask.text)
    if not stays and not cues.PLAN.search(ask.text):
        return None
    if not ask.named and not ask.pointed_at and (same := _same_plan(ask, sum(stays))):
        return same
    if cues.THEN.search(ask.words) and (longer := _then(ask)):
        return longer
    places = without_wholes(ask.subject)
    return Plan(places, sum(stays) if stays else None, stays, _start(ask)) if places else Which()


def _then(ask: Ask) -> Intent | None:
    """The plan with so many days more in the places named, which it doesn't have yet."""
    trip, days = _trip(ask), sum(stays_in(ask.text))
    is_further = bool(days and ask.named) and bool(ask.itinerary.days)
    if not isinstance(trip, Plan) or not is_further or set(ask.named) & set(trip.places):
        return None
    further = Plan(ask.named, days)
    return GoOn(ask.named, trip.then(ask.named, days), trip, further)


def _start(ask: Ask) -> str:
    """The words with the date on which a plan is to begin; empty where they name none."""
    is_start = bool(START.search(ask.words)) and has_date(ask.words)
    return ask.words if is_start or begins_on_date(ask.words) else ""


def _same_plan(ask: Ask, days: int) -> Intent | None:
    """The plan over so many days; for 0 the plan as it is."""
    last, in_force = ask.last(Plan), len(ask.itinerary.days)
    if not days:
        return ShowItinerary() if in_force else None
    more = _more_days(ask, days) if in_force else 0
    is_same = more or cues.MAKE_IT.search(ask.text)
    if not is_same and not (last and last.places == ask.last_places):
        return None
    if not last and not in_force:
        return None
    before = last or Plan(ask.last_places)
    wanted = before.for_days(max(1, in_force + more) if more else days)
    return Resize(before.places, wanted, last or NO_PLAN)


def _more_days(ask: Ask, days: int) -> int:
    """By how many days the plan is to be longer, negative for shorter; 0 if not that is asked."""
    said = ask.words.strip(" .!")
    if MORE_DAYS.search(said):
        return days
    return -days if FEWER_DAYS.search(said) else 0


def without_wholes(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places less the countries and regions of others among them."""
    return tuple(p for p in places if not any(lies_in(q, p) for q in places))


def of_days(ask: Ask) -> Intent | None:
    """A change of days where there are none."""
    return A_PLAN if not ask.itinerary.days and is_about_days(ask) else None


def day(ask: Ask) -> Intent | None:
    """A day of the itinerary in force."""
    number, days = day_asked(ask.text), len(ask.itinerary.days)
    if number is None or ask.named:
        return None
    return ShowDay(number=days if number < 0 else number) if days else A_PLAN


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
    if ask.subject and ask.subject[0].kind == "country":
        return Sights(ask.subject)
    return DayTrips(ask.subject[:1]) if ask.subject else Which()
