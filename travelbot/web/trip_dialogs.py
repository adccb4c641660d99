"""What is asked about trips before something is done with them."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from travelbot.models.trips import Summary
from travelbot.service.exports.file_names import file_name
from travelbot.service.exports.formats import FORMATS, Format
from travelbot.service.titles import MAX_TITLE
from travelbot.web.prose import plain_line
from travelbot.web.trip_actions import TripActions
from travelbot.web.trip_exports import exported

ZIP = "application/zip"


@st.dialog("Rename trip", icon=":material/edit:")
def ask_for_title(actions: TripActions, trip: Summary) -> None:
    """An input with the title as it is."""
    key = f"rename-{trip.id}"
    with st.form("rename", border=False):
        st.text_input("Title", trip.title, key=key, max_chars=MAX_TITLE)
        renamed = st.form_submit_button(
            "Rename", key="do-rename", type="primary", on_click=actions.rename, args=(trip.id, key)
        )
    if renamed:
        st.rerun()


@st.dialog("Export", icon=":material/download:")
def offer_files(actions: TripActions, trips: Sequence[Summary]) -> None:
    """A button for each format; the file is written once it is pressed."""
    several = len(trips) > 1
    what = f"{len(trips):,} trips, in one ZIP file" if several else plain_line(trips[0].title)
    st.markdown(f"**{what}**")
    with st.container(key="formats", gap="small"):
        for written in FORMATS:
            _offer(actions, trips, written)


def _offer(actions: TripActions, trips: Sequence[Summary], written: Format) -> None:
    several = len(trips) > 1
    stem = f"{len(trips)} trips {written.extension}" if several else trips[0].title
    st.download_button(
        written.name,
        data=partial(_file, actions, [trip.id for trip in trips], written),
        file_name=file_name(stem, "zip" if several else written.extension),
        mime=ZIP if several else written.media_type,
        key=f"export-{written.extension}",
        icon=":material/download:",
        on_click="ignore",
        width="stretch",
    )


def _file(actions: TripActions, trip_ids: Sequence[str], written: Format) -> bytes:
    return exported([actions.read(trip_id) for trip_id in trip_ids], written)
