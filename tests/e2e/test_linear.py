"""What a reply costs grows with its length, not with its square."""

from math import log, log2

from playwright.sync_api import BrowserContext, WebSocket

from tests.e2e.conftest import Server
from tests.e2e.plan_page import PlanPage
from tests.fakes.openai_server import DONE, Answer, FakeOpenAI, Gate, event

TOKEN, PIECE = 4, 160
"""Characters."""
PIECES_OF_PARAGRAPH = 4
SHOWN = """
text => [...document.querySelectorAll('[data-testid=stChatMessage]')].at(-1)
  ?.textContent.includes(text)
"""
STEEPEST = 1.1


def pieces_of(tokens: int) -> list[str]:
    """A reply of that length in paragraphs, each piece with words of its own."""
    pieces = []
    for index in range(tokens * TOKEN // PIECE):
        end = "\n\n" if (index + 1) % PIECES_OF_PARAGRAPH == 0 else " "
        words = f"Stop {index} is here. " + "Then walk along the river to the old bridge. " * 4
        pieces.append(words[: PIECE - len(end)] + end)
    return pieces


def bytes_for(context: BrowserContext, app: Server, fake: FakeOpenAI, tokens: int) -> int:
    """What comes through the websocket while a reply is shown piece by piece."""
    sizes: list[int] = []
    pieces, gates = pieces_of(tokens), []
    answer: list[bytes | Gate] = []
    for piece in pieces:
        gates.append(Gate())
        answer += [event({"content": piece}), gates[-1]]
    fake.script(Answer([*answer, event({}, "stop"), DONE]))
    with context.new_page() as page:
        page.on("websocket", lambda socket: _count(socket, sizes))
        plan = PlanPage(page, app.url).open()
        sizes.clear()
        plan.send("Along the river")
        for index, gate in enumerate(gates):
            page.wait_for_function(SHOWN, arg=f"Stop {index} is here.")
            gate.opened.set()
        plan.button("Regenerate").wait_for()
        return sum(sizes)


def _count(socket: WebSocket, sizes: list[int]) -> None:
    socket.on("framereceived", lambda payload: sizes.append(len(payload)))


def test_bytes_to_the_browser_grow_with_the_text(
    context: BrowserContext, app: Server, fake: FakeOpenAI
) -> None:
    sizes = [bytes_for(context, app, fake, tokens) for tokens in (1_000, 2_000, 4_000)]
    assert log2(sizes[1] / sizes[0]) <= STEEPEST, sizes
    assert log(sizes[2] / sizes[0], 4) <= STEEPEST, sizes
