import pytest
from markdown_it.tree import SyntaxTreeNode

from tests.unit.exports.readers import read_markdown
from tests.unit.exports.trips import BAR, HOSTILE, ITALY, named, taken
from travelbot.models.itinerary import Itinerary
from travelbot.service.exports.markdown import markdown
from travelbot.service.scrub import one_line

TRIP = """# Rome & Florence

## Day 1: Ancient Rome · Fri 1 May 2026

1. **Colosseum** · 09:30, 1 h 30 there · [41.8902, 12.4922](https://www.openstreetmap.org/?mlat=41.8902&mlon=12.4922#map=15/41.8902/12.4922)\\
   Book ahead\\
   \\- bring water
2. **Lunch**
3. **Forum** · [41.8925, 12.4853](https://www.openstreetmap.org/?mlat=41.8925&mlon=12.4853#map=15/41.8925/12.4853) (position not verified)\\
   Way here: about 10 min on foot, 0.8 km

## Day 2 · Sat 2 May 2026

1. **Uffizi** · 11:00 · [43.7678, 11.2553](https://www.openstreetmap.org/?mlat=43.7678&mlon=11.2553#map=15/43.7678/11.2553)\\
   Way here: about 3 h by train, 278 km

## Day 3: Rest

## Other places

- **Bar \\<b\\>** · [43.77, 11.25](https://www.openstreetmap.org/?mlat=43.77&mlon=11.25#map=15/43.77/11.25) (position not verified)
"""  # noqa: E501


def plain(node: SyntaxTreeNode) -> str:
    """The text that a reader sees."""
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    return "".join(map(plain, node.children)) or node.content


def all_types(node: SyntaxTreeNode) -> list[str]:
    """What is in the tree."""
    return [each.type for each in node.walk()]


def test_a_trip_is_read_as_it_stands() -> None:
    assert markdown(taken(ITALY, BAR)).decode() == TRIP


def test_an_empty_trip_is_its_title() -> None:
    assert markdown(taken(Itinerary())) == b"# A trip, please\n"


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_only_names(name: str) -> None:
    tree = read_markdown(markdown(named(name)))
    usual = read_markdown(markdown(named("usual")))
    line = one_line(name)
    strong = [plain(node) for node in tree.walk() if node.type == "strong"]
    headings = [plain(node) for node in tree.walk() if node.type == "heading"]
    assert strong == [line] * 3
    assert headings == [line, f"Day 1: {line} · Fri 1 May 2026", "Other places"]
    assert [t for t in all_types(tree) if "break" not in t and t != "text"] == [
        t for t in all_types(usual) if "break" not in t and t != "text"
    ]
