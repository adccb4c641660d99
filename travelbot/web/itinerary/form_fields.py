"""The fields of each form; what they give is made into a change when it is kept."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import streamlit as st

from travelbot.models.itinerary import DAY_MINUTES, Itinerary, Mode
from travelbot.service.grounding import Grounded
from travelbot.service.itinerary import edits
from travelbot.service.itinerary.edits import At, StopChanges
from travelbot.service.trips import Change
from travelbot.web.itinerary.hand_edits import HandEdits
from travelbot.web.itinerary.words import day_line

STEP = 15
"""Minutes."""
MODES = {
    "As the distance suggests": None,
    "On foot": Mode.FOOT,
    "By car": Mode.CAR,
    "By train": Mode.TRAIN,
    "By plane": Mode.PLANE,
}
NOTHING = StopChanges(place="", time=None, stay=None, mode=None, note="")

Kept = Callable[[], Change]


def new_stop(hand: HandEdits, _: Itinerary, at: At) -> Kept:
    """A stop at the end of a day."""
    filled_in = _stop_fields(NOTHING, "new")

    def kept() -> Change:
        where = hand.find(filled_in["place"], at.day)
        stop = edits.new_stop(**_located(filled_in, where))
        return partial(edits.add_stop, day=at.day, stop=stop)

    return kept


def changed_stop(hand: HandEdits, itinerary: Itinerary, at: At) -> Kept:
    """Everything about a stop; under another name it is looked up anew."""
    stop = itinerary.days[at.day].stops[at.stop]
    known = StopChanges(
        place=stop.place, time=stop.time, stay=stop.stay, mode=stop.mode, note=stop.note
    )
    filled_in = _stop_fields(known, f"{at.day}-{at.stop}")

    def kept() -> Change:
        changes = filled_in
        if changes["place"] != stop.place:
            changes = _located(changes, hand.find_again(changes["place"], stop, at.day))
        return partial(edits.change_stop, at=at, **changes)

    return kept


def other_day(_: HandEdits, itinerary: Itinerary, at: At) -> Kept:
    """Another day for a stop."""
    days = [day for day in range(len(itinerary.days)) if day != at.day]
    day = st.selectbox(
        "To the end of",
        days,
        format_func=lambda day: day_line(itinerary.days[day], day + 1),
        key=f"to-day-{at.day}-{at.stop}",
    )
    return lambda: partial(edits.move_to_day, at=at, day=day)


def changed_day(_: HandEdits, itinerary: Itinerary, at: At) -> Kept:
    """A day's title and date; the other days' dates follow."""
    day = itinerary.days[at.day]
    title = st.text_input("Title", value=day.title, key=f"day-title-{at.day}")
    date = st.date_input(
        "Date",
        value=day.date,
        min_value=dt.date.min,
        max_value=dt.date.max,
        key=f"day-date-{at.day}",
        help="The other days get the dates before and after it.",
    )

    def change(now: Itinerary) -> Itinerary:
        renamed = edits.rename_day(now, at.day, title)
        return renamed if date == day.date else edits.date_day(renamed, at.day, date)

    return lambda: change


def _located(filled_in: StopChanges, where: Grounded) -> StopChanges:
    return {**filled_in, "marker": where.marker, "timezone": where.timezone}


def _stop_fields(stop: StopChanges, key: str) -> StopChanges:
    """What can be filled in about a stop, with what is known of it."""
    place = st.text_input("Place", value=stop["place"], key=f"stop-place-{key}")
    left, right = st.columns(2)
    time = left.time_input("Time", value=stop["time"], step=STEP * 60, key=f"stop-time-{key}")
    stay = right.number_input(
        "Stay in minutes",
        value=stop["stay"],
        min_value=0,
        max_value=DAY_MINUTES,
        step=STEP,
        key=f"stop-stay-{key}",
    )
    mode = st.selectbox(
        "Way there",
        list(MODES),
        index=list(MODES.values()).index(stop["mode"]),
        key=f"stop-mode-{key}",
    )
    note = st.text_area("Note", value=stop["note"], height="content", key=f"stop-note-{key}")
    return StopChanges(place=place.strip(), time=time, stay=stay, mode=MODES[mode], note=note)
