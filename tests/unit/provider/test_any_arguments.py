"""Whatever a model calls a tool with gives a trip or a refusal, which can be stored and sent."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fakes.strictness import complaints
from tests.unit.planning import believing
from tests.unit.test_map_tool import trusting
from travelbot.errors import BadToolCall
from travelbot.models.messages import Prompt, Reply, Round, ToolCall, ToolStep
from travelbot.models.trip import Trip
from travelbot.service.itinerary_tool import itinerary_tool
from travelbot.service.map_tool import map_tool
from travelbot.service.provider.history import wire_messages
from travelbot.service.tools import Toolbox, parse_arguments

TOOLBOX = Toolbox(map_tool(trusting), itinerary_tool(believing))
DRAW, PLAN = "update_map_and_markers", "update_itinerary"
NAMES = st.sampled_from(
    ["view", "markers", "place", "latitude", "longitude", "zoom", "label", "latitudes", "labels"]
)
PLAN_NAMES = st.sampled_from(
    ["days", "stops", "date", "title", "place", "latitude", "longitude", "time", "stay_minutes",
     "mode", "note", "position", "itinerary", "1", "day 2"]
)  # fmt: skip
SAID = st.sampled_from(["9:30 am", "90 min", "2027-05-03", "Ueno", "train", 90, [["Ueno"]], {}])

NUMBERS = st.one_of(st.integers(-200, 200), st.floats(), st.just(10**400), st.integers())
TEXTS = st.one_of(
    st.text(st.characters(), max_size=9), st.sampled_from(["\ud800", "[1e999]", "NaN", "1e5", " "])
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda part: st.lists(part, max_size=3) | st.dictionaries(NAMES | TEXTS, part, max_size=4),
    max_leaves=8,
)
PLAN_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | NUMBERS | TEXTS | SAID,
    lambda part: st.lists(part, max_size=3) | st.dictionaries(PLAN_NAMES, part, max_size=4),
    max_leaves=12,
)


def apply(arguments: str, name: str = DRAW) -> ToolStep:
    """The step of a call, which must leave the conversation fit to be stored and sent.

    As if the reader had left the itinerary so, it must be fit to be told with a prompt too.
    """
    call = ToolCall(id="call_1", name=name, arguments=arguments)
    after, step = TOOLBOX.apply(Trip(), call)
    assert step.ok or after == Trip()
    rounds = (Round(provider="here", steps=(step,)), Round(text="Done."))
    edits = (after.itinerary,)
    reply = Reply(rounds=rounds, map=after.map, itinerary=after.itinerary, edits=edits)
    stored = Reply.model_validate_json(reply.model_dump_json())
    assert stored == reply
    wire = wire_messages([Prompt(text="Hi"), stored, Prompt(text="And?")], "here")
    assert not complaints([{"role": "system", "content": "Go."}, *wire])
    return step


@given(st.dictionaries(NAMES, VALUES, max_size=4) | VALUES, st.booleans())
def test_any_json(arguments: Any, ascii_only: bool) -> None:
    text = json.dumps(arguments, ensure_ascii=ascii_only)
    apply(text.encode(errors="replace").decode())


@given(st.dictionaries(PLAN_NAMES, PLAN_VALUES, max_size=4) | PLAN_VALUES, st.booleans())
def test_any_json_as_an_itinerary(arguments: Any, ascii_only: bool) -> None:
    text = json.dumps(arguments, ensure_ascii=ascii_only)
    apply(text.encode(errors="replace").decode(), PLAN)


@given(st.text())
@example("")
@example("{}")
@example("null")
@example('{"view": {"lat')
@example('{"view": {"latitude": 1, "longitude": 2}}')
def test_any_text(arguments: str) -> None:
    apply(arguments)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5000])
def test_numbers_that_no_server_takes(number: str) -> None:
    step = apply(f'{{"view": {{"latitude": 1, "longitude": 2}}, "other": {number}}}')
    assert not step.ok
    assert step.call.arguments == "{}"
    assert "not valid JSON" in step.result


@pytest.mark.parametrize("half", [r"\ud800", r"\udc00", r"\ude00\ud83d"])
@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        (DRAW, '{"place": "%s"}'),
        (DRAW, '{"%s": 1}'),
        (DRAW, '{"markers": [["%s"]]}'),
        (PLAN, '{"stops": ["%s"]}'),
    ],
)
def test_halves_of_characters(tool: str, arguments: str, half: str) -> None:
    step = apply(arguments % half, tool)
    assert not step.ok
    assert step.call.arguments == "{}"


def test_halves_within_a_string_of_json() -> None:
    markers = json.dumps([{"latitude": 1, "longitude": 2, "label": "\ud800"}])
    assert not apply(json.dumps({"markers": markers})).ok
    stops = json.dumps([{"place": "\ud800"}])
    assert not apply(json.dumps({"stops": stops}), PLAN).ok


@pytest.mark.parametrize("depth", [100, 900, 5000])
def test_deep_nesting(depth: int) -> None:
    nested = "[" * depth + "]" * depth
    assert not apply(f'{{"view": {nested}}}').ok
    assert not apply(json.dumps({"markers": nested})).ok
    assert not apply(nested).ok
    for name in ("days", "stops", "itinerary"):
        assert not apply(f'{{"{name}": {nested}}}', PLAN).ok
        assert not apply(json.dumps({name: nested}), PLAN).ok


def test_huge_integers() -> None:
    assert not apply('{"view": {"latitude": 1, "longitude": %s}}' % ("9" * 400)).ok


def test_a_call_as_it_should_be() -> None:
    arguments = '{"view": {"latitude": 1, "longitude": 2}, "place": "Wow \\ud83d\\ude00"}'
    step = apply(arguments)
    assert step.ok
    assert step.call.arguments == arguments


@pytest.mark.parametrize(
    "text", ["", "[]", "1", '"{}"', "null", "{", "{}{}", "{'a': 1}", '{"a": 1,}']
)
def test_arguments_that_are_no_object(text: str) -> None:
    with pytest.raises(BadToolCall):
        parse_arguments(text)
