"""The API's routes over real HTTP, and a client that reads server-sent events as they come."""

import json
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from time import monotonic
from typing import Any

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from travelbot.service.assistant import Assistant
from travelbot.settings import Settings
from travelbot.web.api.build import api_routes, build_api
from travelbot.web.guard import Guard
from travelbot.web.owner import OwnerCookie

STREAM = "/openai-streaming/"
PATIENCE = 10.0


@dataclass(frozen=True)
class Event:
    """A server-sent event as it was received."""

    name: str
    data: Any
    id: str
    at: float = field(default_factory=monotonic, compare=False)


@contextmanager
def served(
    assistant: Assistant,
    settings: Settings | None = None,
    base: str = "",
    others: Sequence[BaseRoute] = (),
    trusted_proxy: str = "127.0.0.1",
) -> Iterator[str]:
    """Serve the routes and `others` until the block ends; gives the URL."""
    given = settings or Settings.read()
    api = build_api(lambda: assistant, lambda: given, pause=0)
    middleware = [Middleware(Guard, hosts=lambda: given.hosts), Middleware(OwnerCookie)]
    app = Starlette(routes=[*api_routes(api, base), *others], middleware=middleware)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="error",
            timeout_graceful_shutdown=1,
            forwarded_allow_ips=trusted_proxy,
        )
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def client(url: str) -> httpx2.Client:
    """A caller of its own, who keeps its cookie."""
    return httpx2.Client(base_url=url, timeout=PATIENCE)


@contextmanager
def streamed(caller: httpx2.Client, url: str = STREAM, **request: Any) -> Iterator[Iterator[Event]]:
    """The events of a stream, each as soon as it is there."""
    with caller.stream("GET", url, **request) as response:
        assert response.status_code in (200, 204), response.read()
        yield parsed(response.iter_lines())


def parsed(lines: Iterator[str]) -> Iterator[Event]:
    """Events from the lines of a stream."""
    fields: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif fields.keys() - {""}:
            yield Event(fields["event"], json.loads(fields["data"]), fields["id"])
            fields = {}
    assert not fields


def events(caller: httpx2.Client, url: str = STREAM, **request: Any) -> list[Event]:
    """All events of a stream."""
    with streamed(caller, url, **request) as stream:
        return list(stream)


def asked(caller: httpx2.Client, prompt: str, **parameters: str) -> list[Event]:
    """All events of a new turn."""
    return events(caller, params={"query": prompt, **parameters})


def text_of(received: list[Event]) -> str:
    """The text that came in pieces."""
    return "".join(event.data["text"] for event in received if event.name == "text")


def story(received: list[Event]) -> list[tuple[str, Any]]:
    """What the events tell, however their text was cut."""
    told: list[tuple[str, Any]] = []
    for event in received:
        if event.name == "text" and told and told[-1][0] == "text":
            told[-1] = ("text", told[-1][1] + event.data["text"])
        else:
            told.append((event.name, event.data["text"] if event.name == "text" else event.data))
    return told
