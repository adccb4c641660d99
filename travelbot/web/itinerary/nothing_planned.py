"""What stands in for an itinerary without days."""

from collections.abc import Sequence

import streamlit as st

from travelbot.models.trip_map import Marker
from travelbot.web.prose import one_line, plain_line
from travelbot.web.session import Session

INVITATION = """\
**Your trip, day by day**

Nothing is planned yet: ask for *3 days in Rome*, and the days are laid out here.\
"""


def draw_nothing_planned(session: Session, key: str) -> None:
    """How to begin; where there are places on the map, with a button that does."""
    with st.container(key=f"nothing-planned-{key}"):
        st.markdown(INVITATION, text_alignment="center")
        if markers := session.trip.map.markers:
            prompt = f"Plan 3 days in {_around(markers)}"
            st.button(
                plain_line(prompt),
                key=f"plan-days-{key}",
                icon=":material/chat:",
                disabled=session.turn is not None,
                on_click=session.ask_or_put_back,
                args=(prompt,),
            )


def _around(markers: Sequence[Marker]) -> str:
    """The first city that is pinned, else the first place."""
    cities = (marker for marker in markers if marker.kind == "city")
    return one_line(next(cities, markers[0]).label)
