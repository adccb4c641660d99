"""The frame of all pages. Run by `st.App`, or by app.py where a host runs that as a script."""

from pathlib import Path

import streamlit as st

from travelbot.web.layout import set_up

HERE = Path(__file__).parent

set_up()
page = st.navigation(
    [
        st.Page(HERE / "plan.py", title="Plan", icon=":material/map:", default=True),
        st.Page(HERE / "trips.py", title="Trips", icon=":material/bookmarks:"),
        st.Page(HERE / "shared.py", title="Shared trip", visibility="hidden"),
    ],
    position="top",
)
page.run()
