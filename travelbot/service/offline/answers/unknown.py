"""Prompts without a place that the gazetteer knows."""

from collections.abc import Sequence
from dataclasses import dataclass

from travelbot.models.places import Place
from travelbot.service.offline.answers.small_talk import EXAMPLES
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import bold, listing, text
from travelbot.service.offline.world import World

NOTHING_KNOWN = (
    "I found no place that I know in your message. I'm only the **built-in guide**: I know cities, "
    "countries, regions, airports and sights, and what we have talked about."
)


@dataclass(frozen=True)
class Unknown(Intent):
    """Names no place that is known; `near` are spelt like the first of the names."""

    prompt: str = ""
    names: tuple[str, ...] = ()
    near: tuple[Place, ...] = ()

    def answer(self, world: World, /) -> Draft:
        """What may have been meant, or what can be asked."""
        remark = no_such_place(self.names)
        if self.near:
            question = did_you_mean(world, self.near)
            return Draft(text(f"{remark} {question}", f"Say *yes* for {self.near[0].name}."))
        return Draft(text(remark, NOTHING_KNOWN, EXAMPLES))


@dataclass(frozen=True)
class Which(Intent):
    """Asks about "there" before any place was named."""

    need: str = "a place"
    how: str = "name it, and I'll look it up"

    def answer(self, _world: World, /) -> Draft:
        """Ask for it."""
        return Draft(f"For that I need {self.need}: {self.how}.")


def no_such_place(names: Sequence[str]) -> str:
    """That the gazetteer lacks these names."""
    quoted = listing([f"“{name}”" for name in names], "or")
    return f"I know no place called {quoted}." if names else ""


def did_you_mean(world: World, places: Sequence[Place]) -> str:
    """What may have been meant instead, as a question."""
    meant = listing([bold(place.name) + world.where(place) for place in places], "or")
    return f"Did you mean {meant}?" if places else ""
