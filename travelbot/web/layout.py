"""What all pages have in common."""

from pathlib import Path

import streamlit as st

from travelbot.service.itinerary.colours import PALETTE

HERE = Path(__file__).parent
ICON = HERE / "icon.svg"


def set_up() -> None:
    """Page title, icon and stylesheet; once per run, before anything is drawn."""
    st.set_page_config("Travelbot", str(ICON), layout="wide")
    st.html(HERE / "style.css")
    st.html(HERE / "itinerary" / "style.css")
    st.html(f"<style>{_day_colours()}</style>")
    st.logo(str(HERE / "logo.svg"), size="large", icon_image=str(ICON))


def _day_colours() -> str:
    """The rules that give what stands in a day the day's colour."""
    rules = (f'[class*="-colour-{n}"] {{ --day: {colour} }}' for n, colour in enumerate(PALETTE))
    return "\n".join(rules)
