"""Signing in with a real OpenID Connect provider, in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.conftest import PATIENCE_MS, Server, free_port, serving
from tests.e2e.plan_page import PlanPage
from tests.fakes.oidc_server import CLIENT_ID, CLIENT_SECRET, FakeOidc

MESSAGES = "/openai-streaming/get-all-messages-before-saved"
PROMPT = "Let's visit Tokyo Japan"
SECRETS = """
[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "a secret of the tests, thirty-two bytes or more"
client_id = "{id}"
client_secret = "{secret}"
server_metadata_url = "{discovery}"
"""


@pytest.fixture(scope="module")
def oidc() -> Iterator[FakeOidc]:
    """The provider."""
    with FakeOidc().running() as running:
        yield running


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, oidc: FakeOidc) -> Iterator[Server]:
    """The app of a host who has configured sign-in."""
    folder: Path = tmp_path_factory.mktemp("signed")
    port = free_port()
    secrets = folder / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text(
        SECRETS.format(
            app=f"http://127.0.0.1:{port}",
            id=CLIENT_ID,
            secret=CLIENT_SECRET,
            discovery=oidc.discovery,
        )
    )
    env = {"HOME": str(folder), "TRAVELBOT_GUIDE_PACE": "0"}
    with serving(folder, env, port=port) as server:
        yield server


@pytest.fixture
def other_browser(browser: Browser) -> Iterator[BrowserContext]:
    """One more browser."""
    with browser.new_context() as opened:
        opened.set_default_timeout(PATIENCE_MS)
        yield opened


def sign_in(plan: PlanPage, oidc: FakeOidc, user: str) -> None:
    """Press the button; the provider knows who it is."""
    oidc.user = user
    plan.button("Sign in").click()
    expect(plan.page.get_by_text(f"Signed in as {user.title()}.")).to_be_visible()
    plan.ready()


def sign_out(plan: PlanPage) -> None:
    """Press the button."""
    plan.button("Sign out").click()
    expect(plan.button("Sign in")).to_be_visible()
    plan.ready()


def messages(page: Page, url: str, conversation: str = "") -> Any:
    """What the API shows to this browser, of the conversation that it is in where none is named."""
    query = f"?conversation={conversation}" if conversation else ""
    return page.context.request.get(f"{url}{MESSAGES}{query}").json()


def is_unknown(page: Page, url: str, conversation: str) -> bool:
    """Whether the conversation doesn't exist for this browser, by the API and by its address."""
    gone = messages(page, url, conversation)
    PlanPage(page, url).open(f"/?conversation={conversation}")
    expect(page.get_by_text("does not exist")).to_be_visible()
    return bool(gone == messages(page, url, "never-existed")) and "error" in gone


def conversation_of(page: Page) -> str:
    """The one in the address."""
    return page.url.partition("conversation=")[2]


def test_a_reader_signs_in_and_out(
    page: Page, other_browser: BrowserContext, app: Server, oidc: FakeOidc
) -> None:
    plan = PlanPage(page, app.url).open()
    plan.send(PROMPT)
    expect(plan.reply).to_contain_text("is the capital of Japan")
    plan.button("Save").click()
    expect(page.get_by_text("keeps itself up to date")).to_be_visible()
    conversation = conversation_of(page)
    anonymous = messages(page, app.url, conversation)
    assert PROMPT in json.dumps(anonymous)

    sign_in(plan, oidc, "ann")
    expect(plan.reply).to_contain_text("is the capital of Japan")
    assert conversation_of(page) == conversation
    assert messages(page, app.url) == messages(page, app.url, conversation) == anonymous

    sign_out(plan)
    expect(plan.messages).to_have_count(0)
    assert messages(page, app.url) == []
    assert is_unknown(page, app.url, conversation)

    sign_in(PlanPage(page, app.url).open(), oidc, "bob")
    assert is_unknown(page, app.url, conversation)
    expect(page.get_by_test_id("stSidebar").get_by_text(PROMPT)).to_have_count(0)

    elsewhere = PlanPage(other_browser.new_page(), app.url).open()
    sign_in(elsewhere, oidc, "ann")
    elsewhere.button(PROMPT).click()
    expect(elsewhere.reply).to_contain_text("is the capital of Japan")
    assert messages(elsewhere.page, app.url, conversation) == anonymous
