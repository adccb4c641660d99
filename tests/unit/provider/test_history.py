"""What is sent back to a provider, so that strict servers take it."""

import json

import pytest

from tests.fakes.strictness import complaints
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.messages import Message, Prompt, Reply, Round, Status, ToolCall, ToolStep
from travelbot.service.itinerary_note import without_note
from travelbot.service.provider.history import INTERRUPTED, WireMessage, wire_messages

SIGNATURE = {"google": {"thought_signature": "s"}}
ECHO = {"reasoning_content": "Hm", "reasoning_details": [{"type": "reasoning.text"}]}


def step(call_id: str = "call_1", name: str = "look", result: str = "{}") -> ToolStep:
    call = ToolCall(id=call_id, name=name, arguments='{"a": 1}', extra_content=SIGNATURE)
    return ToolStep(call=call, result=result, label="", ok=True)


def called(*steps: ToolStep, text: str = "", provider: str = "here") -> Round:
    return Round(text=text, provider=provider, steps=steps, echo=ECHO)


def answered(*rounds: Round) -> Reply:
    return Reply(rounds=rounds, status=Status.COMPLETE)


def sent(*messages: Message, provider: str = "here") -> list[WireMessage]:
    wire = wire_messages(messages, provider)
    whole = [
        {"role": "system", "content": "Go."},
        *wire,
        *([] if wire[-1]["role"] == "user" else [{"role": "user", "content": "And?"}]),
    ]
    if wire[-1]["role"] != "tool":
        assert not complaints(whole, frozenset({*ECHO, "extra_content"}))
    return wire


def test_each_tool_call_is_followed_by_its_result_in_order() -> None:
    reply = answered(called(step("a", result="1"), step("b", result="2")), Round(text="Done."))
    wire = sent(Prompt(text="Hi"), reply)
    assert [message["role"] for message in wire] == [
        "user",
        "assistant",
        "tool",
        "tool",
        "assistant",
    ]
    assert [call["id"] for call in wire[1]["tool_calls"]] == ["a", "b"]
    assert [(m["tool_call_id"], m["content"]) for m in wire[2:4]] == [("a", "1"), ("b", "2")]


def test_a_call_has_its_type_and_no_index() -> None:
    wire = sent(Prompt(text="Hi"), answered(called(step()), Round(text="Done.")))
    assert wire[1]["tool_calls"] == [
        {
            "id": "call_1",
            "type": "function",
            "function": {"name": "look", "arguments": '{"a": 1}'},
            "extra_content": SIGNATURE,
        }
    ]


def test_text_beside_calls_is_kept_and_empty_text_is_null() -> None:
    reply = answered(
        called(step("a"), text="Wait."), called(step("b"), text=" \n"), Round(text="Done.")
    )
    wire = sent(Prompt(text="Hi"), reply)
    assert [m["content"] for m in wire if m["role"] == "assistant"] == ["Wait.", None, "Done."]


def test_what_its_own_provider_wants_back_is_sent() -> None:
    wire = sent(Prompt(text="Hi"), answered(called(step()), Round(text="Done.")))
    assert wire[1]["reasoning_content"] == "Hm"
    assert wire[1]["reasoning_details"] == [{"type": "reasoning.text"}]


def test_what_a_provider_wants_back_is_not_sent_to_another() -> None:
    reply = answered(called(step(), text="Wait."), Round(text="Done.", echo=ECHO))
    wire = sent(Prompt(text="Hi"), reply, provider="there")
    assert set(wire[1]) == {"role", "content", "tool_calls"}
    assert set(wire[1]["tool_calls"][0]) == {"id", "type", "function"}
    assert set(wire[3]) == {"role", "content"}


@pytest.mark.parametrize("call_id", ["call_1", "functions.look:0", "x" * 99, "京", "0"])
def test_a_foreign_id_is_replaced_in_call_and_result_alike(call_id: str) -> None:
    messages = (Prompt(text="Hi"), answered(called(step(call_id)), Round(text="Done.")))
    wire = sent(*messages, provider="there")
    made = wire[1]["tool_calls"][0]["id"]
    assert wire[2]["tool_call_id"] == made
    assert len(made) == 9
    assert made.isalnum()
    assert wire == sent(*messages, provider="there")


