"""Nothing that a model, a place, a title or a reader says can do more than be read."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import AS_SCRIPT, BY_CLI, Server, serving
from tests.e2e.hostile import PIXEL, SMALL, UNSEEN
from tests.e2e.hostile_chat import TURN_MS, finish, hover, redraw, rounds, said, together
from tests.e2e.huge import HUGE
from tests.e2e.plan_page import PlanPage
from tests.e2e.watch import TILES, Watch, assert_inert, assert_read
from tests.fakes.openai_server import FakeOpenAI, calls, fails, says

MODEL = f":red[m] ![m]({PIXEL}) <b>"
VISIBLE = [case for case in SMALL if case not in UNSEEN and "\u200b" not in case.text]
LABELS = [case.text for case in SMALL if len(case.text) <= 120 and "lone" not in case.text]
TITLES = [
    f"![t]({PIXEL}) <img src=x onerror=alert(1)>",
    ":material/lock: :red[x] :streamlit: $x^2$ `code`",
    "- [ ] [a](javascript:alert(1)) \u202edesrever",
]
STOPS = 24
"""As many as are shown unfolded."""
ANSWERED_MS = 30_000
"""With a megabyte of hostile text in the page; a third of it is usual on two cores."""


@pytest.fixture(scope="module", params=[BY_CLI, AS_SCRIPT])
def host(request: pytest.FixtureRequest) -> str:
    """With and without middleware, so with and without a Content-Security-Policy."""
    way: str = request.param
    return way


@pytest.fixture(scope="module")
def server(
    host: str, tmp_path_factory: pytest.TempPathFactory, fake: FakeOpenAI
) -> Iterator[Server]:
    env = {
        "OPENAI_BASE_URL": fake.url,
        "TRAVELBOT_MODEL": MODEL,
        "TRAVELBOT_TOOL_ROUNDS": "400",
        "TRAVELBOT_REPLY_TOKENS": "10000000",
    }
    with serving(tmp_path_factory.mktemp("hostile"), env, host) as running:
        yield running


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Watch, Page]]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(TURN_MS)
        watch = Watch(context, TILES)
        yield watch, watch.page(context)


def test_replies_and_tool_calls_are_only_read(
    server: Server, watched: tuple[Watch, Page], fake: FakeOpenAI
) -> None:
    watch, page = watched
    texts = together(SMALL, 8)
    fake.script(*rounds(texts, 1), *rounds(texts[::-1], 10_000), says("The end."))
    plan = PlanPage(page, server.url).open()
    plan.send("Say it")
    finish(plan)
    assert_inert(watch, page)
    assert_read(said(plan), [case.shown for case in SMALL])
    redraw(plan)
    for step in page.get_by_test_id("stExpander").filter(has_text="Found").all()[:3]:
        step.locator("summary").click()
    assert_inert(watch, page)
    assert_read(said(plan), [case.shown for case in SMALL])


def test_much_at_once_does_not_freeze_the_page(
    host: str, server: Server, watched: tuple[Watch, Page], fake: FakeOpenAI
) -> None:
    watch, page = watched
    texts = [case.text for case in HUGE[host == BY_CLI :: 2]]
    fake.script(*rounds(texts, 500), says("The end."), says("Still here."))
    plan = PlanPage(page, server.url).open()
    plan.send("Say much")
    finish(plan)
    assert_inert(watch, page)
    plan.send("And now?")
    expect(plan.reply).to_contain_text("Still here.", timeout=ANSWERED_MS)
    redraw(plan)
    assert_inert(watch, page)


def test_prompts_are_only_read(
    server: Server, watched: tuple[Watch, Page], fake: FakeOpenAI
) -> None:
    watch, page = watched
    fake.script(says("The end."))
    plan = PlanPage(page, server.url).open()
    halves = VISIBLE[::2], VISIBLE[1::2]
    for turn, half in enumerate(halves, 1):
        plan.send("\n\n".join(case.text for case in half))
        finish(plan, messages=turn * 2)
    assert_inert(watch, page)
    for message, half in zip(plan.messages.all()[::2], halves, strict=True):
        assert_read(message, [case.text for case in half])


def test_places_are_only_read(
    server: Server, watched: tuple[Watch, Page], fake: FakeOpenAI
) -> None:
    watch, page = watched
    markers = [
        {"latitude": 20 + index / 5, "longitude": 10 + index / 4, "label": label}
        for index, label in enumerate(LABELS)
    ]
    fake.script(calls("update_map_and_markers", {"markers": markers}), says("The end."))
    plan = PlanPage(page, server.url).open()
    page.get_by_text("Places on the map").click()
    plan.send("Pin them")
    finish(plan)
    page.get_by_role("button", name=re.compile(r"Show \d+ more")).click()
    places = page.locator(".st-key-places")
    expect(places).to_contain_text(LABELS[-1])
    assert "position not verified" in hover(plan)
    assert_inert(watch, page)
    assert watch.forbidden(page, ".st-key-map-panel")["found"] == []
    assert_read(places, [case.text for case in VISIBLE])


def test_itineraries_are_only_read(
    server: Server, watched: tuple[Watch, Page], fake: FakeOpenAI
) -> None:
    watch, page = watched
    names = LABELS[:: len(LABELS) // STOPS][:STOPS]
    read = [case.text for case in VISIBLE if case.text in names]
    stops = [{"place": name, "note": name, "city": name} for name in names]
    days = [{"title": TITLES[0], "stops": stops[:12]}, {"title": TITLES[1], "stops": stops[12:]}]
    fake.script(calls("update_itinerary", {"title": TITLES[2], "days": days}), says("The end."))
    plan = PlanPage(page, server.url).open()
    plan.send("Plan it")
    finish(plan)
    plan.open_itinerary()
    expect(plan.stops).to_have_count(STOPS)
    assert_inert(watch, page)
    assert_read(page.get_by_role("tabpanel", name="Itinerary"), read)
    plan.button("Save").click()
    expect(page.get_by_text("Saved: it keeps itself up to date.")).to_be_visible()
    plan.button("Share").click()
    plan.button("Create a link").click()
    page.goto(page.locator(".st-key-link").get_by_test_id("stCode").inner_text().strip())
    expect(page.get_by_text("A trip that was shared with you")).to_be_visible()
    assert_inert(watch, page)
    assert_read(page.get_by_test_id("stMain"), read)


def test_titles_are_only_read(
    server: Server, watched: tuple[Watch, Page], fake: FakeOpenAI
) -> None:
    watch, page = watched
    fake.script(says("The end."))
    plan = PlanPage(page, server.url).open()
    for title in TITLES:
        plan.button("New conversation").click()
        expect(plan.messages).to_have_count(0)
        plan.send("Say it")
        finish(plan)
        page.get_by_label("Title").fill(title)
        plan.button("Save").click()
        expect(page.get_by_text("Saved: it keeps itself up to date.")).to_be_visible()
    assert_read(page.get_by_test_id("stSidebar"), TITLES)
    page.get_by_role("link", name="Trips").click()
    expect(page.get_by_role("heading", name="Trips", exact=True)).to_be_visible()
    assert_read(page.get_by_test_id("stMain"), TITLES)
    assert watch.events == []
    assert watch.forbidden(page, "[data-testid=stMain], .st-key-saved")["found"] == []


def test_an_error_about_the_model_is_only_read(
    server: Server, watched: tuple[Watch, Page], fake: FakeOpenAI
) -> None:
    watch, page = watched
    fake.script(fails(404, {"message": f"no ![m]({PIXEL})", "code": "model_not_found"}))
    plan = PlanPage(page, server.url).open()
    plan.send("Say it")
    expect(plan.button("Retry")).to_be_visible()
    assert_read(plan.reply, [MODEL])
    assert_read(page.locator(".st-key-who"), [MODEL])
    assert_inert(watch, page)
    assert watch.forbidden(page, ".st-key-who, [data-testid=stSidebar]")["found"] == []
