"""Records everything that a page does beyond showing itself."""

import re
from collections.abc import Sequence
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Dialog, Locator, Page

from tests.e2e.plan_page import PATIENCE
from travelbot.web.basemap import tile_origins

REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', event => window.reportViolation(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
TILES = tuple(str(urlsplit(origin).hostname) for origin in tile_origins())
"""Hosts that the map may ask."""
MESSAGES = "[data-testid=stChatMessageContent]"
FORBIDDEN = """where => {
  const kinds = 'img, picture, iframe, script, object, embed, video, audio, form, input, textarea,'
    + 'select, style, link, meta, base, foreignObject, math, .katex, [onclick], [onerror],'
    + '[onload], .stMarkdownBadge, .stMarkdownShimmer, .stMarkdownColoredBackground, del,'
    + '.stMarkdownColoredText:not(small *, [style*="font-size"] *), [role=img],'
    + '[data-testid=stMermaidChart]';
  const texts = [...document.querySelectorAll(where)].flatMap(
    part => [...part.querySelectorAll('[data-testid=stMarkdownContainer], pre, code')]);
  const all = kind => texts.flatMap(text => [...text.querySelectorAll(kind)]);
  const depth = element => element ? 1 + depth(element.parentElement) : 0;
  return {
    found: [...new Set(all(kinds).map(element => element.outerHTML))].slice(0, 20),
    links: all('a[href]').map(link => link.getAttribute('href'))
      .filter(href => !/^(https?:\\/\\/|mailto:|#)/.test(href)),
    deep: Math.max(0, ...all('li, blockquote').map(depth)),
  };
}"""


class Watch:
    """Attached to a browser, before its first page."""

    def __init__(self, context: BrowserContext, allowed: tuple[str, ...] = ()) -> None:
        self.events: list[str] = []
        self._own = 0
        self._allowed = {"127.0.0.1", *allowed}
        context.expose_function("reportViolation", self._violated)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("page", self._attach)
        context.on("request", lambda request: self._asked(request.url))

    def page(self, context: BrowserContext) -> Page:
        """The one page that is meant to open."""
        self._own += 1
        return context.new_page()

    def forbidden(self, page: Page, where: str = MESSAGES) -> dict[str, Any]:
        """What is in messages, or elsewhere, and has no place there."""
        found: dict[str, Any] = page.evaluate(FORBIDDEN, where)
        return found

    def _attach(self, page: Page) -> None:
        if self._own:
            self._own -= 1
        else:
            self.events.append(f"popup {page.url}")
        page.on("websocket", lambda socket: self._asked(socket.url))
        page.on("dialog", self._asked_reader)
        page.on("frameattached", lambda frame: self.events.append(f"frame {frame.url}"))
        page.on("download", lambda download: self.events.append(f"download {download.url}"))
        page.on("pageerror", lambda error: self.events.append(f"error {error}"))
        page.on("crash", lambda _: self.events.append("crash"))

    def _violated(self, what: str) -> None:
        self.events.append(f"violation {what}")

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname not in self._allowed:
            self.events.append(f"request {url[:200]}")

    def _asked_reader(self, dialog: Dialog) -> None:
        self.events.append(f"dialog {dialog.message}")
        dialog.dismiss()


def squeezed(text: str) -> str:
    """Without white space, which Markdown doesn't keep, and what can't be seen."""
    return re.sub(r"[\s\u2060\u202e]+", "", text)


def assert_inert(watch: Watch, page: Page) -> None:
    assert watch.events == [], watch.events[:5]
    forbidden = watch.forbidden(page)
    assert forbidden["found"] == [], forbidden["found"]
    assert forbidden["links"] == [], forbidden["links"]
    assert forbidden["deep"] < 60


def assert_read(where: Locator, texts: Sequence[str]) -> None:
    """Wait until all texts are there: code comes only when its highlighter is loaded."""

    def missing() -> list[str]:
        there = squeezed("\n".join(where.all_inner_texts()))
        return [text for text in texts if squeezed(text) not in there]

    deadline = monotonic() + PATIENCE
    while (still := missing()) and monotonic() < deadline:
        where.page.wait_for_timeout(100)
    assert still == [], still
