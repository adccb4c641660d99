"""Replies that are read in parts: none of it is lost, none comes twice."""

from itertools import islice

import httpx2
import pytest

from tests.fakes.openai_server import Answer, FakeOpenAI, Gate, calls, event, says
from tests.integration.api.server import Event, asked, client, events, served, story, streamed
from tests.integration.conftest import Build
from tests.integration.turns import DRAW, MAP_TOOL
from travelbot.service.assistant import Assistant
from travelbot.web.owner import COOKIE, owner_of

OSAKA = {"markers": [{"latitude": 34.69, "longitude": 135.5, "label": "Osaka"}]}
WORDS = ("Tōkyō 🗼 ", "costs\r\n", "“much”\u2028", "\n\n東京", ".\x85 ", "end")


def rich(*before_the_end: Gate) -> list[Answer]:
    """A refused call, a call that draws, and text that is hard to frame."""
    opening = Answer([event({"content": "Let me see. "}), *calls(MAP_TOOL, "{", "a").pieces])
    *words, last = (event({"content": word}) for word in WORDS)
    end = Answer([*words, *before_the_end, last, *says("!").pieces])
    return [opening, calls(MAP_TOOL, DRAW, "b"), end]


def rest_after(caller: httpx2.Client, last: Event) -> list[Event]:
    """What is sent to a browser that was cut off; it repeats its URL."""
    return events(caller, params={"query": "Tokyo"}, headers={"Last-Event-ID": last.id})


def test_resuming_after_each_event_of_a_running_reply(
    ann: httpx2.Client, provider: FakeOpenAI
) -> None:
    gate = Gate()
    provider.script(*rich(gate))
    with streamed(ann, params={"query": "Tokyo"}) as stream:
        begun = list(islice(stream, 1 + 2 + 3 + len(WORDS) - 1))
        for index, last in enumerate(begun[:-1]):
            with streamed(ann, params={"since": last.id}) as resumed:
                assert list(islice(resumed, len(begun) - index - 1)) == begun[index + 1 :]
        gate.opened.set()
        received = begun + list(stream)
    assert len(provider.requests) == 3
    assert story(begun + rest_after(ann, begun[-1])) == story(received)


def test_resuming_after_each_event_of_a_finished_reply_also_after_a_restart(
    ann: httpx2.Client, provider: FakeOpenAI, build: Build
) -> None:
    provider.script(*rich())
    received = asked(ann, "Tokyo")
    with served(build()) as url, client(url) as later:
        later.cookies.update(ann.cookies)
        for caller in (ann, later):
            for index, last in enumerate(received):
                rest = rest_after(caller, last)
                assert story(received[: index + 1] + rest) == story(received), last
            assert story(events(caller, params={"since": "0"})) == story(received)
    assert len(provider.requests) == 3


def test_resuming_in_the_middle_of_a_stored_text_cuts_at_the_character(
    ann: httpx2.Client, provider: FakeOpenAI
) -> None:
    provider.script(says("One 🗼 ", "two"))
    received = asked(ann, "Count")
    first, _, done = received
    assert [e.data for e in rest_after(ann, first)] == [{"text": "two"}, done.data]
    middle = first.id.replace(".1.6.0", ".1.4.0")
    assert rest_after(ann, Event("text", {}, middle))[0].data == {"text": "🗼 two"}


def test_nothing_is_left_after_the_end(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    provider.script(says("Hello."))
    last = asked(ann, "Hi")[-1].id
    response = ann.get("/openai-streaming/", headers={"Last-Event-ID": last})
    assert (response.status_code, response.content) == (204, b"")


def test_of_several_maps_the_last_is_kept(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    provider.script(
        calls(MAP_TOOL, DRAW, "a"), calls(MAP_TOOL, OSAKA, "b"), calls(MAP_TOOL, "{"), says("Done.")
    )
    received = asked(ann, "Tokyo, then Osaka")
    maps = [index for index, each in enumerate(received) if each.name == "map"]
    assert len(maps) == 2
    again = [each for each in events(ann, params={"since": "0"}) if each.name == "map"]
    assert again == [received[maps[1]]]
    assert rest_after(ann, received[maps[1]]) == received[maps[1] + 1 :]


def test_the_conversation_need_not_be_the_current_one(
    ann: httpx2.Client, provider: FakeOpenAI, assistant: Assistant
) -> None:
    provider.script(says("One ", "two"))
    received = asked(ann, "Count")
    assistant.begin(owner_of(ann.cookies[COOKIE]))
    assert rest_after(ann, received[0]) == received[1:]


def test_a_reply_that_was_replaced_or_followed_is_gone(
    ann: httpx2.Client, provider: FakeOpenAI, assistant: Assistant
) -> None:
    provider.script(says("One."))
    first = asked(ann, "Count")
    conversation = first[-1].data["conversation"]
    again = assistant.answer_again(owner_of(ann.cookies[COOKIE]), conversation)
    list(again.log.follow(5))
    second = events(ann, params={"since": "0"})
    asked(ann, "And then?")
    for last in (first[0], second[0]):
        response = ann.get("/openai-streaming/", params={"since": last.id})
        assert response.status_code == 409
        assert response.json()["error"]["code"] == "turn_gone"


@pytest.mark.parametrize(
    "bad", ["nonsense", "a.b", "a.b.1.2.3.4", "a.b.-1.2.3", "a.b.1.2.x", "a.b.1.2.99999999999", "٣"]
)
def test_what_is_no_id(ann: httpx2.Client, bad: str) -> None:
    response = ann.get("/openai-streaming/", params={"since": bad})
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "bad_event_id"


def test_the_header_overrules_the_url(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    provider.script(says("One ", "two ", "three"))
    first, second, *rest = asked(ann, "Count")
    resumed = events(ann, params={"since": first.id}, headers={"Last-Event-ID": second.id})
    assert story(resumed) == story(rest)


def test_nothing_to_replay(ann: httpx2.Client) -> None:
    response = ann.get("/openai-streaming/", params={"since": "0"})
    assert response.status_code == 404
