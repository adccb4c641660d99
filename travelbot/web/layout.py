"""What all pages have in common."""

from pathlib import Path

import streamlit as st

from travelbot.service.itinerary.colours import PALETTE

HERE = Path(__file__).parent
ICON = HERE / "icon.svg"
STYLES = (HERE / "style.css", HERE / "itinerary" / "style.css")


def _stylesheet() -> str:
    """All rules as one, with those that give what stands in a day the day's colour."""
    days = (f'[class*="-colour-{n}"] {{ --day: {colour} }}' for n, colour in enumerate(PALETTE))
    return "\n".join((*(style.read_text() for style in STYLES), *days))


STYLE = f"<style>{_stylesheet()}</style>"
"""In one piece: what is larger than 10 kB Streamlit sends once to each browser."""


def set_up() -> None:
    """Page title, icon and stylesheet; once per run, before anything is drawn."""
    st.set_page_config("Travelbot", str(ICON), layout="wide")
    st.html(STYLE)
    st.logo(str(HERE / "logo.svg"), size="large", icon_image=str(ICON))
