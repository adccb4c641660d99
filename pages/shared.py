"""A trip that somebody shares by a link, read-only."""

import streamlit as st

from travelbot.web.links import SHARED_TRIP
from travelbot.web.shared_trip import draw_shared_trip

draw_shared_trip(st.query_params.get(SHARED_TRIP, ""))
