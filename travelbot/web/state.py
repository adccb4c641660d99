"""The one way to `st.session_state`: the tab, and what its widgets hold."""

from io import BytesIO

import streamlit as st

from travelbot.web.tab import Tab

BEAT = 0.15
"""Seconds after which a click is heard while there is nothing to draw."""
KEY = "tab"
PROMPT = "prompt"
"""The chat input's own key, so that half-typed text can be put back."""
VIEW = "view"
"""The key of the tabs over the chat's column."""
CHAT, ITINERARY = "Chat", "Itinerary"


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


def show_chat() -> None:
    """Open the chat's tab; only before it is drawn."""
    st.session_state[VIEW] = CHAT


def chosen(key: str) -> str | None:
    """What was chosen in the menu with this key."""
    choice: str | None = st.session_state[key]
    return choice


def uploaded(key: str) -> bytes | None:
    """The file that was chosen in the uploader with this key; None once it is taken away."""
    file: BytesIO | None = st.session_state[key]
    return None if file is None else file.getvalue()


def ticked(key: str) -> bool:
    """Whether the checkbox with this key is ticked."""
    return bool(st.session_state[key])


def preset(key: str, value: bool) -> None:
    """Let the checkbox with this key, which is yet to be drawn, show this."""
    st.session_state[key] = value


def put_back(prompt: str) -> None:
    """Fill the chat input; only in a callback."""
    st.session_state[PROMPT] = prompt


def stop_point() -> None:
    """Let Streamlit end this run here, if a click or the browser asked for it."""
    _ = KEY in st.session_state
