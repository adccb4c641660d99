"""Conversations: what was asked, and each reply with its text, tool steps, map and itinerary."""

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from travelbot.models.base import Value
from travelbot.models.itinerary import Itinerary
from travelbot.models.trip import Trip
from travelbot.models.trip_map import TripMap
from travelbot.models.usage import Usage, added

MAX_EDITS = 20
"""Changes by hand that can be taken back."""


class Failure(Value):
    """Why a reply failed: a code for programs, a sentence for the reader."""

    code: str
    message: str


class ToolCall(Value):
    """What the model asked for; `arguments` is the JSON text of an object."""

    id: str
    name: str
    arguments: str
    extra_content: JsonValue = None
    """What the provider wants back with the call."""


class ToolStep(Value):
    """A tool call that ran: `result` goes back to the model, `label` is for the reader."""

    call: ToolCall
    result: str
    label: str
    ok: bool
    drew: bool = False
    """Whether it changed the map."""
    planned: bool = False
    """Whether it changed the itinerary."""


class Round(Value):
    """One answer of the model within a turn: reasoning, text, then the tool calls that it made."""

    reasoning: str = ""
    text: str = ""
    steps: tuple[ToolStep, ...] = ()
    provider: str = ""
    """Who answered; empty until the answer has ended."""
    echo: dict[str, JsonValue] = Field(default_factory=dict)
    """Fields that this provider wants back with the message."""
    usage: Usage = Usage()


class Status(StrEnum):
    """How a reply stands; all but STREAMING are final."""

    STREAMING = "streaming"
    COMPLETE = "complete"
    STOPPED = "stopped"
    FAILED = "failed"


class Prompt(Value):
    """What the reader asked."""

    role: Literal["user"] = "user"
    text: str


class Reply(Value):
    """What the assistant answered, with the map as it stood after it."""

    role: Literal["assistant"] = "assistant"
    rounds: tuple[Round, ...] = ()
    status: Status = Status.STREAMING
    failure: Failure | None = None
    map: TripMap | None = None
    itinerary: Itinerary | None = None
    """As the assistant left it; None where it never planned in this turn."""
    edits: Annotated[tuple[Itinerary, ...], Field(max_length=MAX_EDITS)] = ()
    """The itinerary after each change that the reader has made by hand since, the last one last."""
    turn: str = ""
    """Names the turn that wrote it."""

    @property
    def text(self) -> str:
        """The text of all rounds, paragraphs apart."""
        return "\n\n".join(filter(None, (answer.text.strip() for answer in self.rounds)))

    @property
    def steps(self) -> tuple[ToolStep, ...]:
        """The tool steps of all rounds, in order."""
        return tuple(step for answer in self.rounds for step in answer.steps)

    @property
    def usage(self) -> Usage:
        """The tokens of all rounds."""
        return added(answer.usage for answer in self.rounds)


Message = Annotated[Prompt | Reply, Field(discriminator="role")]


class Instead(Value):
    """What shall be asked in the place of the prompt at a position."""

    position: int
    prompt: str


class Fork(Value):
    """Where a prompt has been asked in several versions; the branch of `chosen` is gone on with."""

    versions: Annotated[tuple[int, ...], Field(min_length=2)]
    """Their ids, the oldest first."""
    chosen: int

    @property
    def number(self) -> int:
        """Which version is chosen, counted from 1."""
        return self.versions.index(self.chosen) + 1


class Conversation(Value):
    """The messages of one owner's chat; `title` is empty until it has been saved."""

    id: str
    title: str = ""
    saved: bool = False
    messages: tuple[Message, ...] = ()
    """Those of the chosen branch."""
    forks: dict[int, Fork] = Field(default_factory=dict, exclude=True)
    """The prompts that have several versions, by their positions; known where it is stored."""

    @property
    def map(self) -> TripMap:
        """The map after the last reply that has one."""
        maps = (m.map for m in reversed(self.messages) if isinstance(m, Reply) and m.map)
        return next(maps, TripMap())

    @property
    def itinerary(self) -> Itinerary:
        """The itinerary as the assistant or, since then, the reader left it."""
        left = (_left(m) for m in reversed(self.messages) if isinstance(m, Reply))
        return next((itinerary for itinerary in left if itinerary), Itinerary())

    @cached_property
    def trip(self) -> Trip:
        """The map and the itinerary in force."""
        return Trip(map=self.map, itinerary=self.itinerary)

    @property
    def last_prompt(self) -> Prompt | None:
        """The reader's last prompt, or None in an empty conversation."""
        prompts = (m for m in reversed(self.messages) if isinstance(m, Prompt))
        return next(prompts, None)

    @property
    def last_reply(self) -> Reply | None:
        """The last reply, or None where nothing has been answered yet."""
        replies = (m for m in reversed(self.messages) if isinstance(m, Reply))
        return next(replies, None)

    @cached_property
    def usage(self) -> Usage:
        """The tokens of all replies."""
        return added(m.usage for m in self.messages if isinstance(m, Reply))

    def positions(self, kind: type[Prompt | Reply]) -> tuple[int, ...]:
        """Where its prompts, or its replies, are."""
        return tuple(at for at, message in enumerate(self.messages) if isinstance(message, kind))

    def until(self, position: int) -> "Conversation":
        """The conversation as it was before the message at this position."""
        forks = {at: fork for at, fork in self.forks.items() if at < position}
        return self.model_copy(update={"forks": forks}).with_messages(self.messages[:position])

    def with_messages(self, messages: tuple[Message, ...]) -> "Conversation":
        """The same conversation with other messages."""
        # A copy would take the sum of the tokens and the trip along.
        return Conversation(
            id=self.id, title=self.title, saved=self.saved, messages=messages, forks=self.forks
        )


def _left(reply: Reply) -> Itinerary | None:
    return reply.edits[-1] if reply.edits else reply.itinerary
