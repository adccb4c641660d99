"""From the first prompt to the deleted trip, in a real browser."""

import re
from time import monotonic

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import Server
from tests.e2e.plan_page import PlanPage
from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, calls, event, says
from travelbot.web.map_pins import PIN

DRAW = {
    "view": {"latitude": 35.68, "longitude": 139.69, "zoom": 9},
    "markers": [
        {"latitude": 35.68, "longitude": 139.69, "label": "Tokyo"},
        {"latitude": 35.44, "longitude": 139.64, "label": "Yokohama"},
    ],
    "place": "Tokyo",
}
MAP_TOOL = "update_map_and_markers"


def halting(gate: Gate, before: str, after: str) -> Answer:
    """A reply that waits in its middle."""
    return Answer([event({"content": before}), gate, *says(after).pieces])


def test_words_stream_while_the_map_moves_and_the_trip_is_kept(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    gate = Gate()
    fake.script(calls(MAP_TOOL, DRAW), halting(gate, "Tokyo costs $20 ", "to $30 a day."))
    plan = PlanPage(page, app.url).open()
    plan.send("Let's visit Tokyo Japan")
    expect(plan.reply).to_contain_text("Tokyo costs $20")
    expect(plan.reply).to_contain_text("Placed 2 pins in Tokyo")
    plan.wait_for_pins()
    assert not gate.opened.is_set()
    expect(page.get_by_role("figure", name="Map with 2 pins: Tokyo, Yokohama")).to_be_visible()
    expect(plan.reply).not_to_contain_text("a day")
    gate.opened.set()
    expect(plan.reply).to_contain_text("Tokyo costs $20 to $30 a day.")

    page.get_by_label("Title").fill("Sakura")
    plan.button("Save").click()
    expect(page.get_by_text("Saved: it keeps itself up to date.")).to_be_visible()
    page.reload()
    plan.ready()
    expect(plan.messages).to_have_count(2)
    plan.wait_for_pins()

    plan.button("New conversation").click()
    expect(plan.messages).to_have_count(0)
    expect(page).not_to_have_url(re.compile("conversation="))
    plan.button("Sakura").click()
    expect(plan.messages).to_have_count(2)
    expect(plan.reply).to_contain_text("Placed 2 pins in Tokyo")
    plan.wait_for_pins()

    plan.button("Delete").click()
    expect(plan.messages).to_have_count(0)
    plan.button("Undo").click()
    expect(plan.messages).to_have_count(2)
    plan.button("Delete").click()
    expect(plan.messages).to_have_count(0)
    expect(page.get_by_text("None yet.")).to_be_visible()


def test_the_guide_draws_before_it_has_spoken(
    page: Page, guided_app: Server, times: list[tuple[str, float]]
) -> None:
    plan = PlanPage(page, guided_app.url).open()
    expect(page.get_by_text("is no language model")).to_be_visible()
    plan.send("Let's visit Tokyo Japan")
    start = monotonic()
    expect(plan.reply).to_contain_text("Tokyo is")
    first_word = monotonic() - start
    plan.wait_for_colour((PIN[0], PIN[1], PIN[2]))
    moved = monotonic() - start
    expect(plan.button("Stop")).to_be_visible()
    expect(plan.button("Regenerate")).to_be_visible()
    ended = monotonic() - start
    times += [("first word visible", first_word), ("map moved", moved), ("reply ended", ended)]
    assert first_word < ended
    assert moved < ended


def test_clicking_and_changing_page_in_mid_reply_loses_and_doubles_nothing(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    gate = Gate()
    fake.script(calls(MAP_TOOL, DRAW), halting(gate, "One ", "two."))
    plan = PlanPage(page, app.url).open()
    plan.send("Count")
    expect(plan.reply).to_contain_text("One")
    plan.button("Back to the trip").click()
    expect(plan.reply).to_contain_text("One")
    page.get_by_role("link", name="Trips").click()
    expect(page.get_by_role("heading", name="Trips", exact=True)).to_be_visible()
    page.get_by_role("link", name="Plan").click()
    expect(plan.reply).to_contain_text("One")
    page.reload()
    expect(plan.reply).to_contain_text("One")
    gate.opened.set()
    expect(plan.reply).to_contain_text("One two.")
    expect(plan.messages).to_have_count(2)
    assert plan.reply.inner_text().count("One") == 1
    assert len(fake.requests) == 2


def test_a_second_tab_sees_the_same_reply(
    context: BrowserContext, app: Server, fake: FakeOpenAI
) -> None:
    gate = Gate()
    fake.script(halting(gate, "One ", "two."))
    first = PlanPage(context.new_page(), app.url).open()
    first.send("Count")
    expect(first.reply).to_contain_text("One")
    expect(first.page).to_have_url(re.compile("conversation="))
    second = PlanPage(context.new_page(), app.url)
    second.page.goto(first.page.url)
    expect(second.reply).to_contain_text("One")
    gate.opened.set()
    for tab in (first, second):
        expect(tab.reply).to_contain_text("One two.")
        expect(tab.messages).to_have_count(2)
    assert len(fake.requests) == 1


def test_stop_keeps_the_text_and_ends_the_request(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    gate = Gate()
    fake.script(halting(gate, "One ", "two."))
    plan = PlanPage(page, app.url).open()
    plan.send("Count")
    expect(plan.reply).to_contain_text("One")
    plan.button("Stop").click()
    expect(plan.reply).to_contain_text("You stopped this reply.")
    expect(plan.reply).to_contain_text("One")
    assert fake.hung_up.wait(1)
    expect(plan.button("Stop")).to_have_count(0)
    expect(plan.input).to_be_editable()


def test_regenerate_edit_and_the_next_prompt(page: Page, app: Server, fake: FakeOpenAI) -> None:
    fake.script(says("First."), says("Second."), says("Third."), says("Fourth."))
    plan = PlanPage(page, app.url).open()
    plan.send("Hello")
    expect(plan.reply).to_contain_text("First.")
    plan.button("Regenerate").click()
    expect(plan.reply).to_contain_text("Second.")
    plan.button("Edit: Hello").click()
    expect(plan.input).to_have_value("Hello")
    plan.send("Hello again")
    expect(plan.reply).to_contain_text("Third.")
    expect(plan.messages.first).to_contain_text("Hello again")
    expect(plan.messages).to_have_count(2)
    plan.send("And now?")
    expect(plan.reply).to_contain_text("Fourth.")
    expect(plan.messages).to_have_count(4)


def test_two_browsers_do_not_see_each_others_conversations(
    context: BrowserContext, app: Server, fake: FakeOpenAI
) -> None:
    fake.script(says("Secret plans."))
    mine = PlanPage(context.new_page(), app.url).open()
    mine.send("My trip")
    expect(mine.reply).to_contain_text("Secret plans.")
    mine.button("Save").click()
    saved = mine.page.get_by_test_id("stSidebar").get_by_role("button", name="My trip")
    expect(saved).to_be_visible()
    browser = context.browser
    assert browser is not None
    with browser.new_context() as stranger:
        theirs = PlanPage(stranger.new_page(), app.url).open()
        expect(theirs.page.get_by_text("None yet.")).to_be_visible()
        theirs.page.goto(mine.page.url)
        theirs.ready()
        expect(theirs.page.get_by_text("does not exist")).to_be_visible()
        expect(theirs.messages).to_have_count(0)
        expect(theirs.page.get_by_text("Secret plans.")).to_have_count(0)


def test_going_back_in_the_browser_leads_to_the_conversation_before(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    fake.script(says("One."), says("Two."))
    plan = PlanPage(page, app.url).open()
    plan.send("First")
    expect(plan.reply).to_contain_text("One.")
    first = page.url
    plan.button("New conversation").click()
    expect(plan.messages).to_have_count(0)
    plan.send("Second")
    expect(plan.reply).to_contain_text("Two.")
    page.goto(first)
    expect(plan.reply).to_contain_text("One.")
    page.go_back()
    expect(plan.reply).to_contain_text("Two.")
