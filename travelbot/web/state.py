"""The one way to `st.session_state`: what a browser tab has in hand."""

from dataclasses import dataclass, field

import streamlit as st

from travelbot.models.trip_map import Viewport
from travelbot.settings import Endpoint
from travelbot.web.owner import new_token

BEAT = 0.15
"""Seconds after which a click is heard while there is nothing to draw."""
KEY = "tab"
PROMPT = "prompt"
"""The chat input's own key, so that half-typed text can be put back."""


@dataclass(frozen=True)
class Camera:
    """Where a map was told to look, by which move, and when (monotonic) it will have got there."""

    viewport: Viewport
    moves: int
    free_at: float

    def is_elsewhere(self, other: "Camera") -> bool:
        """Whether getting from there to here takes a move."""
        return (self.viewport, self.moves) != (other.viewport, other.moves)


@dataclass
class Tab:
    """Of one browser tab; gone when it is reloaded."""

    conversation_id: str | None = None
    endpoint: Endpoint | None = None
    """The provider that this visitor brought, with the key."""
    editing: bool = False
    """Whether the next prompt replaces the last one."""
    deleting: str | None = None
    """The place of the button whose deletion awaits a yes."""
    chosen: bool = False
    """Whether a conversation was just chosen, which the page Plan is to show."""
    notice: str | None = None
    """What went wrong with the last click, shown once."""
    returns: int = 0
    """How often the reader went back to the trip on the map."""
    camera: Camera | None = None
    """What the mounted map was last told; None while none is mounted."""
    token: str = field(default_factory=new_token)
    """Stands in for the owner's cookie where the host runs no middleware."""


def tab() -> Tab:
    """The state of the tab that is being served."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Tab()
    state: Tab = st.session_state[KEY]
    return state


def typed(key: str) -> str:
    """What was typed into the input with this key."""
    return str(st.session_state[key] or "").strip()


def take_typed(key: str) -> str:
    """What was typed into the input with this key, which is emptied; only in a callback."""
    text = typed(key)
    st.session_state[key] = ""
    return text


def put_back(prompt: str) -> None:
    """Fill the chat input; only in a callback."""
    st.session_state[PROMPT] = prompt


def stop_point() -> None:
    """Let Streamlit end this run here, if a click or the browser asked for it."""
    _ = KEY in st.session_state
