"""What all sessions of this process share."""

import os

import streamlit as st

from travelbot.service.assistant import Assistant
from travelbot.service.bootstrap import build_assistant
from travelbot.settings import Settings


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The settings, from the environment and then from secrets.toml."""
    secrets = st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}
    return Settings.read(os.environ, secrets)


@st.cache_resource(show_spinner=False)
def assistant() -> Assistant:
    """The one assistant of this process."""
    return build_assistant(settings())
