"""The card of a saved trip: what it is called, where it goes, and what can be done with it."""

from enum import StrEnum
from html import escape

import streamlit as st

from travelbot.models.trips import Excerpt, Hit, Summary
from travelbot.web.prose import one_line, plain_line, scrubbed
from travelbot.web.sidebar import describe
from travelbot.web.small_map import small_map
from travelbot.web.state import chosen, preset
from travelbot.web.trip_actions import TripActions


class Choice(StrEnum):
    """What the menu of a card offers, with its icon."""

    RENAME = ":material/edit: Rename"
    DUPLICATE = ":material/content_copy: Duplicate"
    EXPORT = ":material/download: Export"
    DELETE = ":material/delete: Delete"


def draw_card(actions: TripActions, hit: Hit) -> Choice | None:
    """Tells what was chosen in the menu; what a click does at once is done by then."""
    trip = hit.trip
    with st.container(key=f"trip-{trip.id}", gap=None):
        if actions.tab.picked is None:
            _draw_opener(actions, trip)
        else:
            _draw_box(actions, trip)
        st.html(card_html(hit))
        return _draw_menu(actions, trip) if actions.tab.picked is None else None


def _draw_opener(actions: TripActions, trip: Summary) -> None:
    st.button(
        plain_line(trip.title),
        key=f"open-{trip.id}",
        type="tertiary",
        on_click=actions.session.load,
        args=(trip.id,),
        width="stretch",
    )


def _draw_box(actions: TripActions, trip: Summary) -> None:
    key = f"pick-{trip.id}"
    preset(key, trip.id in actions.picked)
    st.checkbox(
        plain_line(trip.title),
        key=key,
        on_change=actions.toggle,
        args=(trip.id,),
        width="stretch",
    )


def _draw_menu(actions: TripActions, trip: Summary) -> Choice | None:
    key = f"more-{trip.id}"
    return st.menu_button(
        f"More for {plain_line(trip.title)}",
        list(Choice),
        key=key,
        icon=":material/more_horiz:",
        type="tertiary",
        on_click=_do,
        args=(actions, trip.id, key),
    )


def _do(actions: TripActions, trip_id: str, key: str) -> None:
    """What needs no question; the page asks where it does."""
    choice = chosen(key)
    if choice == Choice.DUPLICATE:
        actions.duplicate(trip_id)
    elif choice == Choice.DELETE:
        actions.session.delete(trip_id)


def card_html(hit: Hit) -> str:
    """Map, places, what was found and how old it is; all text stands as it is."""
    trip = hit.trip
    places = [one_line(place) for place in trip.places]
    name = f"Map: {', '.join(places)}" if places else "Map without pins"
    return (
        f'<img class="small-map" src="{small_map(trip.points)}" alt="{escape(name)}">'
        f'<p class="places">{" · ".join(map(escape, places)) or "No places yet"}</p>'
        f"{_excerpt_html(hit.excerpt) if hit.excerpt else ''}"
        f'<p class="age">{describe(trip)}</p>'
    )


def _excerpt_html(excerpt: Excerpt) -> str:
    before, match, after = map(_shown, (excerpt.before, excerpt.match, excerpt.after))
    return f'<p class="excerpt">{before}<mark>{match}</mark>{after}</p>'


def _shown(text: str) -> str:
    return escape(scrubbed(text))
