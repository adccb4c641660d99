"""Whose trips these are: signing in and out, where the host offers it."""

import streamlit as st

from travelbot.web.prose import plain
from travelbot.web.session import Session
from travelbot.web.sign_in import (
    DEFAULT,
    name_of_reader,
    owner_in_page,
    providers,
    sign_in,
    sign_out,
)

TIED_TO_TAB = (
    "On this host your trips are tied to this tab: they can't be found again once it is closed "
    "or reloaded."
)


def draw_account(session: Session) -> None:
    """Sign in or out, and what becomes of an anonymous reader's trips."""
    if session.reader.is_tied_to_tab:
        st.caption(TIED_TO_TAB)
    if owner_in_page():
        st.caption(f"Signed in as {plain(name_of_reader())}.")
        st.button("Sign out", key="sign-out", icon=":material/logout:", on_click=sign_out)
        return
    for provider in providers():
        label = "Sign in" if provider == DEFAULT else f"Sign in with {plain(provider.title())}"
        st.button(
            label,
            key=f"sign-in-{provider}",
            icon=":material/login:",
            on_click=sign_in,
            args=(provider,),
        )
