"""Who calls, and about which conversation."""

from typing import Annotated

from fastapi import Depends, Query, Request, Response

from travelbot.errors import NotFound
from travelbot.models.messages import Conversation
from travelbot.service.assistant import Assistant
from travelbot.web.owner import caller_owner

LOOPBACK = ("127.0.0.1", "::1")
CONVERSATION_HEADER = "X-Conversation"
Named = Annotated[
    str | None,
    Query(
        description="The conversation's id; the one that you were last in if it is left out.",
        max_length=64,
    ),
]


def assistant_of(request: Request) -> Assistant:
    """The assistant that the API was built with."""
    assistant: Assistant = request.app.state.assistant()
    return assistant


def address_of(request: Request) -> str:
    """Where a request came from; empty for this machine, as in the pages."""
    host = request.client.host if request.client else ""
    return "" if host in LOOPBACK else host


class Caller:
    """The owner who calls and the conversation that is meant, which exists or is about to."""

    def __init__(self, request: Request, response: Response, conversation: Named = None) -> None:
        self.assistant = assistant_of(request)
        self.owner = caller_owner(request)
        self.address = address_of(request)
        self.conversation = self.found(conversation)
        response.headers[CONVERSATION_HEADER] = self.conversation

    def found(self, named: str | None) -> str:
        """The id of the named conversation, or of the current one; raises NotFound."""
        current = self.assistant.current(self.owner)
        if named and named != current:
            self.assistant.open(self.owner, named)
        return named or current

    def now(self) -> Conversation:
        """The conversation with the running reply as far as it is; empty before its first."""
        try:
            conversation, turn = self.assistant.open(self.owner, self.conversation)
        except NotFound:
            return Conversation(id=self.conversation)
        return turn.so_far() if turn else conversation


Calling = Annotated[Caller, Depends()]
