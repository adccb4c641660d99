"""Replies as they are written."""

from time import monotonic, sleep

import httpx2
import pytest

from tests.fakes.openai_server import (
    Answer,
    FakeOpenAI,
    Gate,
    calls,
    counts,
    event,
    fails,
    says,
    thinks,
)
from tests.integration.api.server import STREAM, asked, events, story, streamed, text_of
from tests.integration.turns import DRAW, ITINERARY_TOOL, MAP_TOOL, PATIENCE, PLAN
from travelbot.service.assistant import Assistant
from travelbot.web.owner import COOKIE, owner_of


def test_a_reply_with_its_tools_and_its_map(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    *spoken, end = says("Tokyo ", "it is.").pieces
    drawn = [*calls(MAP_TOOL, DRAW).pieces[:-1], counts(1180, 24), end]
    provider.script(Answer(drawn), Answer([*thinks("Hm, ", "well."), *spoken, counts(20, 4), end]))
    received = asked(ann, "Let's visit Tokyo")
    assert [e.name for e in received] == ["tool", "map", "tool", "text", "text", "done"]
    running, drawn, ended, *_, done = (e.data for e in received)
    call = {"id": "call_1", "name": MAP_TOOL}
    assert running == {**call, "label": "Drawing on the map", "state": "running"}
    assert ended == {**call, "label": "Pinned Tokyo", "state": "done"}
    assert drawn["map_state"] == {"latitude": 35.68, "longitude": 139.69, "zoom": 11}
    assert drawn["markers_state"]["labels"] == ["Tokyo"]
    assert drawn["markers"][0].keys() == {
        "label",
        "latitude",
        "longitude",
        "verified",
        "kind",
        "country",
    }
    assert text_of(received) == "Tokyo it is."
    assert done.keys() == {"status", "conversation", "turn", "usage"}
    assert done["usage"] == {"prompt": 1200, "completion": 28, "estimated": False}
    assert events(ann, params={"since": "0"})[-1].data == done
    assert done["status"] == "complete"
    assert len({e.id for e in received}) == len(received)


def test_a_planned_itinerary(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    provider.script(calls(ITINERARY_TOOL, PLAN), says("Tokyo it is."))
    received = asked(ann, "A day in Tokyo")
    assert [e.name for e in received] == ["tool", "map", "itinerary", "tool", "text", "done"]
    itinerary = received[2].data
    [day] = itinerary["days"]
    assert (itinerary["title"], day["title"], day["date"]) == ("A day in Tokyo", "Asakusa", None)
    [stop] = day["stops"]
    assert (stop["place"], stop["verified"], stop["timezone"]) == ("Tokyo", True, "Asia/Tokyo")
    assert (stop["time"], stop["stay_minutes"], stop["mode"], stop["note"]) == (
        None,
        None,
        None,
        "",
    )
    assert received[1].data["markers"] == []
    assert ann.get("/openai-streaming/itinerary").json() == itinerary
    for index, last in enumerate(received[:-1]):
        rest = events(ann, params={"since": last.id})
        assert story(received[: index + 1] + rest) == story(received)


def test_a_refused_call_and_paragraphs_between_rounds(
    ann: httpx2.Client, provider: FakeOpenAI
) -> None:
    before = Answer([event({"content": "Let me see."}), *calls(MAP_TOOL, "{").pieces])
    provider.script(before, says("Here ", "it is."))
    received = asked(ann, "Tokyo")
    assert [e.data["state"] for e in received if e.name == "tool"] == ["running", "refused"]
    assert text_of(received) == "Let me see.\n\nHere it is."


def test_each_piece_arrives_before_the_next_is_released(
    ann: httpx2.Client, provider: FakeOpenAI
) -> None:
    gates = [Gate() for _ in range(4)]
    pieces = [(event({"content": f"{i} "}), gate) for i, gate in enumerate(gates)]
    provider.script(Answer([part for pair in pieces for part in pair] + [*says("end").pieces]))
    released: list[float] = []
    with streamed(ann, params={"query": "Count"}) as stream:
        for number, gate in enumerate(gates):
            received = next(stream)
            assert received.data == {"text": f"{number} "}
            assert not gate.opened.is_set()
            assert received.at > max(released, default=0)
            released.append(monotonic())
            gate.opened.set()
        assert [e.name for e in stream] == ["text", "done"]


def test_both_forms_of_the_path_answer_without_a_redirect(
    ann: httpx2.Client, provider: FakeOpenAI
) -> None:
    provider.script(says("Hello."))
    for path in (STREAM, STREAM.rstrip("/")):
        response = ann.get(path, params={"query": "Hi"})
        assert (response.status_code, response.history) == (200, [])
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-store"
        assert "__END__" not in response.text


def test_the_plain_text_alone(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    provider.script(calls(MAP_TOOL, DRAW), says("Tokyo ", "it is."))
    response = ann.get(STREAM, params={"query": "Tokyo"}, headers={"Accept": "text/plain"})
    assert response.headers["content-type"].startswith("text/plain")
    assert response.text == "Tokyo it is."
    again = ann.get(STREAM, params={"since": "0"}, headers={"Accept": "text/plain"})
    assert again.text == "Tokyo it is."


def test_a_failing_provider_is_told_in_the_stream(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    provider.script(fails(401, {"message": "bad key"}))
    *_, error, done = asked(ann, "Hi")
    assert (error.name, error.data["code"]) == ("error", "wrong_key")
    assert done.data["status"] == "failed"
    plain = ann.get(STREAM, params={"since": "0"}, headers={"Accept": "text/plain"})
    assert plain.text == error.data["message"] + "\n"


def test_a_second_prompt_waits_for_the_first(ann: httpx2.Client, provider: FakeOpenAI) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    with streamed(ann, params={"query": "Count"}) as stream:
        next(stream)
        refused = ann.get(STREAM, params={"query": "Another"})
        gate.opened.set()
        list(stream)
    assert refused.status_code == 409
    assert refused.json()["error"]["code"] == "turn_running"


def test_who_hangs_up_leaves_the_reply_running(
    ann: httpx2.Client, provider: FakeOpenAI, assistant: Assistant
) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    with streamed(ann, params={"query": "Count"}) as stream:
        conversation = next(stream).id.split(".")[0]
    turn = assistant.last_turn(owner_of(ann.cookies[COOKIE]), conversation)
    deadline = monotonic() + PATIENCE
    while turn.log._wakers and monotonic() < deadline:
        sleep(0.01)
    assert not turn.log._wakers
    assert not turn.log.finished
    gate.opened.set()
    assert text_of(events(ann, params={"since": "0"})) == "One two"
    assert not provider.hung_up.is_set()


def test_stopping_ends_the_stream_and_hangs_up_on_the_provider(
    ann: httpx2.Client, provider: FakeOpenAI
) -> None:
    gate = Gate()
    provider.script(Answer([event({"content": "One "}), gate, *says("two").pieces]))
    with streamed(ann, params={"query": "Count"}) as stream:
        next(stream)
        stopped = ann.delete("/openai-streaming/turn")
        (done,) = stream
    assert stopped.json() == {"conversation": done.data["conversation"], "stopped": True}
    assert done.data["status"] == "stopped"
    assert provider.hung_up.wait(PATIENCE)
    assert ann.delete("/openai-streaming/turn").json()["stopped"] is False


@pytest.mark.parametrize("count", [1, 3])
def test_the_demo_counts_and_resumes(ann: httpx2.Client, count: int) -> None:
    demo = "/openai-streaming/demo"
    received = events(ann, demo, params={"count": count})
    assert [e.data for e in received[:-1]] == [{"number": n + 1} for n in range(count)]
    assert received[-1].name == "done"
    for index, last in enumerate(received):
        rest = events(ann, demo, params={"count": count}, headers={"Last-Event-ID": last.id})
        assert rest == received[index + 1 :]
