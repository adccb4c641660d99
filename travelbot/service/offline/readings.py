"""How each kind of request is read from a prompt; None where it isn't one."""

from collections.abc import Sequence

from travelbot.models.places import Place
from travelbot.service.offline import cues, trips
from travelbot.service.offline.answers.airports import Airports, NoSuchCode
from travelbot.service.offline.answers.around import Around
from travelbot.service.offline.answers.compare import Compare
from travelbot.service.offline.answers.facts import Fact
from travelbot.service.offline.answers.map_edits import AddPins, RemovePins, Zoom
from travelbot.service.offline.answers.route import Distance, Route
from travelbot.service.offline.answers.sights import Sights
from travelbot.service.offline.answers.small_talk import SmallTalk
from travelbot.service.offline.answers.stop_additions import AddStop
from travelbot.service.offline.answers.unknown import Which
from travelbot.service.offline.answers.visit import Visit
from travelbot.service.offline.ask import Ask
from travelbot.service.offline.globe import each_once
from travelbot.service.offline.intent import Intent

A_COUNTRY = Which(need="a country, region or city", how="a continent is too large for me")
TWO_PLACES = Which(need="two places", how="name them both")


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


def continent(ask: Ask) -> Intent | None:
    """A continent, which is no place of the gazetteer."""
    return A_COUNTRY if not ask.named else None


def far(ask: Ask) -> Intent:
    """The way between two places, one of which may be "there"."""
    places = ask.named
    if len(places) < 2:  # noqa: PLR2004
        others = (*(ask.pointed_at or ask.last_places), *ask.focused)
        known = each_once(place for place in others if place not in places)
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
    places = each_once((*ask.last_places, *ask.named))
    if len(places) == 1:
        places = each_once((*ask.focused[1:2], *places))
    return Compare(places) if len(places) > 1 else TWO_PLACES


def either(ask: Ask) -> Intent | None:
    """Places with an "or" between them."""
    return Compare(ask.named) if len(ask.named) > 1 else None


def see(ask: Ask) -> Intent:
    """What there is to see in a place."""
    return Sights(ask.subject) if ask.subject else Which()


def around(ask: Ask) -> Intent:
    """What is near a place; near a country, its neighbours."""
    if not ask.subject:
        return Which()
    place = ask.subject[0]
    return Fact((place,), "neighbours") if place.kind == "country" else Around((place,))


def more(ask: Ask) -> Intent | None:
    """What comes after the last list."""
    further = (intent.known.more() for intent in reversed(ask.earlier))
    return next(filter(None, further), None)


def same_for(ask: Ask) -> Intent | None:
    """The last question for other places."""
    last = next((i for i in reversed(ask.earlier) if i.places), None)
    once = Visit | Route | AddPins | RemovePins | AddStop
    repeats = last is not None and not isinstance(last, once)
    return last.about(ask.named) if last and repeats and ask.named else None


def named(ask: Ask) -> Intent | None:
    """Places, and no more."""
    whole = trips.route(ask)
    places = trips.without_wholes(ask.named) or ask.pointed_at
    return whole or (about(places) if places else None)


def subject(ask: Ask) -> Intent | None:
    """What is talked about, whatever is asked of it."""
    return about(ask.subject[:1]) if ask.subject else None


def there(ask: Ask) -> Intent | None:
    """What was talked about last."""
    return subject(ask)
