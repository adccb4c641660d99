"""The API beside the pages, in the same process and with the same cookie."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import Server, serving
from tests.e2e.plan_page import PlanPage
from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, event, says

API = "/openai-streaming"


@pytest.fixture
def gate(fake: FakeOpenAI) -> Gate:
    """A reply that waits in its middle until the gate is opened."""
    gate = Gate()
    fake.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    return gate


def test_the_page_and_the_api_share_a_conversation(
    page: Page, context: BrowserContext, app: Server, gate: Gate
) -> None:
    plan = PlanPage(page, app.url).open()
    plan.send("From the page")
    expect(plan.reply).to_contain_text("One")
    api = context.request
    running = api.get(f"{app.url}{API}/get-all-messages-before-saved").json()
    assert [message["content"] for message in running] == ["From the page", "One"]
    gate.opened.set()
    expect(plan.reply).to_contain_text("One two")
    expect(plan.button("Regenerate")).to_be_visible()
    assert "event: done" in api.get(f"{app.url}{API}/?query=From+the+API").text()
    page.reload()
    plan.ready()
    expect(plan.messages).to_have_count(4)
    expect(page.get_by_text("From the API", exact=True)).to_be_visible()


@pytest.mark.parametrize("accept", ["text/plain", "text/event-stream"])
def test_compression_holds_no_stream_back(app: Server, gate: Gate, accept: str) -> None:
    headers = {"Accept": accept, "Accept-Encoding": "gzip"}
    url = f"{app.url}{API}/?query=Count"
    with httpx2.stream("GET", url, headers=headers, timeout=10) as response:
        chunks = response.iter_text()
        assert "One" in next(chunk for chunk in chunks if not chunk.startswith(":"))
        assert not gate.opened.is_set()
        gate.opened.set()
        assert "two" in "".join(chunks)


@pytest.fixture(scope="module")
def under_a_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as a proxy serves it that keeps the path."""
    folder: Path = tmp_path_factory.mktemp("path")
    with serving(folder, {"STREAMLIT_SERVER_BASE_URL_PATH": "travel"}) as server:
        yield server


def test_the_documentation_under_a_path_asks_nobody_else(page: Page, under_a_path: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{under_a_path.url}/docs")
    expect(page.get_by_role("heading", name="Travelbot API")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('nav')).position") == "sticky"
    names = {url.removeprefix(f"{under_a_path.url}/") for url in asked}
    assert names - {"favicon.ico"} == {"docs", "docs.css"}
    page.get_by_role("link", name="openapi.json").click()
    expect(page.locator("body")).to_contain_text('"openapi"')
