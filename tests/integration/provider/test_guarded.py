"""A stranger's provider address never leads into this machine's own network."""

import pytest

from tests.fakes.openai_server import FakeOpenAI, fails
from tests.integration.conftest import Build
from tests.integration.turns import finish, load, reply_of
from travelbot.settings import Endpoint

STRANGER = "203.0.113.9"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "192.168.1.1", "10.0.0.1", "169.254.169.254"]
)
def test_a_strangers_address_inside_is_not_asked(
    build: Build, provider: FakeOpenAI, host: str
) -> None:
    assistant = build()
    port = provider.url.rpartition(":")[2]
    endpoint = Endpoint(base_url=f"http://{host}:{port}", model="m")
    finish(assistant.start("ann", "c1", "Hello", endpoint, STRANGER))
    reply = reply_of(load(assistant))
    assert reply.failure is not None
    assert "can't be reached" in reply.failure.message
    assert not provider.requests


def test_somebody_at_this_machine_may_ask_it(build: Build, provider: FakeOpenAI) -> None:
    assistant = build()
    finish(assistant.start("ann", "c1", "Hello", Endpoint(base_url=provider.url, model="m")))
    assert reply_of(load(assistant)).text == "Hello."


def test_the_host_may_allow_it(build: Build, provider: FakeOpenAI) -> None:
    assistant = build(TRAVELBOT_PRIVATE_PROVIDERS="true")
    endpoint = Endpoint(base_url=provider.url, model="m")
    finish(assistant.start("ann", "c1", "Hello", endpoint, STRANGER))
    assert reply_of(load(assistant)).text == "Hello."


def test_the_hosts_own_provider_may_be_inside(build: Build, provider: FakeOpenAI) -> None:
    provider.script(fails(500, {"message": "no"}))
    assistant = build(OPENAI_BASE_URL=provider.url)
    finish(assistant.start("ann", "c1", "Hello", None, STRANGER))
    assert provider.requests
