"""Makes the README's pictures from the running app: `python -m tests.e2e.screenshots FOLDER`."""

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, expect, sync_playwright

from tests.e2e.conftest import launch, serving
from tests.e2e.plan_page import PlanPage
from travelbot.service.itinerary.colours import day_colour, rgb

PROMPT = "3 days in Rome and Florence"
LAST_DAY = 2
"""In a place of its own, so that no other day's pins cover its own."""
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}


def take(browser: Browser, url: str, file: Path, size: ViewportSize, dark: bool) -> None:
    """One picture of an itinerary beside its map."""
    with browser.new_context(viewport=size, color_scheme="dark" if dark else "light") as context:
        page = context.new_page()
        page.goto(url)
        plan = PlanPage(page, url)
        plan.send(PROMPT)
        expect(plan.button("Regenerate")).to_be_visible(timeout=30_000)
        plan.open_itinerary()
        plan.wait_for_colour(rgb(day_colour(LAST_DAY)))
        page.screenshot(path=file)


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(exist_ok=True)
    home = Path(tempfile.mkdtemp())
    with serving(home, {"TRAVELBOT_GUIDE_PACE": "0"}) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        take(browser, server.url, folder / "travelbot.png", DESKTOP, dark=False)
        take(browser, server.url, folder / "travelbot-dark.png", DESKTOP, dark=True)
        take(browser, server.url, folder / "travelbot-phone.png", PHONE, dark=False)
        browser.close()


if __name__ == "__main__":
    main()
