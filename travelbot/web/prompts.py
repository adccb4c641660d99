"""Prompts of the history: each can be asked in another way, and its versions chosen from."""

import streamlit as st

from travelbot.models.messages import Fork
from travelbot.service.titles import clean_title
from travelbot.web.prose import plain, plain_line
from travelbot.web.replies import AVATARS
from travelbot.web.session import Session


def draw_prompt(session: Session, position: int) -> None:
    """The prompt at this position of the conversation, with what can be done with it.

    The stylesheet shows the buttons as icons, and not at all while a reply is being written.
    """
    prompt = session.conversation.messages[position]
    name = plain_line(clean_title(prompt.text))
    with st.chat_message("user", avatar=AVATARS["user"]):
        st.markdown(plain(prompt.text))
        st.button(
            f"Edit: {name}",
            key=f"edit-{position}",
            icon=":material/edit:",
            type="tertiary",
            on_click=session.edit,
            args=(position,),
        )
        if position == session.tab.editing:
            st.container(key="edited").caption("Editing")
        if fork := session.conversation.forks.get(position):
            _draw_versions(session, fork, name)


def _draw_versions(session: Session, fork: Fork, prompt: str) -> None:
    with st.container(horizontal=True, key=f"versions-{fork.versions[0]}"):
        _draw_step(session, fork, prompt, -1)
        st.caption(f"{fork.number} / {len(fork.versions)}")
        _draw_step(session, fork, prompt, +1)


def _draw_step(session: Session, fork: Fork, prompt: str, step: int) -> None:
    """A button to the version before the chosen one, or after it."""
    which, icon = ("Next", "right") if step > 0 else ("Previous", "left")
    index = fork.number - 1 + step
    is_there = 0 <= index < len(fork.versions)
    st.button(
        f"{which} version of: {prompt}",
        key=f"{which.lower()}-{fork.versions[0]}",
        icon=f":material/chevron_{icon}:",
        type="tertiary",
        disabled=not is_there,
        on_click=session.choose_branch,
        args=(fork.versions[index],) if is_there else (),
    )
