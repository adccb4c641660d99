"""What all pages have in common."""

from pathlib import Path

import streamlit as st

from travelbot.service.itinerary.colours import PALETTE

HERE = Path(__file__).parent
ICON = HERE / "icon.svg"
STYLES = (HERE / "style.css", HERE / "itinerary" / "style.css")


def _stylesheet() -> str:
    """All rules as one, with those that give what stands in a day the day's colour."""
    days = (f"{_in_day(n)} {{ --day: {colour} }}" for n, colour in enumerate(PALETTE))
    return "\n".join((*(style.read_text("utf-8") for style in STYLES), *days))


def _in_day(colour: int) -> str:
    """The selector of what stands in days that have this colour, in the plan or a shared trip."""
    every = f"{len(PALETTE)}n + {colour + 1}"
    return f'[class*="-colour-{colour}"], .st-key-shared-days section:nth-of-type({every}):has(ol)'


STYLE = f"<style>{_stylesheet()}</style>"
"""In one piece: what is larger than 10 kB Streamlit sends once to each browser."""


def set_up() -> None:
    """Page title, icon and stylesheet; once per run, before anything is drawn."""
    st.set_page_config("Travelbot", str(ICON), layout="wide")
    st.html(STYLE)
    st.logo(str(HERE / "logo.svg"), size="large", icon_image=str(ICON))
