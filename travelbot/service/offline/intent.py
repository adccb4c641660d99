"""What a reader wants of the guide."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Self

from travelbot.models.places import Place
from travelbot.service.offline.draft import Draft
from travelbot.service.offline.world import World


@dataclass(frozen=True)
class Intent(ABC):
    """A request that was understood; each kind knows how it is answered.

    `places` is what it is about, and what "there" means after it.
    """

    places: tuple[Place, ...] = ()

    @abstractmethod
    def answer(self, world: World, /) -> Draft:
        """What to look up, to draw and to say."""

    @property
    def known(self) -> "Intent":
        """What can be answered of it."""
        return self

    def about(self, places: tuple[Place, ...]) -> Self:
        """The same request for other places."""
        return replace(self, places=places)

    def more(self) -> "Intent | None":
        """What "more" asks for after this, if there can be more."""
        return None
