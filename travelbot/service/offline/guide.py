"""The guide: understands a prompt in its conversation, looks up, plans, draws, and tells."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import TypeVar

from pydantic import ValidationError

from travelbot.data.gazetteer import Gazetteer, extract
from travelbot.errors import BadEdit, BadToolCall
from travelbot.models.itinerary import Itinerary
from travelbot.models.places import Place
from travelbot.service.grounding import StopCheck
from travelbot.service.itinerary_arguments import as_arguments
from travelbot.service.itinerary_tool import Check, planned
from travelbot.service.offline.answers.unknown import Unknown, did_you_mean, no_such_place
from travelbot.service.offline.ask import Ask
from travelbot.service.offline.cues import CONTINENT
from travelbot.service.offline.draft import Draft, Drawing
from travelbot.service.offline.globe import each_once
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.names import spelt_like, unknown_names
from travelbot.service.offline.readings import about
from travelbot.service.offline.request import DRAW, LOOK_UP, PLAN, Exchange, Talk
from travelbot.service.offline.understand import understand
from travelbot.service.offline.wire import Call, Calls, Say
from travelbot.service.offline.world import World
from travelbot.service.tools import parse_arguments

MAX_PLACES = 20
"""Of one prompt; what comes after is left out."""
MAX_LOOK_UPS = 8
"""In one turn."""
MAX_EARLIER = 40
"""Prompts that are remembered."""
LONGEST_PROMPT = 1_500
"""Letters that are read."""
TEXTS_REMEMBERED = 512

T = TypeVar("T")


class Guide:
    """Answers from the gazetteer, using the same tools as a language model in the same order."""

    def __init__(
        self, gazetteer: Gazetteer, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._gazetteer = gazetteer
        self._now = now
        # Each round of a turn reads the whole conversation anew.
        self._mentioned = _remembering(partial(_mentioned, gazetteer))
        self._unknown = _remembering(partial(unknown_names, gazetteer, self._mentioned))
        self._spelt_like = _remembering(partial(spelt_like, gazetteer))
        self._planned = _remembering(partial(_planned, StopCheck(gazetteer).check))

    def answer(self, talk: Talk) -> Say | Calls:
        """Look the places up, then plan and draw, then speak."""
        return next_answer(talk, self.draft(talk))

    def draft(self, talk: Talk) -> Draft:
        """All that the guide will do about the last prompt."""
        itinerary = self._planned(talk.itinerary)
        world = World(self._gazetteer, self._now(), talk.map, self._mentioned, itinerary)
        earlier: tuple[Intent, ...] = ()
        for exchange in talk.earlier[-MAX_EARLIER:]:
            earlier = (*earlier, self._meant(exchange, earlier))
        intent = self._understood(talk.prompt, earlier, itinerary)
        return _answered(intent, world).after(self._remark(world, talk.prompt[:LONGEST_PROMPT]))

    def _understood(self, prompt: str, earlier: tuple[Intent, ...], itinerary: Itinerary) -> Intent:
        read = prompt[:LONGEST_PROMPT]
        places = self._mentioned(read)[:MAX_PLACES]
        unknown = self._unknown(read)
        intent = understand(Ask(read, places, earlier, unknown, itinerary))
        if isinstance(intent, Unknown) and unknown:
            return replace(intent, near=self._spelt_like(unknown[0]))
        return intent

    def _meant(self, exchange: Exchange, earlier: tuple[Intent, ...]) -> Intent:
        """What an earlier prompt asked; another model may have found what this guide doesn't."""
        intent = self._understood(exchange.prompt, earlier, self._planned(exchange.itinerary))
        if intent.places:
            return intent
        found = [self._gazetteer.get(identifier) for identifier in exchange.found]
        places = [place for place in found if place]
        return about(places) if places else intent

    def _remark(self, world: World, prompt: str) -> str:
        found, unknown = self._mentioned(prompt), self._unknown(prompt)
        if len(found) > MAX_PLACES:
            return f"I took the first {MAX_PLACES} of your places."
        if not found or not unknown:
            return ""
        meant = did_you_mean(world, self._spelt_like(unknown[0]))
        return f"{no_such_place(unknown)} {meant}".strip()


def _answered(intent: Intent, world: World) -> Draft:
    """What the itinerary has no room for is said as it is said of edits by hand."""
    try:
        return intent.answer(world)
    except BadEdit as error:
        return Draft(error.message)


def next_answer(talk: Talk, draft: Draft) -> Say | Calls:
    """The first part of a draft that has not been done yet."""
    if draft.look_ups and LOOK_UP in talk.tools - talk.called:
        places = each_once(draft.look_ups)[:MAX_LOOK_UPS]
        return Calls(tuple(_look_up(place) for place in places))
    calls = [call for call in _changes(draft) if call.tool in talk.tools - talk.called]
    return Calls(tuple(calls)) if calls else Say(draft.text)


def _changes(draft: Draft) -> Iterator[Call]:
    """The itinerary first: its call moves the map to all stops, a drawing to what is meant."""
    if draft.itinerary is not None:
        yield Call(PLAN, as_arguments(draft.itinerary))
    if draft.drawing:
        yield _draw(draft.drawing)


def _remembering(function: Callable[[str], T]) -> Callable[[str], T]:
    return lru_cache(TEXTS_REMEMBERED)(function)


def _mentioned(gazetteer: Gazetteer, text: str) -> tuple[Place, ...]:
    """The places of a text; the names of continents are other places' names too."""
    return tuple(extract(CONTINENT.sub(" ", text), gazetteer))


def _planned(check: Check, arguments: str) -> Itinerary:
    """The itinerary that these arguments make; they were checked when it was planned."""
    try:
        return planned(check, parse_arguments(arguments)) if arguments else Itinerary()
    except (BadToolCall, ValidationError):
        return Itinerary()


def _look_up(place: Place) -> Call:
    country = {"country": place.country} if place.country else {}
    return Call(LOOK_UP, {"query": place.name, **country, "limit": 3})


def _draw(drawing: Drawing) -> Call:
    arguments: dict[str, object] = {}
    if drawing.view:
        arguments["view"] = drawing.view.model_dump()
    if drawing.pins is not None:
        arguments["markers"] = [marker.model_dump() for marker in drawing.pins]
    if drawing.title:
        arguments["place"] = drawing.title
    return Call(DRAW, arguments)
