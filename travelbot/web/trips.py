"""The page of saved trips."""

from collections.abc import Sequence

import streamlit as st

from travelbot.models.trips import Hit, Summary
from travelbot.service.exports.conversation_import import MAX_MB
from travelbot.web.layout import HERE
from travelbot.web.prose import plain
from travelbot.web.session import Session
from travelbot.web.trip_actions import TripActions
from travelbot.web.trip_card import Choice, draw_card
from travelbot.web.trip_dialogs import ask_for_title, offer_files
from travelbot.web.trip_order import ORDERS, ordered

PAGE = 24
"""Cards."""
STYLE = HERE / "trips.css"
UPLOADER = "import"


def draw_trips(session: Session, saved: Sequence[Summary], plan_page: str) -> None:
    """A card for each; a conversation once chosen is shown by the page at `plan_page`."""
    session.tab.camera = None
    if session.take_choice():
        st.switch_page(plan_page)
    st.html(STYLE)
    actions = TripActions(session)
    with st.container(key="trips-head", horizontal=True, vertical_alignment="center"):
        st.title("Trips", width="stretch", anchor=False)
        _draw_import(actions)
    with st.container(key="trips-notice"):
        if notice := session.take_notice():
            st.warning(plain(notice), icon=":material/info:")
    if saved:
        _draw_list(actions, saved)
    else:
        _draw_sentence("No saved trips yet: plan one, then press Save.", ":material/explore:")


def _draw_import(actions: TripActions) -> None:
    with st.popover("Import", icon=":material/upload:", key="import-trip"):
        st.file_uploader(
            "A trip that Travelbot exported as JSON",
            type="json",
            key=UPLOADER,
            max_upload_size=MAX_MB,
            on_change=actions.take_in,
            args=(UPLOADER,),
        )


def _draw_list(actions: TripActions, saved: Sequence[Summary]) -> None:
    with st.container(key="trips-bar", horizontal=True, vertical_alignment="center"):
        query = st.text_input(
            "Search trips",
            type="search",
            live=True,
            key="search-trips",
            placeholder="Search titles and messages",
            label_visibility="collapsed",
        )
        order = st.selectbox(
            "Sort by", list(ORDERS), key="order", label_visibility="collapsed", width=180
        )
        _draw_picking_switch(actions)
    hits = actions.found(query) if query.strip() else tuple(Hit(trip=t) for t in saved)
    with st.container(key="picking"):
        if actions.tab.picked is not None:
            _draw_picking(actions, hits, saved)
    if not hits:
        _draw_sentence("Nothing found: try fewer or other words.", ":material/search_off:")
        return
    _draw_page(actions, ordered(hits, order), f"page-{order}-{query}")


def _draw_picking_switch(actions: TripActions) -> None:
    if actions.tab.picked is None:
        st.button(
            "Select", key="select", icon=":material/checklist:", on_click=actions.begin_picking
        )
    else:
        st.button("Done", key="select-end", icon=":material/close:", on_click=actions.end_picking)


def _draw_picking(actions: TripActions, hits: Sequence[Hit], saved: Sequence[Summary]) -> None:
    picked = [trip for trip in saved if trip.id in actions.picked]
    with st.container(key="picked", horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{len(picked):,} selected**", width="content")
        st.button(
            f"Select all {len(hits):,}",
            key="select-all",
            type="tertiary",
            on_click=actions.pick,
            args=[hit.trip.id for hit in hits],
        )
        st.button(
            "Select none",
            key="select-none",
            type="tertiary",
            on_click=actions.pick,
            disabled=not picked,
        )
        export = st.button(
            "Export", key="export-picked", icon=":material/download:", disabled=not picked
        )
        st.button(
            "Delete",
            key="delete-picked",
            icon=":material/delete:",
            on_click=actions.delete_picked,
            args=[trip.id for trip in picked],
            disabled=not picked,
        )
    if export:
        offer_files(actions, picked)


def _draw_page(actions: TripActions, hits: Sequence[Hit], key: str) -> None:
    """A page of cards, and the way to the others below it."""
    cards = st.container(key="cards")
    pages = -(-len(hits) // PAGE)
    page = st.pagination(pages, key=key) if pages > 1 else 1
    shown = hits[(page - 1) * PAGE : page * PAGE]
    with cards, st.grid(min_column_width=240, gap="small", key="trips"):
        choices = [(draw_card(actions, hit), hit.trip) for hit in shown]
    for choice, trip in choices:
        _ask(actions, choice, trip)


def _ask(actions: TripActions, choice: Choice | None, trip: Summary) -> None:
    if choice == Choice.RENAME:
        ask_for_title(actions, trip)
    elif choice == Choice.EXPORT:
        offer_files(actions, [trip])


def _draw_sentence(text: str, icon: str) -> None:
    with st.container(key="no-trips", horizontal_alignment="center"):
        st.markdown(f"{icon}  \n{text}", text_alignment="center")
