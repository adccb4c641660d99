"""The conversation beside the map."""

import streamlit as st

from travelbot.web.chat import draw_chat
from travelbot.web.map_panel import MapPanel
from travelbot.web.session import Session
from travelbot.web.sidebar import draw_sidebar
from travelbot.web.undo import draw_undo

session = Session()
draw_sidebar(session, session.saved())
draw_undo(session)
with st.container(key="plan"):
    chat_column, map_column = st.columns([5, 7])
with map_column:
    map_panel = MapPanel(session)
with chat_column:
    draw_chat(session, map_panel)
