"""The map itself, small screens, and the ways of hosting."""

import json
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.e2e.conftest import AS_SCRIPT, Server, serving
from tests.e2e.plan_page import LAND, SEA, PlanPage
from tests.e2e.test_main_job import DRAW, MAP_TOOL
from tests.fakes.openai_server import FakeOpenAI, calls, says
from travelbot.web.map_pins import PIN

COUNT_CONTEXTS = """
window.webglContexts = 0;
const original = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (type, ...rest) {
  const isNew = type.startsWith('webgl') && !this.counted && this.isConnected;
  if (isNew) { this.counted = true; window.webglContexts += 1; }
  return original.call(this, type, ...rest);
};
"""


def test_one_map_for_the_whole_session(page: Page, app: Server, fake: FakeOpenAI) -> None:
    page.add_init_script(COUNT_CONTEXTS)
    fake.script(calls(MAP_TOOL, DRAW), says("There."), calls(MAP_TOOL, DRAW), says("Again."))
    plan = PlanPage(page, app.url).open()
    mounted = page.evaluate("window.webglContexts")
    plan.send("Tokyo")
    expect(plan.reply).to_contain_text("There.")
    plan.button("Save").click()
    plan.send("Tokyo")
    expect(plan.reply).to_contain_text("Again.")
    plan.wait_for_pins()
    assert page.evaluate("window.webglContexts") == mounted


def test_the_readers_pan_survives_until_they_go_back_to_the_trip(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    fake.script(calls(MAP_TOOL, DRAW), says("There."), says("Nothing new."))
    plan = PlanPage(page, app.url).open()
    plan.send("Tokyo")
    expect(plan.reply).to_contain_text("There.")
    there = plan.wait_for_pins()
    plan.pan(right=120, down=60)
    panned = plan.wait_for_pins()
    assert panned[0] - there[0] > 80
    plan.button("Save").click()
    plan.send("Thanks")
    expect(plan.reply).to_contain_text("Nothing new.")
    assert plan.wait_for_pins() == pytest.approx(panned, abs=3)
    plan.button("Back to the trip").click()
    plan.wait_for_pins_at(there)


def test_without_internet_there_are_land_and_sea(page: Page, app: Server) -> None:
    plan = PlanPage(page, app.url).open()
    plan.wait_for_colour(SEA["light"])
    plan.wait_for_colour(LAND["light"])


def test_dark_theme_has_a_dark_map(browser_dark: BrowserContext, app: Server) -> None:
    plan = PlanPage(browser_dark.new_page(), app.url)
    plan.page.goto(app.url)
    plan.wait_for_colour(SEA["dark"])
    plan.wait_for_colour(LAND["dark"])


def test_tiles_lie_over_the_base_when_they_load(page: Page, app: Server) -> None:
    tile = BytesIO()
    Image.new("RGB", (512, 512), (200, 0, 200)).save(tile, "PNG")

    def answer(route: Route) -> None:
        route.fulfill(
            body=tile.getvalue(),
            content_type="image/png",
            headers={"access-control-allow-origin": "*"},
        )

    page.route("https://*.basemaps.cartocdn.com/**", answer)
    plan = PlanPage(page, app.url)
    page.goto(app.url)
    plan.wait_for_colour((200, 0, 200))


def test_a_phone_shows_map_and_input_at_once(phone: BrowserContext, guided_app: Server) -> None:
    plan = PlanPage(phone.new_page(), guided_app.url).open()
    plan.send("From Lisbon to Madrid")
    expect(plan.reply).to_contain_text("2 stops")
    for part in (plan.map, plan.input):
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 844
    plan.wait_for_pins()
    assert plan.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_chat_and_map_are_in_view_on_a_small_laptop(page: Page, app: Server) -> None:
    plan = PlanPage(page, app.url).open()
    chat, the_map = plan.input.bounding_box(), plan.map.bounding_box()
    assert chat is not None
    assert the_map is not None
    assert chat["x"] + chat["width"] <= the_map["x"]
    assert the_map["x"] + the_map["width"] <= 1280
    assert max(chat["y"] + chat["height"], the_map["y"] + the_map["height"]) <= 800
    assert the_map["height"] > 600


def test_the_routes_are_served_beside_the_pages(app: Server) -> None:
    with urlopen(f"{app.url}/api/health") as response:  # noqa: S310
        assert response.headers["cache-control"] == "no-store"
        health = json.load(response)
    assert (health["model"], health["store"]) == ("provider", "ok")


def test_the_owner_is_a_cookie_that_scripts_cannot_read(page: Page, app: Server) -> None:
    PlanPage(page, app.url).open()
    [cookie] = [c for c in page.context.cookies() if c.get("name") == "travelbot_owner"]
    assert (cookie.get("httpOnly"), cookie.get("sameSite")) == (True, "Lax")
    token = cookie.get("value")
    page.reload()
    assert [
        c.get("value") for c in page.context.cookies() if c.get("name") == "travelbot_owner"
    ] == [token]


def test_as_a_plain_script_the_same_pages_come_up(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path, {"TRAVELBOT_GUIDE_PACE": "0"}, AS_SCRIPT) as server:
        plan = PlanPage(page, server.url).open()
        plan.send("Let's visit Tokyo Japan")
        expect(plan.reply).to_contain_text("capital of Japan")
        plan.wait_for_pins()
        page.get_by_role("link", name="Trips").click()
        expect(page.get_by_role("heading", name="Trips", exact=True)).to_be_visible()
        assert not [c for c in page.context.cookies() if c.get("name") == "travelbot_owner"]


def test_the_list_of_places_leads_to_the_map_and_into_the_chat(
    page: Page, app: Server, fake: FakeOpenAI
) -> None:
    fake.script(calls(MAP_TOOL, DRAW), says("There."), says("A port."))
    plan = PlanPage(page, app.url).open()
    plan.send("Tokyo")
    expect(plan.reply).to_contain_text("There.")
    there = plan.wait_for_pins()
    page.get_by_text("Places on the map").click()
    expect(page.get_by_text("city · Japan").first).to_be_visible()
    plan.button("Show").last.click()
    shown = plan.wait_for_pins()
    assert shown != pytest.approx(there, abs=3)
    plan.button("Back to the trip").click()
    plan.wait_for_colour((PIN[0], PIN[1], PIN[2]))
    plan.button("Ask about it").last.click()
    expect(plan.reply).to_contain_text("A port.")
    expect(plan.messages).to_have_count(4)
    expect(plan.messages.nth(2)).to_contain_text("Tell me about Yokohama")
