"""What the API answers, as JSON."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from travelbot.models.messages import Failure, Message, Prompt, Reply, Status, ToolStep
from travelbot.models.trip_map import Latitude, Longitude, Marker, TripMap, Zoom
from travelbot.models.usage import Usage

ConversationId = Annotated[str, Field(examples=["b3XkM0u1xQ2J9a8Vt5nQzw"])]


class MapState(BaseModel):
    """Where the map looks."""

    latitude: Annotated[Latitude, Field(examples=[35.6895])]
    longitude: Annotated[Longitude, Field(examples=[139.6917])]
    zoom: Annotated[Zoom, Field(examples=[11])]


class MarkersState(BaseModel):
    """The pins, in three lists of the same length."""

    latitudes: Annotated[list[Latitude], Field(examples=[[35.6895]])]
    longitudes: Annotated[list[Longitude], Field(examples=[[139.6917]])]
    labels: Annotated[list[str], Field(examples=[["Tokyo"]])]


class MapCoordinates(BaseModel):
    """The map."""

    map_state: MapState
    markers_state: MarkersState


class Pin(BaseModel):
    """A pin with what is known of its place."""

    label: str = Field(examples=["Tokyo"])
    latitude: Annotated[Latitude, Field(examples=[35.6895])]
    longitude: Annotated[Longitude, Field(examples=[139.6917])]
    verified: bool = Field(description="whether what is known agrees with the position")
    kind: str = Field(description="what the place is; empty if unknown", examples=["city"])
    country: str = Field(description="empty if unknown", examples=["Japan"])


class ToolState(BaseModel):
    """A tool call, while it runs or after."""

    id: str = Field(examples=["call_1"])
    name: str = Field(examples=["update_map_and_markers"])
    label: str = Field(description="words for the reader", examples=["Pinned Tokyo"])
    state: Literal["running", "done", "refused"] = Field(examples=["done"])


class Error(BaseModel):
    """Why something can't be done."""

    code: str = Field(description="names the kind, for programs")
    message: str = Field(description="one sentence that says what to do next")


class ErrorAnswer(BaseModel):
    """The body of every answer that isn't a success."""

    error: Error


class Tokens(BaseModel):
    """How many tokens a reply took, all its rounds together."""

    prompt: int = Field(description="of what the model was sent", examples=[1180])
    completion: int = Field(description="of what it answered", examples=[24])
    estimated: bool = Field(description="whether the provider sent no count", examples=[False])


class ChatMessage(BaseModel):
    """A prompt, or a reply with how it stands and what it did."""

    role: Literal["user", "assistant"]
    content: str = Field(examples=["Let's visit Tokyo"])
    status: Status | None = Field(None, description="of a reply", examples=[Status.COMPLETE])
    error: Error | None = Field(None, description="why a reply failed")
    turn: str | None = Field(None, description="names the turn that wrote a reply")
    tools: list[ToolState] | None = Field(None, description="the tool calls of a reply")
    usage: Tokens | None = Field(None, description="the tokens of a reply")


class Saved(BaseModel):
    """A conversation that is kept for good."""

    conversation: ConversationId
    title: str = Field(examples=["Let's visit Tokyo"])


class Deleted(BaseModel):
    """A conversation that is no more."""

    conversation: ConversationId
    deleted: Literal[True] = True


class Stopped(BaseModel):
    """Whether there was a running reply to stop; what it has said stays."""

    conversation: ConversationId
    stopped: bool = Field(examples=[True])


class Health(BaseModel):
    """How the server stands."""

    version: str = Field(examples=["0.1.0"])
    model: Literal["built-in", "provider"]
    store: Literal["ok", "unreachable"]


def coordinates(trip_map: TripMap) -> MapCoordinates:
    """The map in the shape of the API."""
    view, pins = trip_map.viewport, trip_map.markers
    return MapCoordinates(
        map_state=MapState(latitude=view.latitude, longitude=view.longitude, zoom=view.zoom),
        markers_state=MarkersState(
            latitudes=[pin.latitude for pin in pins],
            longitudes=[pin.longitude for pin in pins],
            labels=[pin.label for pin in pins],
        ),
    )


def pin(marker: Marker) -> Pin:
    """A marker in the shape of the API."""
    return Pin.model_validate(marker, from_attributes=True)


def ended(step: ToolStep) -> ToolState:
    """A tool call that ran."""
    state: Literal["done", "refused"] = "done" if step.ok else "refused"
    return ToolState(id=step.call.id, name=step.call.name, label=step.label, state=state)


def error(failure: Failure) -> Error:
    """A reply's failure in the shape of the API."""
    return Error(code=failure.code, message=failure.message)


def counted(usage: Usage) -> Tokens:
    """Numbers of tokens in the shape of the API."""
    return Tokens.model_validate(usage, from_attributes=True)


def message(said: Message) -> ChatMessage:
    """A message in the shape of the API."""
    if isinstance(said, Prompt):
        return ChatMessage(role=said.role, content=said.text)
    return _reply(said)


def _reply(said: Reply) -> ChatMessage:
    return ChatMessage(
        role=said.role,
        content=said.text,
        status=said.status,
        error=error(said.failure) if said.failure else None,
        turn=said.turn,
        tools=[ended(step) for step in said.steps],
        usage=counted(said.usage),
    )
