"""Branches, Esc, files and links, as readers handle them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.conftest import AS_SCRIPT, BY_CLI, Server, serving
from tests.e2e.plan_page import PlanPage
from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, says

OPENS = 40_000
"""Milliseconds for a page on a busy machine."""


def answered(plan: PlanPage) -> None:
    """Wait for the end of a reply."""
    expect(plan.button("Regenerate")).to_be_visible(timeout=OPENS)


def test_an_earlier_prompt_is_asked_in_another_way(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    fake.script(says("First."), says("Second."), says("Third."))
    plan = PlanPage(page, app.url).open()
    for prompt, reply in (("Hello", "First."), ("And then?", "Second.")):
        plan.send(prompt)
        expect(plan.reply).to_contain_text(reply)
    plan.button("Edit: Hello").click()
    expect(plan.input).to_have_value("Hello")
    expect(page.get_by_text("Your next message starts a branch from here.")).to_be_visible()
    plan.send("Good evening")
    expect(plan.reply).to_contain_text("Third.")
    expect(plan.messages).to_have_count(2)
    expect(plan.messages.first).to_contain_text("2 / 2")
    plan.button("Previous version of: Good evening").click()
    expect(plan.messages).to_have_count(4)
    expect(plan.reply).to_contain_text("Second.")
    page.reload()
    expect(plan.messages).to_have_count(4)
    expect(plan.messages.first).to_contain_text("1 / 2")


def test_escape_keeps_a_prompt_and_stops_a_reply(page: Page, app: Server, fake: FakeOpenAI) -> None:
    gate = Gate()
    fake.script(says("First."), Answer([*says("One ").pieces[:1], gate, *says("two").pieces]))
    plan = PlanPage(page, app.url).open()
    plan.send("Hello")
    expect(plan.reply).to_contain_text("First.")
    plan.button("Edit: Hello").click()
    expect(plan.input).to_have_value("Hello")
    expect(plan.button("Keep it")).to_be_visible()
    page.keyboard.press("Escape")
    expect(plan.input).to_have_value("")
    plan.send("Go on")
    expect(plan.reply).to_contain_text("One")
    expect(page.get_by_role("status")).to_contain_text("answering")
    expect(plan.button("Edit: Hello")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(plan.reply).to_contain_text("You stopped this reply.")
    expect(page.get_by_role("status")).to_contain_text("stopped")
    expect(plan.input).to_be_focused()
    expect(plan.button("Edit: Hello")).to_be_visible()


@pytest.mark.parametrize("command", [BY_CLI, AS_SCRIPT])
def test_a_trip_is_taken_along_and_shared_with_another_browser(
    context: BrowserContext, browser: Browser, tmp_path: Path, command: str
) -> None:
    with serving(tmp_path, {"TRAVELBOT_GUIDE_PACE": "0"}, command) as server:
        page = context.new_page()
        plan = PlanPage(page, server.url).open()
        plan.send("3 days in Rome and Florence")
        answered(plan)
        plan.button("Take it along").click()
        with page.expect_download() as download:
            plan.button("GPX").click()
        assert download.value.suggested_filename == "Rome-and-Florence.gpx"
        assert "Colosseum" in Path(download.value.path()).read_text("utf-8")
        expect(page.get_by_role("link", name="Print")).to_have_count(int(command == BY_CLI))
        page.keyboard.press("Escape")
        plan.button("Save").click()
        expect(page.get_by_text("keeps itself up to date")).to_be_visible()
        plan.button("Share").click()
        plan.button("Create a link").click()
        link = page.locator(".st-key-link").get_by_test_id("stCode").inner_text().strip()
        assert link.startswith(f"{server.url}/shared?trip=")
        with browser.new_context() as stranger:
            theirs = stranger.new_page()
            theirs.goto(link)
            expect(theirs.get_by_role("heading", name="Day 3: Florence")).to_be_visible(
                timeout=OPENS
            )
            expect(theirs.get_by_role("figure", name="Map with")).to_be_visible()
            expect(theirs.get_by_text("The conversation")).to_have_count(0)
            plan.button("Stop sharing").click()
            expect(plan.button("Create a link")).to_be_visible()
            theirs.reload()
            expect(theirs.get_by_text("leads nowhere")).to_be_visible(timeout=OPENS)
