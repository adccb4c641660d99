"""Saved conversations."""

from pathlib import Path

from travelbot.web.session import Session
from travelbot.web.sidebar import draw_sidebar
from travelbot.web.trips import draw_trips
from travelbot.web.undo import draw_undo

session = Session()
saved = session.saved()
draw_sidebar(session, saved)
draw_undo(session)
draw_trips(session, saved, str(Path(__file__).with_name("plan.py")))
