"""A prompt as the guide takes it in: its words, its places, and what was talked about before."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from travelbot.data.gazetteer.folding import fold
from travelbot.models.itinerary import Itinerary
from travelbot.models.places import Place
from travelbot.service.offline.globe import each_once
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.numbers import ordinal

Kind = TypeVar("Kind", bound=Intent)
NOTHING_PLANNED = Itinerary()
OTHER = ("other one", "the other", "andere", "l'autre", "el otro", "l'altro", "o outro")


@dataclass(frozen=True)
class Ask:
    """A prompt in its conversation."""

    prompt: str
    named: tuple[Place, ...]
    earlier: tuple[Intent, ...] = ()
    unknown: tuple[str, ...] = ()
    """Names that stand where a place's would, and that the gazetteer lacks."""
    itinerary: Itinerary = NOTHING_PLANNED
    """As it stood before the prompt."""

    @cached_property
    def words(self) -> str:
        """The folded prompt."""
        return " ".join(fold(self.prompt).replace("’", "'").split())

    @cached_property
    def text(self) -> str:
        """The folded prompt, with @ for places by their English name: Times Square is no time."""
        text = self.words
        for place in sorted(self.named, key=lambda place: -len(place.name)):
            text = text.replace(fold(place.name), "@")
        return text

    @cached_property
    def subject(self) -> tuple[Place, ...]:
        """The places that are named here, pointed at ("the first one"), or talked about last."""
        return self.named or self.pointed_at or self.last_places

    @cached_property
    def pointed_at(self) -> tuple[Place, ...]:
        """The one that "the first one" or "the other one" means."""
        choice = self._choice
        if any(word in self.text for word in OTHER):
            others = [place for place in choice if place not in self.last_places[:1]]
            return tuple((others if len(self.last_places) == 1 else choice[1:])[:1])
        number = ordinal(self.text)
        if number is None:
            return ()
        return choice[number - 1 if number > 0 else number :][:1]

    @property
    def last_places(self) -> tuple[Place, ...]:
        """What "there" means."""
        return next((i.places for i in reversed(self.earlier) if i.places), ())

    @property
    def focused(self) -> tuple[Place, ...]:
        """All places talked about, the last first, each once."""
        return each_once(p for intent in reversed(self.earlier) for p in intent.places)

    def last(self, kind: type[Kind]) -> Kind | None:
        """The last request of a kind, if there was one."""
        known = (intent.known for intent in reversed(self.earlier))
        return next((intent for intent in known if isinstance(intent, kind)), None)

    @property
    def _choice(self) -> tuple[Place, ...]:
        """The last places that stood side by side, else all in the order they came up."""
        if len(self.last_places) > 1:
            return self.last_places
        if "back" not in self.text:
            several = (i.places for i in reversed(self.earlier) if len(i.places) > 1)
            if side_by_side := next(several, ()):
                return side_by_side
        return each_once(place for intent in self.earlier for place in intent.places)
