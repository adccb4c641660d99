"""The security headers, and that a page with them still does all it did."""

from collections.abc import Callable, Mapping
from io import BytesIO
from time import monotonic
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.conftest import Server
from tests.e2e.plan_page import PATIENCE, PlanPage
from tests.e2e.test_main_job import DRAW, MAP_TOOL
from tests.e2e.watch import TILES, Watch
from tests.fakes.openai_server import FakeOpenAI, calls, says
from travelbot.web.headers import security_headers

PATHS = [
    "/",
    "/trips",
    "/static/index.html",
    "/favicon.png",
    "/api/health",
    "/api/none",
    "/_stcore/health",
    "/_stcore/host-config",
    "/component/travelbot.web.basemap.assets/light.json",
    "/component/travelbot.web.basemap.assets/none.json",
    "/static/js/none.js",
    "/../etc/passwd",
]


def headers_of(url: str, method: str = "GET") -> Mapping[str, str]:
    try:
        with urlopen(Request(url, method=method)) as response:  # noqa: S310
            return {name.lower(): value for name, value in response.headers.items()}
    except HTTPError as error:
        return {name.lower(): value for name, value in error.headers.items()}


@pytest.mark.parametrize("path", PATHS)
def test_every_kind_of_response_has_the_headers(app: Server, path: str) -> None:
    for method in ("GET", "HEAD", "POST"):
        headers = headers_of(app.url + path, method)
        assert security_headers().items() <= headers.items()


def test_nothing_that_the_page_needs_is_refused(
    browser: Browser, app: Server, fake: FakeOpenAI
) -> None:
    tile = BytesIO()
    Image.new("RGB", (512, 512), (200, 0, 200)).save(tile, "PNG")
    cors = {"access-control-allow-origin": "*"}

    def answer(route: Route) -> None:
        route.fulfill(body=tile.getvalue(), content_type="image/png", headers=cors)

    fake.script(calls(MAP_TOOL, DRAW), says("# Tokyo\n\n", "`code`\n\n```python\nx = 1\n```\n"))
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        watch = Watch(context, TILES)
        page = watch.page(context)
        page.route("https://*.basemaps.cartocdn.com/**", answer)
        plan = PlanPage(page, app.url)
        page.goto(app.url)
        plan.wait_for_colour((200, 0, 200))
        plan.send("Let's visit Tokyo")
        expect(plan.reply).to_contain_text("x = 1")
        plan.wait_for_pins()
        plan.button("Save").click()
        page.get_by_role("link", name="Trips").click()
        expect(page.get_by_role("heading", name="Trips", exact=True)).to_be_visible()
        main = page.get_by_test_id("stMain")
        main.get_by_role("button", name="Let's visit Tokyo", exact=True).click()
        plan.wait_for_pins()
        page.get_by_text("Places on the map").click()
        assert watch.events == []


LOAD = """
new Image().src = 'https://evil.test/p.png';
fetch('https://evil.test').catch(() => null);
document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://evil.test'}));
"""


def test_what_a_script_could_load_is_refused(browser: Browser, app: Server) -> None:
    with browser.new_context() as context:
        watch = Watch(context)
        page = watch.page(context)
        left: list[str] = []
        page.route("https://evil.test/**", lambda route: left.append(route.request.url))
        page.goto(app.url)
        page.evaluate(LOAD)
        wanted = {"img-src", "connect-src", "frame-src"}

        def refused() -> set[str]:
            return {event.split()[1] for event in watch.events if event.startswith("violation")}

        wait_until(page, lambda: wanted <= refused())
        assert left == []


def test_another_site_cannot_show_the_app_in_a_frame(browser: Browser, app: Server) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        frame = f"<iframe src={app.url}></iframe>"
        page.route(
            "http://localhost:*/frame",
            lambda route: route.fulfill(body=frame, content_type="text/html"),
        )
        page.goto(app.url.replace("127.0.0.1", "localhost") + "/frame")
        wait_until(page, lambda: page.frames[-1].url.startswith("chrome-error:"))


def wait_until(page: Page, is_so: Callable[[], bool]) -> None:
    deadline = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < deadline
        page.wait_for_timeout(50)
