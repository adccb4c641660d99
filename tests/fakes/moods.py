"""Providers in a mood: each answers any request of the app in its own good or bad way."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from tests.fakes.openai_server import (
    DONE,
    Answer,
    Cut,
    FakeOpenAI,
    Gate,
    Piece,
    event,
    fails,
    says,
)

KEY = "sk-the-right-key"
WORDS = ("Paris ", "is ", "the ", "capital ", "of ", "France.")
USAGE = b'data: {"choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 6}}\n\n'
CONTEXT = 15_000
"""Characters that fit a small model."""
KNOWN = {"model", "messages", "stream", "tools"}

Request = Mapping[str, Any]
Call = Mapping[str, Any]
Mood = Callable[[Request, str], Answer]
"""The answer to a request with this key."""


class MoodyOpenAI(FakeOpenAI):
    """Answers each request as its mood wants."""

    def __init__(self, mood: Mood) -> None:
        super().__init__()
        self._mood = mood

    def next_answer(self) -> Answer:
        """The answer to the request that has come in."""
        key = self.headers[-1].get("authorization", "").removeprefix("Bearer ")
        return self._mood(self.requests[-1], key)


@contextmanager
def provider_in(mood: Mood) -> Iterator[MoodyOpenAI]:
    """A provider that serves in this mood."""
    fake = MoodyOpenAI(mood)
    with fake.running():
        yield fake


def good(request: Request, key: str) -> Answer:
    """Keeps to the format."""
    if key != KEY:
        return fails(401, {"message": f"Incorrect API key provided: {key}"})
    if not _wants_calls(request):
        return Answer([*says(*WORDS).pieces[:-1], USAGE, DONE])
    calls = [
        {"index": index, "id": f"call_{index}", "type": "function", "function": function}
        for index, function in enumerate(_functions(request))
    ]
    return Answer([event({"tool_calls": calls}), event({}, "tool_calls"), USAGE, DONE])


def sloppy(request: Request, key: str) -> Answer:  # noqa: ARG001 (takes any)
    """Breaks the format wherever that can be mended, and cuts off what is too long for it."""
    if _has_results(request):
        message = {"role": "assistant", "content": "".join(WORDS)}
        return _whole({"index": 0, "message": message, "finish_reason": "stop"})
    if not _wants_calls(request):
        read = str(request["messages"])[-CONTEXT:]
        words = WORDS if "Paris" in read else ("Par", "don?")
        return Answer([event({"content": word}) for word in words])
    functions = _functions(request)
    if len(functions) == 1:
        arguments = json.loads(functions[0]["arguments"])
        return _sends([{"function": {**functions[0], "arguments": arguments}}], "stop")
    calls = [{"index": 0, "id": f["arguments"], "function": f} for f in functions]
    again = [{**call, "function": {"arguments": call["id"]}} for call in calls]
    return _sends([*calls, *again], None)


def strict(request: Request, key: str) -> Answer:
    """Refuses what isn't perfect, makes one call at a time, and has a small context."""
    if key != KEY:
        return fails(400, {"message": "API key not valid. Please pass a valid API key."})
    if fault := _fault(request):
        return fails(400, {"message": fault, "type": "invalid_request_error"})
    if len(str(request["messages"])) > CONTEXT:
        return fails(400, {"message": "This model's maximum context length is 4096 tokens."})
    if not _wants_calls(request):
        return Answer([*says(*WORDS).pieces[:-1], USAGE, DONE])
    call = {"index": 0, "id": "aB3dE6gH9", "type": "function", "function": _functions(request)[0]}
    return Answer([event({"tool_calls": [call]}), event({}, "tool_calls"), USAGE, DONE])


def broken(request: Request, key: str) -> Answer:
    """Fails, each time in another way."""
    if key != KEY:
        return fails(400, f"something about {key}")
    if _has_results(request):
        return fails(500, "<html>Internal Server Error</html>", x_should_retry="false")
    if _wants_calls(request):
        return _broken_calls(_functions(request))
    if len(str(request["messages"])) > CONTEXT:
        return Answer([Gate()])
    error = {"message": f"upstream died, key {key}"}
    return Answer([*_words(), f"error: {json.dumps(error)}\n\n".encode(), DONE])


def _broken_calls(functions: Sequence[Call]) -> Answer:
    if len(functions) > 1:
        calls = [{"index": i, "id": str(i), "function": f} for i, f in enumerate(functions)]
        return Answer([event({"tool_calls": calls}), Cut()])
    half = {**functions[0], "arguments": functions[0]["arguments"][:-3]}
    return _sends([{"index": 0, "id": "a", "function": half}], "tool_calls")


def _words() -> list[Piece]:
    return [event({"content": word}) for word in WORDS]


def _sends(calls: Sequence[Call], finish_reason: str | None) -> Answer:
    """Each call in a delta of its own, then the end, if it is told."""
    deltas = [event({"tool_calls": [call]}) for call in calls]
    return Answer([*deltas, event({}, finish_reason), DONE])


def _whole(choice: Mapping[str, Any]) -> Answer:
    body = json.dumps({"choices": [choice]}, indent=1).encode()
    return Answer([body], headers={"content-type": "application/json"})


def _has_results(request: Request) -> bool:
    return any(message["role"] == "tool" for message in request["messages"])


def _wants_calls(request: Request) -> bool:
    return bool(request.get("tools")) and not _has_results(request)


def _functions(request: Request) -> list[dict[str, str]]:
    """Which tools to call: one for each city that the prompt names."""
    prompt = request["messages"][-1]["content"]
    cities = [city for city in ("Paris", "Cairo", "Nairobi") if city in prompt]
    return [{"name": "find_places", "arguments": json.dumps({"query": city})} for city in cities]


def _fault(request: Request) -> str:
    """What a strict server has against a request."""
    if unknown := request.keys() - KNOWN:
        return f"Unknown fields: {unknown}"
    awaited: list[str] = []
    faults = (_fault_of(message, awaited) for message in request["messages"])
    return next(filter(None, faults), "")


def _fault_of(message: Mapping[str, Any], awaited: list[str]) -> str:
    """What is wrong with a message, where results of the `awaited` calls must come first."""
    if message["role"] == "tool":
        follows = bool(awaited) and message["tool_call_id"] == awaited.pop(0)
        return "" if follows else "A tool message must follow the call with its id."
    if awaited:
        return "A call has no result."
    if message["role"] == "assistant":
        awaited.extend(call["id"] for call in message.get("tool_calls") or ())
        return _fault_of_answer(message)
    return "" if message["content"] else "Content is required."


def _fault_of_answer(message: Mapping[str, Any]) -> str:
    calls = message.get("tool_calls")
    if calls is None:
        return "" if message["content"] else "Content is required."
    if not calls or message["content"] == "":
        return "Neither calls nor content may be empty."
    for call in calls:
        if call.keys() != {"id", "type", "function"} or call["type"] != "function":
            return "Unknown fields in a call."
        if not isinstance(json.loads(call["function"]["arguments"]), dict):
            return "Arguments must be an object."
    return ""
