"""The dialogs in which the reader edits a stop or a day."""

from collections.abc import Callable

import streamlit as st

from travelbot.models.itinerary import Itinerary
from travelbot.service.itinerary.edits import At
from travelbot.web.itinerary import form_fields
from travelbot.web.itinerary.form_fields import Kept
from travelbot.web.itinerary.hand_edits import HandEdits
from travelbot.web.prose import plain, plain_line
from travelbot.web.session import Session
from travelbot.web.tab import Form, OpenForm

FIELDS: dict[Form, Callable[[HandEdits, Itinerary, At], Kept]] = {
    Form.ADD_STOP: form_fields.new_stop,
    Form.EDIT_STOP: form_fields.changed_stop,
    Form.MOVE_STOP: form_fields.other_day,
    Form.EDIT_DAY: form_fields.changed_day,
}


def draw_form(session: Session) -> None:
    """The dialog of the form that is open, if there is one."""
    opened = session.tab.form
    itinerary = session.conversation.itinerary
    if opened is None:
        return
    if session.turn or not _is_there(itinerary, opened):
        session.tab.close_form()
        return
    dialog = st.dialog(_title(itinerary, opened), on_dismiss=session.tab.close_form)
    dialog(_fill_in)(session, itinerary, opened)


def _fill_in(session: Session, itinerary: Itinerary, opened: OpenForm) -> None:
    hand = HandEdits(session)
    with st.form("itinerary-form", border=False):
        kept = FIELDS[opened.form](hand, itinerary, opened.at)
        if not st.form_submit_button("Keep", type="primary", width="stretch"):
            return
        hand.keep(kept)
        if notice := session.take_notice():
            st.error(plain(notice), icon=":material/error:")
            return
    session.tab.close_form()
    st.rerun()


def _is_there(itinerary: Itinerary, opened: OpenForm) -> bool:
    """Whether what the form is about is; it may have gone in another tab."""
    if opened.at.day >= len(itinerary.days):
        return False
    if opened.form is Form.MOVE_STOP and len(itinerary.days) == 1:
        return False
    stops = itinerary.days[opened.at.day].stops
    return opened.form in (Form.ADD_STOP, Form.EDIT_DAY) or opened.at.stop < len(stops)


def _title(itinerary: Itinerary, opened: OpenForm) -> str:
    day, number = itinerary.days[opened.at.day], opened.at.day + 1
    if opened.form is Form.ADD_STOP:
        return f"Add a stop to day {number}"
    if opened.form is Form.EDIT_DAY:
        return f"Day {number}"
    name = plain_line(day.stops[opened.at.stop].place)
    return f"Move {name}" if opened.form is Form.MOVE_STOP else name
