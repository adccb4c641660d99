"""The itinerary beside the map, in a real browser."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.e2e.plan_page import PlanPage
from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, calls, event, says

ROME = {
    "days": [
        {
            "title": "Ancient Rome",
            "stops": [
                {"place": "Colosseum", "city": "Rome, Italy"},
                {"place": "Roman Forum", "city": "Rome, Italy"},
            ],
        }
    ]
}


def planning(before: Gate, after: Gate) -> tuple[Answer, Answer]:
    """A reply that halts before it plans and after it."""
    call = calls("update_itinerary", ROME)
    return (
        Answer([event({"content": "Let me see. "}), before, *call.pieces]),
        Answer([event({"content": "Planned. "}), after, *says("Done.").pieces]),
    )


def test_the_itinerary_is_drawn_live_and_then_edited_by_hand(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    before, after = Gate(), Gate()
    fake.script(*planning(before, after))
    plan = PlanPage(page, app.url).open()
    plan.open_itinerary()
    expect(page.get_by_text("Nothing is planned yet")).to_be_visible()
    plan.send("A day in Rome")
    expect(plan.reply).to_contain_text("Let me see.")
    plan.open_itinerary()
    before.opened.set()
    expect(plan.stops).to_have_count(2)
    change = plan.button("Change Colosseum")
    expect(change).to_be_disabled()
    after.opened.set()
    expect(change).to_be_enabled()

    change.press("Enter")
    expect(page.get_by_role("menu")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem", name="Later")).to_be_focused()
    page.keyboard.press("Enter")
    expect(plan.stops.first).to_contain_text("Roman Forum")
    plan.button("Undo").click()
    expect(plan.stops.first).to_contain_text("Colosseum")
    expect(plan.button("Undo")).to_be_disabled()

    plan.button("Add a stop").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Keep").click()
    expect(dialog).to_contain_text("A stop needs a name")
    dialog.get_by_label("Place").fill("Pantheon")
    dialog.get_by_label("Place").press("Enter")
    expect(dialog).to_have_count(0)
    expect(plan.stops.last).to_contain_text("Pantheon")
    expect(page.get_by_role("figure", name="Pantheon")).to_be_visible()

    page.get_by_role("tab", name="Chat").click()
    expect(plan.reply).to_contain_text("Planned. Done.")
    expect(plan.messages).to_have_count(2)


def test_a_form_is_left_with_escape_and_the_focus_returns(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    fake.script(calls("update_itinerary", ROME), says("Planned."))
    plan = PlanPage(page, app.url).open()
    plan.send("A day in Rome")
    expect(plan.reply).to_contain_text("Planned.")
    plan.open_itinerary()
    plan.button("Add a stop").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(plan.button("Add a stop")).to_be_focused()
    expect(plan.stops).to_have_count(2)