def test_foreign_ids_stay_different() -> None:
    rounds = [called(step(f"call_{n}"), step(f"more_{n}")) for n in range(20)]
    wire = sent(Prompt(text="Hi"), answered(*rounds, Round(text="Done.")), provider="there")
    assert len({m["tool_call_id"] for m in wire if m["role"] == "tool"}) == 40


def test_own_ids_stay_as_they_are() -> None:
    wire = wire_messages([answered(called(step("functions.look:0")))], "here")
    assert wire[1]["tool_call_id"] == "functions.look:0"


@pytest.mark.parametrize(
    ("name", "safe"),
    [("look", "look"), ("look up!", "look_up_"), ("京都", "__"), ("x" * 99, "x" * 64)],
)
def test_names_are_of_the_kind_that_all_take(name: str, safe: str) -> None:
    wire = sent(Prompt(text="Hi"), answered(called(step(name=name)), Round(text="Done.")))
    assert wire[1]["tool_calls"][0]["function"]["name"] == safe


@pytest.mark.parametrize(
    "reply", [Reply(), Reply(rounds=(Round(),)), Reply(rounds=(Round(text=" ", reasoning="Hm"),))]
)
def test_a_reply_that_said_nothing_is_told_as_interrupted(reply: Reply) -> None:
    wire = sent(Prompt(text="Hi"), reply, Prompt(text="Again"))
    assert wire[1] == {"role": "assistant", "content": INTERRUPTED}


def test_a_reply_that_ended_after_its_tools_is_told_as_interrupted() -> None:
    wire = sent(Prompt(text="Hi"), Reply(rounds=(called(step()), Round())), Prompt(text="Again"))
    assert [m["role"] for m in wire] == ["user", "assistant", "tool", "assistant", "user"]
    assert wire[3]["content"] == INTERRUPTED


def test_a_reply_that_ended_in_its_text_is_told_as_it_is() -> None:
    wire = sent(Prompt(text="Hi"), Reply(rounds=(Round(text="Half a"),)), Prompt(text="Again"))
    assert [m["content"] for m in wire] == ["Hi", "Half a", "Again"]


ROME = Itinerary(days=(Day(title="Rome", stops=(Stop(place="Trevi\n\nFountain)"),)),))


def edited(*edits: Itinerary) -> Reply:
    return answered(Round(text="Here.")).model_copy(update={"edits": edits})


def test_what_was_changed_by_hand_is_told_with_the_next_prompt() -> None:
    wire = sent(
        Prompt(text="Hi"),
        edited(Itinerary(), ROME),
        Prompt(text="Make day 1 lighter\n\n(please)"),
        answered(Round(text="Done.")),
        Prompt(text="Thanks"),
    )
    hi, _, told, _, thanks = (message["content"] for message in wire)
    assert (hi, thanks) == ("Hi", "Thanks")
    arguments, prompt = without_note(told)
    assert prompt == "Make day 1 lighter\n\n(please)"
    assert json.loads(arguments) == {
        "days": [{"title": "Rome", "stops": [{"place": "Trevi\n\nFountain)"}]}]
    }
    assert told.splitlines()[0].startswith("(I have changed the itinerary by hand")


@pytest.mark.parametrize(
    "text", ["", "Hi", "(I have changed the itinerary by hand)\n\nHi", "One\n\nTwo"]
)
def test_a_prompt_without_a_note_is_read_as_it_is(text: str) -> None:
    assert without_note(text) == ("", text)


def test_a_change_by_hand_after_the_last_reply_waits_for_a_prompt() -> None:
    wire = wire_messages([Prompt(text="Hi"), edited(ROME)], "here")
    assert [message["content"] for message in wire] == ["Hi", "Here."]


def test_a_change_by_hand_after_an_interrupted_reply_is_told_too() -> None:
    wire = sent(Prompt(text="Hi"), Reply(edits=(ROME,)), Prompt(text="Again"))
    assert wire[1]["content"] == INTERRUPTED
    assert without_note(wire[2]["content"])[1] == "Again"


def test_prompts_without_replies() -> None:
    wire = sent(Prompt(text="Hi"), Prompt(text="Hello?"))
    assert [m["content"] for m in wire] == ["Hi", INTERRUPTED, "Hello?"]


def test_empty_replies_alone_say_nothing() -> None:
    assert wire_messages([Reply(), Reply(rounds=(Round(text=" "),))], "here") == []
