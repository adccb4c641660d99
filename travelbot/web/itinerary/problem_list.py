"""What may be wrong with the itinerary, each with the way to its repair."""

import streamlit as st

from travelbot.models.itinerary import Itinerary
from travelbot.service.itinerary.check import problems
from travelbot.service.itinerary.problem import Problem
from travelbot.service.quantities import count
from travelbot.web.prose import plain_line
from travelbot.web.session import Session


def draw_problems(session: Session, itinerary: Itinerary, key: str) -> None:
    """How many there are and, once that is opened, the first ones and a button for the others."""
    found = problems(itinerary)
    if not found:
        return
    with st.container(key=f"problems-{key}"):
        folder = st.expander(
            f"{count(len(found), 'thing')} to check",
            key=f"fold-problems-{key}",
            icon=":material/warning:",
            on_change="rerun",
        )
        if not folder.open:
            return
        with folder:
            listed = found[: session.tab.problems_listed]
            for index, problem in enumerate(listed):
                _draw(session, problem, f"{key}-{index}")
            if more := len(found) - len(listed):
                st.button(
                    f"Show {more:,} more",
                    key=f"more-problems-{key}",
                    type="tertiary",
                    on_click=session.tab.list_more_problems,
                )


def _draw(session: Session, problem: Problem, key: str) -> None:
    with st.container(key=f"problem-{key}"):
        st.markdown(plain_line(problem.words))
        st.button(
            plain_line(problem.repair),
            key=f"repair-{key}",
            icon=":material/chat:",
            disabled=session.turn is not None,
            on_click=session.ask_or_put_back,
            args=(problem.repair,),
            wrap=True,
        )
