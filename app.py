"""Travelbot: `streamlit run app.py` serves its pages and its HTTP routes from one process."""

from pathlib import Path
from runpy import run_path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from travelbot.web.http import MIDDLEWARE, ROUTES, STREAMS

UI = Path(__file__).parent / "pages" / "main.py"

if get_script_run_ctx(suppress_warning=True):
    run_path(str(UI))
else:
    app = st.App(UI, routes=ROUTES, middleware=MIDDLEWARE, lifespan=STREAMS.lifespan)
