from travelbot.models.messages import Prompt, Reply, Round, ToolCall, ToolStep
from travelbot.service.provider.history import wire_messages

STEP = ToolStep(
    call=ToolCall(id="call_1", name="look", arguments='{"a": 1}'), result="{}", label="", ok=True
)


def test_each_tool_call_is_followed_by_its_result() -> None:
    reply = Reply(rounds=(Round(text="Wait.", provider="here", steps=(STEP,)), Round(text="Done.")))
    assert wire_messages([Prompt(text="Hi"), reply], "here") == [
        {"role": "user", "content": "Hi"},
        {
            "role": "assistant",
            "content": "Wait.",
            "tool_calls": [
                {
                    "id": "call_1",
                    "type": "function",
                    "function": {"name": "look", "arguments": '{"a": 1}'},
                }
            ],
        },
        {"role": "tool", "tool_call_id": "call_1", "content": "{}"},
        {"role": "assistant", "content": "Done."},
    ]


def test_an_empty_reply_is_left_out() -> None:
    assert wire_messages([Reply(), Reply(rounds=(Round(text=" "),))], "here") == []
