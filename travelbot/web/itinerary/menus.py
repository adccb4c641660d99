"""What can be done with a stop, a day, or the trip: the menus behind the three dots."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from travelbot.models.itinerary import Itinerary
from travelbot.service.itinerary import edits
from travelbot.service.itinerary.edits import At
from travelbot.web.itinerary.hand_edits import HandEdits
from travelbot.web.state import typed
from travelbot.web.tab import Form, Tab

Actions = dict[str, Callable[[], None]]


def stop_menu(hand: HandEdits, itinerary: Itinerary, at: At, name: str, key: str) -> None:
    """What can be done with a stop."""
    last = len(itinerary.days[at.day].stops) - 1
    actions: Actions = {"Edit…": _form(hand.tab, Form.EDIT_STOP, at)}
    if at.stop > 0:
        actions["Earlier"] = _edit(
            hand, partial(edits.move_stop, at=at, to=at._replace(stop=at.stop - 1))
        )
    if at.stop < last:
        actions["Later"] = _edit(
            hand, partial(edits.move_stop, at=at, to=at._replace(stop=at.stop + 1))
        )
    if len(itinerary.days) > 1:
        actions["Move to another day…"] = _form(hand.tab, Form.MOVE_STOP, at)
    actions["Remove"] = _edit(hand, partial(edits.remove_stop, at=at))
    _menu(f"Change {name}", actions, hand.are_possible, key)


def day_menu(hand: HandEdits, itinerary: Itinerary, day: int, key: str) -> None:
    """What can be done with a day."""
    at = At(day, 0)
    actions: Actions = {"Title and date…": _form(hand.tab, Form.EDIT_DAY, at)}
    if day > 0:
        actions["Earlier"] = _edit(hand, partial(edits.move_day, day=day, to=day - 1))
    if day < len(itinerary.days) - 1:
        actions["Later"] = _edit(hand, partial(edits.move_day, day=day, to=day + 1))
    actions["Remove the day"] = _edit(hand, partial(edits.remove_day, day=day))
    _menu(f"Change day {day + 1}", actions, hand.are_possible, key)


def _menu(label: str, actions: Actions, is_enabled: bool, key: str) -> None:
    st.menu_button(
        label,
        list(actions),
        key=key,
        icon=":material/more_vert:",
        type="tertiary",
        disabled=not is_enabled,
        on_click=_run,
        args=(actions, key),
    )


def _run(actions: Actions, key: str) -> None:
    actions[typed(key)]()


def _edit(hand: HandEdits, change: Callable[[Itinerary], Itinerary]) -> Callable[[], None]:
    return partial(hand.apply, change)


def _form(tab: Tab, form: Form, at: At) -> Callable[[], None]:
    return partial(tab.open_form, form, at)
