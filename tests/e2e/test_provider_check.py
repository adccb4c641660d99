"""The check of the provider, begun in the middle of a reply."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.e2e.plan_page import PlanPage
from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, event, says


def test_the_reply_goes_on_and_the_findings_follow(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    gate = Gate()
    halting = Answer([event({"content": "Tokyo is "}), gate, *says("large.").pieces])
    fake.script(halting, says("Paris ", "is large."))
    plan = PlanPage(page, app.url).open()
    plan.send("Let's visit Tokyo Japan")
    expect(plan.reply).to_contain_text("Tokyo is")
    page.get_by_test_id("stSidebar").locator("summary", has_text="Model").click()
    check = plan.button("Check this provider")
    check.click()
    expect(check).to_be_disabled()
    expect(plan.button("Stop")).to_be_visible()
    gate.opened.set()
    expect(plan.reply).to_contain_text("Tokyo is large.")
    expect(page.get_by_text("characters are taken")).to_be_visible()
    expect(check).to_be_enabled()
    expect(plan.messages).to_have_count(2)
    expect(plan.reply).to_contain_text("Tokyo is large.")
