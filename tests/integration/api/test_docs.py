"""The documentation, and whether the routes keep to it."""

import re
import sys
from collections import Counter
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy
from schemathesis import Case, checks
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi import checks as openapi_checks

from tests.integration.api.server import client, served
from tests.integration.conftest import Build
from travelbot.web.owner import COOKIE, new_token

CHECKS = [
    checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance,
]
PUBLIC = {
    "/openai-streaming/",
    "/openai-streaming/map-coordinates",
    "/openai-streaming/itinerary",
    "/openai-streaming/save-db-chat",
    "/openai-streaming/get-db-chat",
    "/openai-streaming/get-all-messages-before-saved",
    "/openai-streaming/delete-db-state-chat",
    "/openai-streaming/turn",
    "/openai-streaming/export",
    "/openai-streaming/demo",
    "/api/health",
}


def test_the_page_has_every_route_and_needs_nobody_else(ann: httpx2.Client) -> None:
    document = ann.get("/openapi.json").json()
    assert set(document["paths"]) == PUBLIC
    response = ann.get("/docs")
    page = response.text
    assert response.headers["content-type"].startswith("text/html")
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", page)
    assert set(re.findall(r"""(?:src|href)=["']([^"'#]+)""", page)) == {
        "./",
        "docs.css",
        "openapi.json",
    }
    for path in PUBLIC:
        assert f"<code>{path}</code>" in page
    assert f"curl -N -c jar -b jar &#x27;{ann.base_url}" in page
    assert "url(" not in ann.get("/docs.css").text


def test_everything_under_a_base_path(build: Build) -> None:
    with served(build(), base="/travel") as url, client(url) as caller:
        for path in (*PUBLIC - {"/openai-streaming/"}, "/docs", "/docs.css", "/openapi.json"):
            bare = caller.get(path)
            assert caller.get("/travel" + path).status_code == bare.status_code
        assert "/travel/openai-streaming/demo" in caller.get("/travel/docs").text
        assert caller.get("/openapi.json").json()["servers"] == [{"url": "."}]
        for slash in ("", "/"):
            response = caller.get(f"/travel/openai-streaming{slash}?query=Tokyo")
            assert (response.status_code, response.history) == (200, [])


@pytest.mark.filterwarnings("default")
def test_the_routes_answer_as_documented(build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    plenty = {"TRAVELBOT_TURNS_PER_MINUTE": "100000", "TRAVELBOT_TURNS_PER_DAY": "100000"}
    token = new_token()
    with served(build(**plenty)) as url:
        schema = schemathesis.openapi.from_url(f"{url}/openapi.json")
        operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
        statuses = Counter(
            status
            for operation in operations
            for mode in modes(operation)
            for status in statuses_of(operation.as_strategy(generation_mode=mode), url, token)
        )
    with capsys.disabled():
        sys.stdout.write(
            f"\nschemathesis: {len(operations)} operations, {statuses.total()} cases, "
            f"answers {dict(statuses)}\n"
        )
    assert len(operations) == len(PUBLIC) + 1


def modes(operation: APIOperation[Any, Any, Any, Any]) -> list[GenerationMode]:
    """With and, where there are parameters to get wrong, without heed to the document."""
    wrongly = [GenerationMode.NEGATIVE] if operation.definition.raw.get("parameters") else []
    return [GenerationMode.POSITIVE, *wrongly]


def statuses_of(cases: SearchStrategy[Case[Any]], url: str, token: str) -> list[int]:
    """How the routes answer these cases, each as it is documented."""
    statuses: list[int] = []

    @settings(
        max_examples=25,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def keeps_to_it(case: Case[Any]) -> None:
        response = case.call(base_url=url, cookies={COOKIE: token})
        case.validate_response(response, checks=CHECKS)
        statuses.append(response.status_code)

    keeps_to_it()
    return statuses
