"""Providers that think, that are silent, and that count, as a reader sees them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import Server
from tests.e2e.hostile import SMALL
from tests.e2e.plan_page import PlanPage
from tests.e2e.watch import TILES, Watch, assert_inert, assert_read
from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, counts, event, says, thinks

WAITING = "Still waiting for 127.0.0.1"
STOPPED = "You stopped this reply."
STOPPED_WITHIN = 1500.0
"""Milliseconds on a busy machine; a test of the service holds it to 300."""
TIME_THE_STOP = """stopped => addEventListener('click', () => {
  const clicked = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.body.innerText.includes(stopped)) return;
    window.took = performance.now() - clicked;
    observer.disconnect();
  }).observe(document.body, {subtree: true, childList: true, characterData: true});
}, {capture: true, once: true})"""


@pytest.fixture
def plan(page: Page, app: Server) -> PlanPage:
    return PlanPage(page, app.url).open()


@pytest.fixture
def gates() -> Iterator[tuple[Gate, Gate]]:
    """Open at the end, so that no answer is left hanging."""
    made = Gate(), Gate()
    yield made
    for gate in made:
        gate.opened.set()


def reasoning(plan: PlanPage) -> Locator:
    """The reply's step with the reasoning."""
    return plan.reply.get_by_test_id("stExpander").filter(has_text="Reasoning")


def test_reasoning_is_a_step_that_stays_as_the_reader_left_it(
    plan: PlanPage, fake: FakeOpenAI, gates: tuple[Gate, Gate]
) -> None:
    more, text = gates
    answered = [event({"content": "Take "}), text, *says("a walk.").pieces]
    thought = thinks("They have ", "$20. ")
    fake.script(Answer([*thought, more, *thinks("Walking, then."), *answered]))
    plan.send("A day in Tokyo")
    step = reasoning(plan)
    expect(step).to_be_visible()
    expect(step.get_by_text("They have $20.")).to_be_hidden()
    step.locator("summary").click()
    expect(step.get_by_text("They have $20.")).to_be_visible()
    more.opened.set()
    expect(plan.reply).to_contain_text("Take")
    text.opened.set()
    expect(plan.reply).to_contain_text("Take a walk.")
    expect(step.get_by_text("They have $20. Walking, then.")).to_be_visible()
    assert plan.reply.inner_text().index("Reasoning") < plan.reply.inner_text().index("Take")
    expect(plan.button("Regenerate")).to_be_visible()


def test_a_reload_in_the_middle_shows_the_same(
    plan: PlanPage, fake: FakeOpenAI, gates: tuple[Gate, Gate]
) -> None:
    gate, _ = gates
    *spoken, end = says("a walk.").pieces
    rest = [*spoken, counts(1180, 24), end]
    fake.script(Answer([*thinks("Walking, then."), event({"content": "Take "}), gate, *rest]))
    plan.send("A day in Tokyo")
    expect(plan.reply).to_contain_text("Take")
    streamed = plan.reply.inner_text()
    plan.page.reload()
    expect(plan.reply).to_contain_text("Take")
    assert plan.reply.inner_text() == streamed
    gate.opened.set()
    expect(plan.button("Regenerate")).to_be_visible()
    expect(plan.reply).to_contain_text("1,204 tokens")
    expect(plan.page.locator(".st-key-who")).to_contain_text("1,204 tokens so far")
    streamed = plan.reply.inner_text()
    plan.page.reload()
    expect(plan.button("Regenerate")).to_be_visible()
    expect(plan.reply).to_contain_text("1,204 tokens")
    assert plan.reply.inner_text() == streamed
    expect(plan.page.locator(".st-key-who")).to_contain_text("1,204 tokens so far")


def test_a_silent_provider_is_told_also_in_the_middle_of_a_text(
    plan: PlanPage, fake: FakeOpenAI, gates: tuple[Gate, Gate]
) -> None:
    before, within = gates
    fake.script(Answer([before, event({"content": "One "}), within, *says("two.").pieces]))
    plan.send("Count")
    expect(plan.reply).to_contain_text("Thinking…")
    expect(plan.reply).to_contain_text(WAITING)
    before.opened.set()
    expect(plan.reply).to_contain_text("One")
    expect(plan.reply).not_to_contain_text(WAITING)
    expect(plan.reply).to_contain_text(WAITING)
    expect(plan.reply).to_contain_text("One")
    within.opened.set()
    expect(plan.reply).to_contain_text("One two.")
    expect(plan.reply).not_to_contain_text(WAITING)


@pytest.mark.parametrize("said", [(), ("One ",)], ids=["before the text", "within it"])
def test_stop_is_heard_while_the_provider_is_silent(
    plan: PlanPage, fake: FakeOpenAI, gates: tuple[Gate, Gate], said: tuple[str, ...]
) -> None:
    gate, _ = gates
    fake.script(Answer([*(event({"content": word}) for word in said), gate, *says("two").pieces]))
    plan.send("Count")
    expect(plan.reply).to_contain_text("One" if said else "Thinking…")
    plan.page.evaluate(TIME_THE_STOP, STOPPED)
    plan.button("Stop").click()
    expect(plan.reply).to_contain_text(STOPPED)
    assert plan.page.evaluate("window.took") < STOPPED_WITHIN
    assert fake.hung_up.wait(1)
    expect(plan.reply).to_contain_text("about ")


def test_reasoning_is_only_read(browser: Browser, app: Server, fake: FakeOpenAI) -> None:
    texts = ["\n\n".join(case.text for case in SMALL[at::8]) for at in range(8)]
    fake.script(Answer([*thinks(*"\n\n".join(texts)), *says("The end.").pieces]))
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        watch = Watch(context, TILES)
        plan = PlanPage(watch.page(context), app.url).open()
        plan.send("Think")
        expect(plan.button("Regenerate")).to_be_visible()
        reasoning(plan).locator("summary").click()
        assert_inert(watch, plan.page)
        assert_read(reasoning(plan), [case.shown for case in SMALL])
        plan.page.reload()
        expect(plan.button("Regenerate")).to_be_visible()
        reasoning(plan).locator("summary").click()
        assert_inert(watch, plan.page)
        assert_read(reasoning(plan), [case.shown for case in SMALL])
