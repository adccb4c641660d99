"""What the guide reads out of a chat completions request."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class GuideRequest:
    """The reader's last prompt, and the results of the tools called since."""

    prompt: str
    tools: frozenset[str]
    results: tuple[dict[str, Any], ...]

    def has(self, field: str) -> bool:
        """Whether one of the results has this field."""
        return any(field in result for result in self.results)


def read_request(body: bytes) -> GuideRequest:
    """Parse the JSON body of `POST /v1/chat/completions`."""
    request = json.loads(body)
    messages = request["messages"]
    asked = max((i for i, m in enumerate(messages) if m["role"] == "user"), default=None)
    since = messages[asked + 1 :] if asked is not None else []
    return GuideRequest(
        prompt=messages[asked]["content"] if asked is not None else "",
        tools=frozenset(tool["function"]["name"] for tool in request.get("tools") or ()),
        results=tuple(json.loads(m["content"]) for m in since if m["role"] == "tool"),
    )
