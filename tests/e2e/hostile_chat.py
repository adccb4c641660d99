"""A model that says hostile text, and the page that has to show it."""

import json
from collections.abc import Sequence

from playwright.sync_api import Locator, expect

from tests.e2e.hostile import Hostile
from tests.e2e.plan_page import PlanPage
from tests.fakes.openai_server import DONE, Answer, event

TURN_MS = 60_000


def rounds(texts: Sequence[str], size: int) -> list[Answer]:
    """Answers that say each text, in pieces of `size`, and call a tool with it."""
    return [_round(index, text, size) for index, text in enumerate(texts)]


def _round(index: int, text: str, size: int) -> Answer:
    pieces = (text[at : at + size] for at in range(0, len(text), size))
    arguments = json.dumps({"query": f"{text[:100]} {index}", "note": text[:2000]})
    call = {"index": 0, "id": "call", "function": {"name": "find_places", "arguments": arguments}}
    said = (event({"content": piece}) for piece in pieces)
    return Answer([*said, event({"tool_calls": [call]}), event({}, "tool_calls"), DONE])


def together(cases: Sequence[Hostile], at_once: int) -> list[str]:
    """The texts, some in one paragraph after the other."""
    parts = (cases[at : at + at_once] for at in range(0, len(cases), at_once))
    return ["\n\n".join(case.text for case in part) for part in parts]


def finish(plan: PlanPage, messages: int = 2) -> None:
    """Wait for the end of the reply."""
    expect(plan.messages).to_have_count(messages, timeout=TURN_MS)
    expect(plan.reply).to_contain_text("The end.", timeout=TURN_MS)
    expect(plan.button("Regenerate")).to_be_visible(timeout=TURN_MS)


def said(plan: PlanPage) -> Locator:
    """The reply's text without its tool steps, which say the same."""
    outside = "[data-testid=stMarkdownContainer]:not([data-testid=stExpander] *)"
    return plan.reply.locator(outside)


def redraw(plan: PlanPage) -> None:
    """Leave and come back, so that the conversation is drawn as it is stored."""
    page = plan.page
    page.get_by_role("link", name="Trips").click()
    expect(page.get_by_role("heading", name="Trips", exact=True)).to_be_visible()
    page.get_by_role("link", name="Plan").click()
    expect(plan.button("Regenerate")).to_be_visible()


def hover(plan: PlanPage) -> str:
    """Point at the pins from south-west to north-east, until one tells what it is."""
    box = plan.map.bounding_box()
    assert box is not None
    tip = plan.page.locator(".deck-tooltip")
    for step in range(1, 80):
        at = step / 80
        plan.page.mouse.move(box["x"] + box["width"] * at, box["y"] + box["height"] * (1 - at))
        plan.page.wait_for_timeout(20)
        if tip.count() and tip.inner_text():
            return tip.inner_text()
    return ""
