"""Greetings, thanks, and who is speaking."""

from dataclasses import dataclass
from typing import Literal

from travelbot.service.offline.draft import Draft
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.world import World

Kind = Literal["hello", "help", "thanks", "goodbye", "well"]

EXAMPLES = """\
Try one of these:

- *3 days in Lisbon*
- *From Lisbon to Madrid to Paris*
- *Compare Vienna and Prague*
- *Day trips from Munich*
- *What time is it in Tokyo?*"""
WHO = (
    "I'm Travelbot's **built-in guide**: no language model, but an atlas that can talk. I know "
    "the world's cities, countries, airports and many sights, where they are and how far apart, "
    "and I deal sights out to days."
)
LIMITS = (
    "I don't know prices, opening hours, weather, hotels or timetables, and I have no opinions. "
    "For those, choose a language model under **Model** in the sidebar."
)
SAY: dict[Kind, str] = {
    "hello": f"Hello! {WHO}\n\n{EXAMPLES}",
    "help": f"{WHO}\n\n{EXAMPLES}\n\nThen go on with *what about day 2?*, *and nearby?*, *make it "
    f"4 days*, *make day 2 lighter*, *start on 3 May*, *how far is it from Rome?*, *zoom out* or "
    f"*clear the map*.\n\n{LIMITS}",
    "thanks": "You're welcome. Name another place whenever you like, such as *Lisbon*.",
    "goodbye": "Goodbye, and a good journey!",
    "well": "I'm well: an atlas needs little. Where would you like to go? Try *3 days in Lisbon*.",
}


@dataclass(frozen=True)
class SmallTalk(Intent):
    """Asks nothing about places."""

    kind: Kind = "hello"

    def answer(self, _world: World, /) -> Draft:
        """A few words, and no tools."""
        return Draft(SAY[self.kind])
