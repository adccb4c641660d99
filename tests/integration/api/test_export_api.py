"""A trip is taken along over HTTP."""

import json
from typing import get_args

import httpx2
import pytest

from tests.fakes.openai_server import FakeOpenAI, calls, says
from tests.integration.api.server import asked
from tests.integration.turns import DRAW, MAP_TOOL
from travelbot.service.exports.formats import FORMATS
from travelbot.web.api.export_routes import Extension

EXPORT = "/openai-streaming/export"
DAYS = {"days": [{"stops": [{"place": "Tokyo"}]}]}


@pytest.fixture
def traveller(ann: httpx2.Client, provider: FakeOpenAI) -> httpx2.Client:
    """Ann, who has a trip of one day."""
    provider.script(
        calls(MAP_TOOL, DRAW), calls("update_itinerary", DAYS), says("Tokyo, for $5 <b>")
    )
    asked(ann, "東京 for <me>")
    return ann


def file(caller: httpx2.Client, **sent: str) -> httpx2.Response:
    """What is downloaded."""
    return caller.get(EXPORT, params=sent)


def test_every_format_can_be_named() -> None:
    assert get_args(get_args(Extension)[0]) == tuple(each.extension for each in FORMATS)


@pytest.mark.parametrize("written", FORMATS, ids=lambda each: each.extension)
def test_a_file_has_its_type_and_a_name_in_any_script(
    traveller: httpx2.Client, written: object
) -> None:
    [each] = [known for known in FORMATS if known is written]
    response = file(traveller, format=each.extension, start="2027-05-01")
    assert response.status_code == 200
    assert response.headers["content-type"] == each.media_type
    shown = "inline" if each.extension == "html" else "attachment"
    name = f"%E6%9D%B1%E4%BA%AC-for-me.{each.extension}"
    assert response.headers["content-disposition"] == f"{shown}; filename*=UTF-8''{name}"
    assert "Tokyo" in response.text


def test_a_calendar_needs_a_date(traveller: httpx2.Client) -> None:
    refused = file(traveller, format="ics")
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "nothing_to_export")
    assert "20270501" in file(traveller, format="ics", start="2027-05-01").text


def test_the_page_to_print_runs_nothing(traveller: httpx2.Client) -> None:
    page = file(traveller, format="html")
    assert "<script" not in page.text
    assert "<me>" not in page.text


def test_the_conversation_is_taken_along_whole(traveller: httpx2.Client) -> None:
    messages = json.loads(file(traveller, format="json").text)["messages"]
    assert [message["role"] for message in messages] == ["user", "assistant"]


def test_other_formats_are_refused(traveller: httpx2.Client) -> None:
    assert file(traveller, format="exe").status_code == 422
