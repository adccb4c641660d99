"""What all pages have in common."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
ICON = HERE / "icon.svg"
STYLE = HERE / "style.css"


def set_up() -> None:
    """Page title, icon and stylesheet; once per run, before anything is drawn."""
    st.set_page_config("Travelbot", str(ICON), layout="wide")
    st.html(STYLE)
    st.logo(str(HERE / "logo.svg"), size="large", icon_image=str(ICON))
