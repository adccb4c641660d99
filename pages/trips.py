"""Saved conversations."""

from pathlib import Path

import streamlit as st

from travelbot.web.session import Session
from travelbot.web.sidebar import draw_sidebar
from travelbot.web.trips import draw_trips

session = Session()
draw_sidebar(session)
st.title("Trips")
draw_trips(session, str(Path(__file__).with_name("plan.py")))
