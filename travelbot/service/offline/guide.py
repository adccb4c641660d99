"""The guide's answers: facts about the cities that it knows, and nothing else."""

import re
from collections.abc import Sequence
from itertools import pairwise

from travelbot.data.cities import City, fold
from travelbot.service.offline.geography import distance_km, nearest
from travelbot.service.offline.request import GuideRequest
from travelbot.service.offline.wire import Call, Say

MAP_TOOL = "update_map_and_markers"
NEIGHBOURS = 4
"""Other cities that are told of, around one that was asked for alone."""
DAY_TRIP_KM = 300
"""Farther ones get no pin."""
HELP = """\
I'm Travelbot's **built-in guide**: no language model, but a small atlas that can talk. I know \
the world's capitals and its largest cities, where they lie and how far apart they are.

Try one of these:

- *Let's visit Tokyo, Japan*
- *From Lisbon to Madrid to Paris*
- *How far is Cairo from Nairobi?*

For itineraries, sights and opinions, choose a language model under **Model** in the sidebar.\
"""
UNKNOWN = """\
I found no place that I know in your message. I'm only the **built-in guide**: I know the \
world's capitals and its largest cities.

Name one of those, such as *Rome* or *Mexico City*, or choose a language model under **Model** \
in the sidebar.\
"""
GREETINGS = re.compile(
    r"\W*(hi|hello|hey|help|thanks?|thank you|good (morning|evening|day))\b", re.IGNORECASE
)
WORDS = re.compile(r"[^\W_]+(?:['’.-]*[^\W_]+)*")


class Guide:
    """Finds the cities in a prompt, draws them on the map, and tells what it knows of them."""

    def __init__(self, cities: Sequence[City]) -> None:
        self._cities = cities
        self._by_name: dict[str, City] = {}
        for city in cities:
            for name in (city.name, *city.other_names):
                self._by_name.setdefault(fold(name), city)

    def answer(self, request: GuideRequest) -> Say | Call:
        """A call that draws the map first, then the words."""
        found = self.find(request.prompt)
        if not found:
            return Say(HELP if GREETINGS.match(request.prompt) else UNKNOWN)
        if MAP_TOOL in request.tools and not request.results:
            return self._draw(found)
        return Say(self._describe(found))

    def find(self, prompt: str) -> list[City]:
        """The cities that a prompt names, in its order, each once; the longest name wins."""
        words = WORDS.findall(prompt)
        found: list[City] = []
        start = 0
        while start < len(words):
            end = next(
                (
                    e
                    for e in range(min(start + 4, len(words)), start, -1)
                    if fold(" ".join(words[start:e])) in self._by_name
                ),
                None,
            )
            if end is None:
                start += 1
                continue
            city = self._by_name[fold(" ".join(words[start:end]))]
            if city not in found:
                found.append(city)
            start = end
        return found or self._find_unspaced(prompt)

    def _find_unspaced(self, prompt: str) -> list[City]:
        """Names in scripts that put no spaces between words."""
        text = fold(prompt)
        hits = {
            city: text.index(name)
            for name, city in self._by_name.items()
            if not name.isascii() and len(name) > 1 and name in text
        }
        return sorted(hits, key=lambda city: hits[city])

    def _draw(self, found: Sequence[City]) -> Call:
        pins = [*found]
        if len(found) == 1:
            around = nearest(found[0], self._cities, NEIGHBOURS)
            pins += [city for city in around if distance_km(found[0], city) <= DAY_TRIP_KM]
        markers = [
            {"latitude": city.latitude, "longitude": city.longitude, "label": city.name}
            for city in pins
        ]
        if len(found) > 1:
            return Call(MAP_TOOL, {"markers": markers})
        city = found[0]
        view = {"latitude": city.latitude, "longitude": city.longitude, "zoom": 11}
        place = f"{city.name} and around"
        return Call(MAP_TOOL, {"view": view, "markers": markers, "place": place})

    def _describe(self, found: Sequence[City]) -> str:
        if len(found) == 1:
            return self._one(found[0])
        lines = [f"Here are your **{len(found)} stops**, in the order you named them:\n"]
        for before, city in zip([None, *found], found, strict=False):
            leg = f" — {distance_km(before, city):,.0f} km on from {before.name}" if before else ""
            lines.append(f"1. **{city.name}**, {_where(city)}{leg}.")
        total = sum(distance_km(a, b) for a, b in pairwise(found))
        lines.append(f"\nThat makes about **{total:,.0f} km** in all, as the crow flies.")
        return "\n".join(lines)

    def _one(self, city: City) -> str:
        around = nearest(city, self._cities, NEIGHBOURS)
        neighbours = "\n".join(
            f"- **{other.name}**, {_where(other)}: {distance_km(city, other):,.0f} km away"
            for other in around
        )
        return (
            f"**{city.name}** is {_where(city)}. It has about {city.population:,} people and "
            f"lies at {abs(city.latitude):.2f}° {'N' if city.latitude >= 0 else 'S'}, "
            f"{abs(city.longitude):.2f}° {'E' if city.longitude >= 0 else 'W'}.\n\n"
            f"The nearest of the big cities that I know, as the crow flies:\n\n{neighbours}\n\n"
            f"Name two or more of them, and I'll measure the way between them."
        )


def _where(city: City) -> str:
    return f"the capital of {city.country}" if city.capital else f"in {city.country}"
