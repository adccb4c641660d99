"""Of a long conversation the latest messages are drawn, and earlier ones when asked for."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.integration.ui.pages import ask, buttons, texts
from travelbot.models.messages import Message, Prompt, Reply, Round, Status
from travelbot.web.chat import hidden_messages
from travelbot.web.wiring import assistant


def told(count: int) -> tuple[Message, ...]:
    """That many messages, alternating."""
    asked = [Prompt(text=f"prompt {number}") for number in range(count // 2)]
    answered = [
        Reply(rounds=(Round(text=f"reply {number}"),), status=Status.COMPLETE)
        for number in range(count // 2)
    ]
    return tuple(m for pair in zip(asked, answered, strict=True) for m in pair)


def test_earlier_messages_are_shown_when_asked_for(plan: AppTest) -> None:
    ask(plan.run(), "Rome")
    kept = assistant().conversations
    conversation_id = plan.session_state["tab"].conversation_id
    [owner] = {key[0] for key in kept._memory._known if key[1] == conversation_id}
    conversation = kept.load(owner, conversation_id)
    kept.keep(owner, conversation.with_messages((*told(48), *conversation.messages)), 0)
    plan.run()
    assert "reply 23" in texts(plan)
    assert "reply 9" not in texts(plan)
    assert "Rome" in texts(plan)
    plan.button(key="earlier").click().run()
    assert "prompt 0" in texts(plan)
    assert "earlier" not in buttons(plan)


@pytest.mark.parametrize(
    ("count", "earlier_shown", "hidden"),
    [(0, 0, 0), (20, 0, 0), (21, 0, 10), (30, 0, 10), (31, 0, 20), (500, 0, 480), (500, 40, 440)],
)
def test_what_is_hidden_grows_in_steps(count: int, earlier_shown: int, hidden: int) -> None:
    assert hidden_messages(count, earlier_shown) == hidden
