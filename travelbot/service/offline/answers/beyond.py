"""What no gazetteer knows: said plainly, with what it can do instead."""

from dataclasses import dataclass, replace
from typing import Self

from travelbot.models.places import Place
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.words import listing, text
from travelbot.service.offline.world import World

MODEL = "A language model, under **Model** in the sidebar, may know more."
BEACHES = "beaches"


@dataclass(frozen=True)
class Beyond(Intent):
    """Asks about prices, weather, hotels and the like; `instead` is what can be answered."""

    topics: tuple[str, ...] = ()
    instead: Intent | None = None

    def answer(self, world: World, /) -> Draft:
        """That it isn't known, then what is."""
        known_not = _known_not(self.topics)
        if self.instead is None:
            return Draft(text(f"{known_not} {MODEL}", "Where to? Try *3 days in Lisbon*."))
        draft = self.instead.answer(world)
        return draft.after(f"{known_not} {MODEL} What I do know:")

    @property
    def known(self) -> Intent:
        """What is told instead."""
        return self.instead or self

    def about(self, places: tuple[Place, ...]) -> Self:
        """The same for other places."""
        instead = self.instead.about(places) if self.instead else None
        return replace(self, places=places, instead=instead)


def _known_not(topics: tuple[str, ...]) -> str:
    nothing = [topic for topic in topics if topic != BEACHES]
    few = "Of beaches I know only the few that are listed as sights."
    said = f"I know nothing about {listing(nothing, 'or')}." if nothing else ""
    return " ".join(filter(None, [said, few if BEACHES in topics else ""]))
