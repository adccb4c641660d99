"""Which model answers: the host's, or one that this visitor brings for this tab."""

from dataclasses import dataclass

import streamlit as st
from pydantic import SecretStr

from travelbot.errors import ProviderError
from travelbot.service.provider.providers import check_endpoint
from travelbot.settings import DEFAULT_MODEL, OPENAI_URL, Endpoint
from travelbot.web.prose import plain_line
from travelbot.web.provider_check import draw_provider_check
from travelbot.web.session import Session
from travelbot.web.state import take_typed, typed


@dataclass(frozen=True)
class Preset:
    """A provider that many use."""

    base_url: str
    model: str
    needs_key: bool = True


PRESETS = {
    "OpenAI": Preset(OPENAI_URL, DEFAULT_MODEL),
    "Gemini": Preset(
        "https://generativelanguage.googleapis.com/v1beta/openai/", "gemini-2.5-flash"
    ),
    "Ollama (on this computer)": Preset("http://localhost:11434/v1", "qwen3", needs_key=False),
    "Other": Preset("", "", needs_key=False),
}


def draw_model_choice(session: Session) -> None:
    """Shows who answers, and lets the visitor bring a provider for this tab."""
    with st.expander(
        "Model", key="model-choice", icon=":material/neurology:", on_change="rerun"
    ) as expander:
        if expander.open:
            _draw_choice(session)


def _draw_choice(session: Session) -> None:
    current = session.endpoint
    st.caption(f"Now: **{plain_line(current.model if current else 'built-in guide')}**")
    if session.tab.endpoint:
        st.button("Forget my provider", on_click=session.tab.use, args=(None,), key="forget")
    name = st.selectbox("Provider", list(PRESETS), key="provider")
    _draw_form(session, name, PRESETS[name])
    draw_provider_check(session)


def _draw_form(session: Session, name: str, preset: Preset) -> None:
    keys = {field: f"{field}-{name}" for field in ("address", "model", "key")}
    with st.form("endpoint", border=False):
        st.text_input("Address", preset.base_url, key=keys["address"])
        st.text_input("Model", preset.model, key=keys["model"])
        st.text_input(
            "API key",
            type="password",
            key=keys["key"],
            autocomplete="off",
            help="Stays in this tab's memory. It is never stored or logged.",
        )
        st.form_submit_button(
            "Use this model", on_click=_use, args=(session, preset, keys), width="stretch"
        )


def _use(session: Session, preset: Preset, keys: dict[str, str]) -> None:
    api_key = SecretStr(take_typed(keys["key"]))
    base_url, model = typed(keys["address"]), typed(keys["model"])
    if not base_url or not model or (preset.needs_key and not api_key):
        session.tab.notice = "Fill in the address, the model and the API key."
        return
    endpoint = Endpoint(base_url=base_url, model=model, api_key=api_key)
    try:
        check_endpoint(endpoint)
    except ProviderError as error:
        session.tab.notice = error.message
        return
    session.tab.use(endpoint)
