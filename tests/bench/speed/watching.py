"""Stamps what a page shows, inside the page, in milliseconds since 1970 as time() * 1000.

A change of the page is stamped in the animation frame that shows it, because that is when a
reader sees it.
"""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page
from playwright.sync_api import TimeoutError as PageLost

from tests.bench.speed.apps import App
from tests.bench.speed.provider import PINS

SCRIPT = """
(wordsOf, inputOf, pins) => {
  const now = () => performance.timeOrigin + performance.now();
  const log = window.bench = {
    opened: performance.timeOrigin, usable: 0, submitted: 0, changed: 0, running: false,
    seen: [], frames: [], pinned: []};
  const letters = () => {
    let found = 0;
    for (const part of document.querySelectorAll(wordsOf)) {
      const text = part.textContent;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at) | 32;
        if (code > 96 && code < 123) found++;
      }
    }
    return found;
  };
  let asked = false;
  const look = () => {
    asked = false;
    const found = letters(), last = log.seen.at(-1);
    if (found && (!last || found > last[1])) log.seen.push([now(), found]);
    if (!log.usable && document.querySelector(inputOf + ':enabled')) log.usable = now();
  };
  new MutationObserver(changes => {
    log.running = !!document.querySelector('[data-test-script-state=running]');
    if (log.running || changes.some(change => change.type !== 'attributes')) log.changed = now();
    for (const change of changes)
      if (change.attributeName === 'data-test-script-state') log.changed = now();
    if (!asked) asked = !!requestAnimationFrame(look);
  }).observe(document, {subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ['disabled', 'data-test-script-state']});
  addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === 'r') log.submitted = now();
  }, true);
  const size = data => data.byteLength ?? data.size ?? new Blob([data]).size;
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', event => log.frames.push([now(), size(event.data)]));
    }
  };
  for (const name of ['drawArraysInstanced', 'drawElementsInstanced']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      if (given.at(-1) === pins) log.pinned.push(now());
      return draw.apply(this, given);
    };
  }
}
"""
"""`seen` are times with the letters of the reply that were there; `frames` are times and
decoded sizes of what came through websockets; `pinned` are times at which WebGL drew as many
things of a kind as there are pins."""
QUIET = """
silence => !bench.running
  && performance.timeOrigin + performance.now() - bench.changed > silence
"""
FETCHED = """
() => performance.getEntriesByType('resource').filter(each => each.name.endsWith('/chat'))
  .reduce((sum, each) => sum + each.transferSize, 0)
"""
SILENCE_MS = 400
STUCK_MS = 8_000
"""Without anything new, while a reply is due, after which a page counts as lost."""
HAS_LETTERS_OR_IS_STUCK = """
([number, stuck]) => {
  const last = bench.seen.at(-1) ?? [Math.max(bench.submitted, bench.opened), 0];
  if (last[1] >= number) return 'all';
  return performance.timeOrigin + performance.now() - last[0] > stuck ? 'stuck' : '';
}
"""


@dataclass(frozen=True)
class Log:
    """What a page has shown so far; see SCRIPT."""

    seen: list[tuple[float, int]]
    frames: list[tuple[float, int]]
    pinned: list[float]
    opened: float
    submitted: float
    usable: float
    changed: float
    fetched: int
    """Bytes that came by HTTP."""

    def bytes_between(self, start: float, end: float) -> int:
        """What came through websockets meanwhile."""
        return sum(size for at, size in self.frames if start <= at <= end)


class Watched:
    """A page of an app under observation from before its first byte."""

    def __init__(self, page: Page, app: App) -> None:
        self.page = page
        self.app = app
        arguments = f"{app.words!r}, {app.input!r}, {len(PINS)}"
        page.add_init_script(f"({SCRIPT})({arguments})")
        self._devtools: CDPSession = page.context.new_cdp_session(page)
        self._devtools.send("Performance.enable")

    def open(self, path: str = "/") -> None:
        """Go there and wait until nothing changes any more."""
        self.page.goto(self.app.url + path)
        self.page.wait_for_function("() => bench.usable")
        self.rest()

    def rest(self) -> None:
        """Wait until no script runs and nothing has changed for a while."""
        self.page.wait_for_function(QUIET, arg=SILENCE_MS, polling=50)

    def send(self, prompt: str) -> None:
        """Type a prompt and press Enter."""
        self.page.locator(self.app.input).fill(prompt)
        self.page.locator(self.app.input).press("Enter")

    def rerun(self) -> None:
        """Have Streamlit run the script again for no reason, and wait for its end."""
        self.page.locator("body").press("r")
        self.page.wait_for_function("() => bench.changed > bench.submitted")
        self.rest()

    def wait_for_letters(self, number: int, timeout: float) -> None:
        """Wait until the reply has so many letters; raises PageLost where it never will."""
        found = self.page.wait_for_function(
            HAS_LETTERS_OR_IS_STUCK, arg=[number, STUCK_MS], timeout=timeout, polling=100
        )
        if found.json_value() == "stuck":
            raise PageLost(f"{self.app.name} shows nothing new")

    def busy(self) -> float:
        """Seconds that the browser's main thread has worked for this page."""
        metrics: list[dict[str, Any]] = self._devtools.send("Performance.getMetrics")["metrics"]
        return next(float(m["value"]) for m in metrics if m["name"] == "TaskDuration")

    def log(self) -> Log:
        """What the page has shown so far."""
        names = "seen, frames, pinned, opened, submitted, usable, changed"
        found = self.page.evaluate(f"() => (({{{names}}}) => ({{{names}}}))(window.bench)")
        return Log(**found, fetched=self.page.evaluate(FETCHED))
