"""The guide: finds the places of a prompt, looks them up, draws them, and tells what it knows."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from travelbot.data.gazetteer import Gazetteer, extract
from travelbot.models.places import Place
from travelbot.service.offline.facts import describe_one, describe_route, sights_around
from travelbot.service.offline.request import GuideRequest
from travelbot.service.offline.wire import Call, Calls, Say

LOOK_UP, DRAW = "find_places", "update_map_and_markers"
MAX_PLACES = 20
"""Of one prompt; each is looked up and pinned."""
ZOOM = {"city": 12, "sight": 14, "airport": 11, "region": 6, "country": 4}
HELP = """\
I'm Travelbot's **built-in guide**: no language model, but an atlas that can talk. I know the \
world's cities, countries, airports and some three thousand sights, and how far apart they are.

Try one of these:

- *Let's visit Tokyo, Japan*
- *From Lisbon to Madrid to Paris*
- *How far is Cairo from Nairobi?*

For itineraries and opinions, choose a language model under **Model** in the sidebar.\
"""
UNKNOWN = """\
I found no place that I know in your message. I'm only the **built-in guide**: I know cities, \
countries, regions, airports and well-known sights.

Name one of those, such as *Rome* or *Machu Picchu*, or choose a language model under **Model** \
in the sidebar.\
"""
SMALL_TALK = re.compile(
    r"\W*(hi|hello|hey|help|thanks?|thank you|good (morning|evening|day))\b", re.IGNORECASE
)


class Guide:
    """Answers from the gazetteer, using the same tools as a language model in the same order."""

    def __init__(
        self, gazetteer: Gazetteer, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._gazetteer = gazetteer
        self._now = now

    def answer(self, request: GuideRequest) -> Say | Calls:
        """Look the places up, then draw them, then speak."""
        found = extract(request.prompt, self._gazetteer)
        places = found[:MAX_PLACES]
        if not places:
            return Say(HELP if SMALL_TALK.match(request.prompt) else UNKNOWN)
        if LOOK_UP in request.tools and not request.has("places"):
            return Calls(tuple(_look_up(place) for place in places))
        if DRAW in request.tools and not request.has("viewport"):
            return Calls((self._draw(places),))
        if len(places) == 1:
            return Say(describe_one(self._gazetteer, places[0], self._now()))
        left_out = (
            f"I took the first {MAX_PLACES} of your places. " if len(found) > MAX_PLACES else ""
        )
        return Say(left_out + describe_route(places))

    def _draw(self, places: Sequence[Place]) -> Call:
        if len(places) > 1:
            return Call(DRAW, {"markers": [_marker(place) for place in places]})
        place = places[0]
        pins = [place, *sights_around(self._gazetteer, place)]
        view = {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "zoom": ZOOM[place.kind],
        }
        markers = [_marker(pin) for pin in pins]
        return Call(DRAW, {"view": view, "markers": markers, "place": place.name})


def _look_up(place: Place) -> Call:
    country = {"country": place.country} if place.country else {}
    return Call(LOOK_UP, {"query": place.name, **country, "limit": 3})


def _marker(place: Place) -> dict[str, object]:
    return {"latitude": place.latitude, "longitude": place.longitude, "label": place.name}
