"""What is longer than it may be is told, and stays where it was typed or pasted."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Server
from tests.e2e.plan_page import PlanPage
from travelbot.service.input import MAX_PROMPT
from travelbot.service.titles import MAX_TITLE


def paste(field: Locator, text: str) -> None:
    """Put a text into a field at once, in the place of what is there."""
    field.select_text()
    field.page.keyboard.insert_text(text)


def test_what_is_pasted_is_never_dropped_in_silence(page: Page, guided_app: Server) -> None:
    plan = PlanPage(page, guided_app.url).open()
    prompt = "x" * (MAX_PROMPT + 1)
    paste(plan.input, prompt)
    plan.input.press("Enter")
    expect(page.get_by_text("Shorten your message: 4,001 of at most 4,000")).to_be_visible()
    expect(plan.input).to_have_value(prompt)
    plan.send("Hello")
    expect(plan.button("Regenerate")).to_be_visible()
    name = "y" * (MAX_TITLE + 1)
    title = page.get_by_role("textbox", name="Title")
    paste(title, name)
    plan.button("Save").click()
    expect(page.get_by_text("Shorten the title: 61 of at most 60")).to_be_visible()
    expect(title).to_have_value(name)
